import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bringInto, fitViewport, toFigure, toScreen, visiblePart, zoomAt } from './viewport.ts'

const FIGURE = { width: 1000, height: 640 }
const PANE = { width: 800, height: 600 }

it('shows the whole figure in the middle', () => {
  const fit = fitViewport(FIGURE, PANE, 20)
  expect(fit.zoom).toBeCloseTo(0.76)
  expect(toScreen(fit, { x: 500, y: 320 })).toEqual({ x: 400, y: 300 })
  expect(fitViewport(FIGURE, { width: 0, height: 0 }, 20).zoom).toBeGreaterThan(0)
})

const number = fc.double({ min: -2000, max: 2000, noNaN: true })
const viewports = fc.record({ zoom: fc.double({ min: 0.05, max: 40, noNaN: true }), x: number, y: number })

it('leads to the screen and back', () => {
  fc.assert(
    fc.property(viewports, number, number, (viewport, x, y) => {
      const back = toFigure(viewport, toScreen(viewport, { x, y }))
      expect(back.x).toBeCloseTo(x, 4)
      expect(back.y).toBeCloseTo(y, 4)
    }),
  )
})

it('zooms about the point under the pointer', () => {
  fc.assert(
    fc.property(
      viewports,
      number,
      number,
      fc.double({ min: 0.05, max: 40, noNaN: true }),
      (viewport, x, y, zoom) => {
        const before = toFigure(viewport, { x, y })
        const after = toScreen(zoomAt(viewport, zoom, { x, y }), before)
        expect(after.x).toBeCloseTo(x, 3)
        expect(after.y).toBeCloseTo(y, 3)
      },
    ),
  )
})

it('tells which part of the figure is seen', () => {
  expect(visiblePart({ zoom: 2, x: -100, y: 50 }, PANE)).toEqual([50, -25, 450, 275])
})

it('moves just so far that a point is in sight, and not at all where it is', () => {
  const viewport = { zoom: 1, x: 0, y: 0 }
  expect(bringInto(viewport, { x: 400, y: 300 }, PANE, 40)).toBe(viewport)
  expect(bringInto(viewport, { x: 900, y: -10 }, PANE, 40)).toEqual({ zoom: 1, x: -140, y: 50 })
})
