import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeBetween, edgesAt, geometryOf, otherEnd } from './geometry.ts'
import { hitTest, nodesOn, segmentDistance } from './hit.ts'
import { keyAct } from './keys.ts'
import { isInside, nodesInside } from './lasso.ts'
import { testDrawing } from './test-drawing.ts'
import type { Direction } from './walk.ts'
import { neighbourByShare, step } from './walk.ts'

const node = (id: string, x: number, y: number, r = 5) => ({ id, x, y, r, name: id, nameZh: null, share: r })
const edge = (a: string, b: string, score: number, width = 1) => ({ a, b, score, width, articles: 1 })
/** A cross: centre, and one node in each direction; an edge of its own between west and north. */
const CROSS = geometryOf({
  nodes: [
    node('centre', 100, 100),
    node('west', 20, 100),
    node('east', 180, 104),
    node('north', 100, 20),
    node('south', 100, 180),
  ],
  edges: [
    edge('centre', 'west', 5, 4),
    edge('centre', 'east', 4),
    edge('centre', 'north', 3),
    edge('west', 'north', 1),
  ],
} as never)

describe('what is under the pointer', () => {
  it('is a circle before a line, with a little reach in px', () => {
    expect(hitTest(CROSS, { x: 106, y: 100 }, 1)).toEqual({ kind: 'node', node: 0 })
    expect(hitTest(CROSS, { x: 100, y: 107 }, 4)).toBeNull()
    expect(hitTest(CROSS, { x: 60, y: 103 }, 1)).toEqual({ kind: 'edge', edge: 0 })
    expect(hitTest(CROSS, { x: 60, y: 107 }, 1)).toBeNull()
    expect(hitTest(CROSS, { x: 60, y: 107 }, 0.5)).toEqual({ kind: 'edge', edge: 0 })
  })
  it('finds every node at its own centre', () => {
    const geometry = geometryOf(testDrawing(300, 900))
    for (let i = 0; i < 300; i++) {
      const at = { x: geometry.x[i]!, y: geometry.y[i]! }
      expect(hitTest(geometry, at, 1)).toEqual({ kind: 'node', node: i })
    }
  })
  it('takes the circle whose rim is farthest away where two overlap', () => {
    const pair = geometryOf({ nodes: [node('large', 0, 0, 20), node('small', 15, 0, 6)], edges: [] } as never)
    expect(hitTest(pair, { x: 15, y: 0 }, 1)).toEqual({ kind: 'node', node: 1 })
    expect(hitTest(pair, { x: 2, y: 0 }, 1)).toEqual({ kind: 'node', node: 0 })
  })
  it('is nothing in an empty network, and edges of hidden nodes are never hit', () => {
    expect(hitTest(geometryOf({ nodes: [], edges: [] }), { x: 0, y: 0 }, 1)).toBeNull()
    const lost = geometryOf({ nodes: [node('a', 0, 0)], edges: [edge('a', 'gone', 1)] } as never)
    expect(hitTest(lost, { x: 30, y: 0 }, 1)).toBeNull()
    expect(edgesAt(lost, 0)).toEqual([])
  })
  it('finds the circles that an edge passes over', () => {
    expect(nodesOn(CROSS, [0])).toEqual([0, 1])
    const row = [node('a', 0, 0), node('b', 100, 0), node('c', 50, 3), node('d', 50, 9)]
    expect(nodesOn(geometryOf({ nodes: row, edges: [edge('a', 'b', 1)] } as never), [0])).toEqual([0, 1, 2])
  })
  it('measures to the ends of a segment, and to a point where both ends are one', () => {
    expect(segmentDistance({ x: 13, y: 4 }, 0, 0, 10, 0)).toBe(5)
    expect(segmentDistance({ x: 5, y: -2 }, 0, 0, 10, 0)).toBe(2)
    expect(segmentDistance({ x: 3, y: 4 }, 0, 0, 0, 0)).toBe(5)
  })
})

describe('edges of a node', () => {
  it('stand strongest first, whichever end it is', () => {
    expect(edgesAt(CROSS, 0)).toEqual([0, 1, 2])
    expect(edgesAt(CROSS, 3).map((e) => otherEnd(CROSS, e, 3))).toEqual([0, 1])
    expect(edgeBetween(CROSS, 3, 1)).toBe(3)
    expect(edgeBetween(CROSS, 3, 4)).toBe(-1)
  })
})

describe('walking', () => {
  it.each<[Direction, number]>([
    ['left', 1],
    ['right', 2],
    ['up', 3],
  ])('%s leads to the partner there', (direction, to) => {
    expect(step(CROSS, 0, direction)).toBe(to)
  })
  it('goes over partners alone, and to the nearest node where there are none', () => {
    expect(step(CROSS, 0, 'down')).toBeNull()
    expect(step(CROSS, 4, 'up')).toBe(0)
  })
  it('begins with the largest', () => {
    expect(step(CROSS, null, 'left')).toBe(0)
    expect(step(geometryOf({ nodes: [], edges: [] }), null, 'left')).toBeNull()
  })
  it('by Share goes round, and back', () => {
    expect(neighbourByShare(5, 4, 1)).toBe(0)
    expect(neighbourByShare(5, 0, -1)).toBe(4)
    expect(neighbourByShare(5, null, 1)).toBe(0)
    expect(neighbourByShare(0, null, 1)).toBeNull()
  })
  it('never stays, and always goes the way it was sent', () => {
    const geometry = geometryOf(testDrawing(40, 80))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 39 }), (from) => {
        const to = step(geometry, from, 'right')
        return to === null || geometry.x[to]! > geometry.x[from]!
      }),
    )
  })
})

describe('a lasso', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 110 },
    { x: 0, y: 110 },
  ]
  it('holds the nodes whose centre is inside', () => {
    expect(nodesInside(CROSS, square)).toEqual([1])
    expect(nodesInside(CROSS, [...square.slice(0, 2), { x: 101, y: 110 }, { x: 0, y: 110 }])).toEqual([
      0, 1, 3,
    ])
    expect(nodesInside(CROSS, square.slice(0, 2))).toEqual([])
  })
  it('may be concave and run either way', () => {
    const notch = [...square.slice(0, 3), { x: 50, y: 20 }, { x: 0, y: 110 }]
    expect(isInside(notch, { x: 50, y: 60 })).toBe(false)
    expect(isInside(notch, { x: 10, y: 60 })).toBe(true)
    expect(isInside([...notch].reverse(), { x: 10, y: 60 })).toBe(true)
  })
})

describe('keys', () => {
  const press = (key: string, shiftKey = false, ctrlKey = false) =>
    keyAct({ key, shiftKey, ctrlKey, metaKey: false, altKey: false })
  it('mean what the figure does', () => {
    expect(press('ArrowUp')).toEqual({ act: 'step', direction: 'up' })
    expect(press('n')).toEqual({ act: 'by-share', by: 1 })
    expect(press('N', true)).toEqual({ act: 'by-share', by: -1 })
    expect(press('F')).toEqual({ act: 'focus' })
    expect(press('P')).toEqual({ act: 'pin' })
  })
  it('with a modifier are the page’s, as are all others', () => {
    expect(press('0', false, true)).toBeNull()
    expect(press('x')).toBeNull()
    expect(press('Tab')).toBeNull()
  })
})
