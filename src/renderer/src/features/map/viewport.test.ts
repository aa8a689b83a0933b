import { expect, it } from 'vitest'
import { held, showing, viewBoxOf, WHOLE, zoomedAt } from './viewport.ts'

const size = { width: 1000, height: 800 }

it('keeps the point under the pointer where it is, and the figure in the pane', () => {
  const view = zoomedAt(WHOLE, 2, { x: 250, y: 200 }, size)
  expect(view).toEqual({ x: 125, y: 100, zoom: 2 })
  expect((250 - view.x) * view.zoom).toBe(250)
  expect(zoomedAt(view, 0.5, { x: 900, y: 700 }, size)).toEqual(WHOLE)
  expect(held({ x: 900, y: -50, zoom: 4 }, size)).toEqual({ x: 750, y: 0, zoom: 4 })
  expect(zoomedAt(WHOLE, 100, { x: 0, y: 0 }, size).zoom).toBe(12)
})

it('moves no farther than needed to show a point', () => {
  const view = { x: 0, y: 0, zoom: 4 }
  expect(showing(view, { x: 100, y: 100 }, size)).toEqual(view)
  expect(showing(view, { x: 500, y: 100 }, size).x).toBe(500 + 25 - 250)
})

it('writes a view box', () => {
  expect(viewBoxOf({ x: 125, y: 100, zoom: 3 }, size)).toBe('125 100 333.33 266.67')
})
