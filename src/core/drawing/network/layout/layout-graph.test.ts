import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LayoutName } from '../../../../shared/contract/drawings.ts'
import { LAYOUTS } from '../../../../shared/domain/drawing-names.ts'
import { NETWORK_FRAME } from '../frame.ts'
import type { Graph } from '../graph.ts'
import { toGraph } from '../graph.ts'
import { testNetwork } from '../test-network.ts'
import type { LayoutOptions } from './layout-graph.ts'
import { layoutGraph } from './layout-graph.ts'
import { radiiFor, widthsFor } from './scales.ts'

const { plot } = NETWORK_FRAME
const options = { layout: 'force', seed: 1, plot } as const
type Network = Parameters<typeof toGraph>[0]

function drawn(network: Network, more: Partial<LayoutOptions> = {}) {
  const graph = toGraph(network)
  const { r } = radiiFor(graph.share)
  return { graph, r, xy: layoutGraph(graph, r, { ...options, ...more }) }
}

/** Pairs that overlap, and circles that are not wholly inside. */
function faults(xy: Float64Array, r: Float64Array, within = plot): string[] {
  const found: string[] = []
  for (let i = 0; i < r.length; i++) {
    const x = xy[2 * i]!
    const y = xy[2 * i + 1]!
    const room = Math.min(
      x - within.x,
      within.x + within.width - x,
      y - within.y,
      within.y + within.height - y,
    )
    if (!(room >= r[i]! - 1e-9)) found.push(`${i} is outside`)
    for (let j = 0; j < i; j++) {
      const far = Math.hypot(x - xy[2 * j]!, y - xy[2 * j + 1]!)
      if (!(far >= r[i]! + r[j]!)) found.push(`${i} and ${j} overlap`)
    }
  }
  return found
}

const named = (share: number[]) =>
  share.map((value, i) => ({ id: `n${String(i).padStart(4, '0')}`, share: value }))
const star = (n: number): Network => {
  const nodes = named([100, ...Array<number>(n - 1).fill(2)])
  return { nodes, edges: nodes.slice(1).map(({ id }) => ({ a: nodes[0]!.id, b: id, score: 1 })) }
}
const apart = (a: Network, b: Network): Network => ({
  nodes: [...a.nodes, ...b.nodes.map(({ id, share }) => ({ id: `b${id}`, share }))],
  edges: [...a.edges, ...b.edges.map((edge) => ({ ...edge, a: `b${edge.a}`, b: `b${edge.b}` }))],
})

const SHAPES: [string, Network][] = [
  ['five nodes', testNetwork(5, 1)],
  ['two hundred nodes', testNetwork(200, 1)],
  ['a network without edges', { nodes: testNetwork(80, 1).nodes, edges: [] }],
  ['two nodes', testNetwork(2, 1)],
  ['two nodes without an edge', { nodes: named([3, 1]), edges: [] }],
  ['equal Shares', { ...testNetwork(60, 2), nodes: named(Array<number>(60).fill(7)) }],
  ['Shares of 0', { nodes: named([5, 0, 0, 1]), edges: [{ a: 'n0001', b: 'n0002', score: 1 }] }],
  ['no Share at all', { nodes: named([0, 0, 0]), edges: [{ a: 'n0001', b: 'n0002', score: 1 }] }],
  ['a star', star(300)],
  ['parts without a path', apart(testNetwork(60, 1), { ...testNetwork(40, 2), edges: [] })],
  ['large parts without a path', apart(testNetwork(500, 1), testNetwork(400, 2))],
]

describe.each(SHAPES)('%s', (_, network) => {
  test.each(LAYOUTS)('%s: circles do not overlap and lie inside the plot', (layout) => {
    const { r, xy } = drawn(network, { layout })
    expect(faults(xy, r)).toEqual([])
  })
})

test('nothing is drawn of nothing, and one node stands in the middle', () => {
  expect(drawn({ nodes: [], edges: [] }).xy).toHaveLength(0)
  for (const layout of LAYOUTS) {
    expect([...drawn({ nodes: named([4]), edges: [] }, { layout }).xy]).toEqual([500, 302])
  }
})

test('five nodes use the whole plot', () => {
  const { xy, r } = drawn(testNetwork(5, 1))
  const reach = (side: 0 | 1) =>
    Math.max(...r.map((radius, i) => xy[2 * i + side]! + radius)) -
    Math.min(...r.map((radius, i) => xy[2 * i + side]! - radius))
  expect(reach(0)).toBeGreaterThan(0.75 * plot.width)
  expect(reach(1)).toBeGreaterThan(0.75 * plot.height)
})

test('the largest node stands to the upper left, and close partners stand together', () => {
  const network = testNetwork(120, 5)
  const { graph, xy } = drawn(network)
  const group = new Map(network.nodes.map(({ id }, i) => [id, network.community[i]]))
  const mean = (wanted: boolean) => {
    let sum = 0
    let count = 0
    for (let i = 0; i < 120; i++) {
      for (let j = 0; j < i; j++) {
        if ((group.get(graph.ids[i]!) === group.get(graph.ids[j]!)) !== wanted) continue
        sum += Math.hypot(xy[2 * i]! - xy[2 * j]!, xy[2 * i + 1]! - xy[2 * j + 1]!)
        count += 1
      }
    }
    return sum / count
  }
  expect(mean(true)).toBeLessThan(0.6 * mean(false))
  expect(xy[0]).toBeLessThan(plot.x + plot.width * 0.6)
  expect(xy[1]).toBeLessThan(plot.y + plot.height * 0.6)
})

test('pinned nodes stand where they are put; no other circle lies under them', () => {
  const network = testNetwork(40, 3)
  const free = drawn(network)
  const place = fc.record({
    node: fc.integer({ min: 0, max: 39 }),
    x: fc.double({ min: plot.x, max: plot.x + plot.width, noNaN: true }),
    y: fc.double({ min: plot.y, max: plot.y + plot.height, noNaN: true }),
  })
  const pinned = fc.uniqueArray(place, { minLength: 1, maxLength: 4, selector: ({ node }) => node })
  fc.assert(
    fc.property(pinned, (pins) => {
      const { xy, r } = drawn(network, { pins })
      for (const { node, x, y } of pins) expect([xy[2 * node], xy[2 * node + 1]]).toEqual([x, y])
      const put = new Set(pins.map(({ node }) => node))
      const others = faults(xy, r).filter(
        (fault) => !fault.match(/\d+/g)!.every((number) => put.has(Number(number))),
      )
      expect(others).toEqual([])
    }),
    { numRuns: 25, examples: [[[{ node: 0, x: 491.2040091334354, y: 100.92375682420462 }]]] },
  )
  const { xy } = drawn(network, { pins: [{ node: 39, x: plot.x + 20, y: plot.y + 20 }] })
  const moved = [...free.r.keys()].filter(
    (i) => Math.hypot(xy[2 * i]! - free.xy[2 * i]!, xy[2 * i + 1]! - free.xy[2 * i + 1]!) > 1,
  )
  expect(moved).toEqual([39])
})

test('another year begins from this one and stays near; new nodes stand by their partners', () => {
  const network = testNetwork(50, 1)
  const before = drawn(network)
  const changed = {
    ...network,
    edges: network.edges.map((edge, k) => ({ ...edge, score: edge.score * (0.85 + 0.03 * (k % 11)) })),
  }
  const start = before.xy.slice()
  start.fill(NaN, 2 * 30, 2 * 32)
  const after = drawn(changed, { start })
  const way = (xy: Float64Array) =>
    [...before.r.keys()]
      .map((i) => Math.hypot(xy[2 * i]! - before.xy[2 * i]!, xy[2 * i + 1]! - before.xy[2 * i + 1]!))
      .sort((a, b) => a - b)[25]!
  expect(way(after.xy)).toBeLessThan(0.02 * plot.width)
  expect(way(after.xy)).toBeLessThan(way(drawn(changed).xy))
  expect(faults(after.xy, after.r)).toEqual([])
  const partner = after.graph.source.findIndex((source, e) => source === 30 || after.graph.target[e] === 30)
  expect(partner).not.toBe(-1)
  // Without any earlier place all begin in the middle and part.
  const lost = drawn(network, { start: new Float64Array(100).fill(NaN) })
  expect(faults(lost.xy, lost.r)).toEqual([])
})

test('a circle begins with the first cluster at the top, with equal gaps', () => {
  const graph = toGraph({ nodes: named(Array<number>(12).fill(1)), edges: [] })
  const cluster = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 1 : 0))
  const xy = layoutGraph(graph, new Float64Array(12).fill(10), { ...options, layout: 'circle', cluster })
  const order = [1, 3, 5, 7, 9, 11, 0, 2, 4, 6, 8, 10]
  const turns = order.map((i) => Math.atan2(xy[2 * i]! - 500, 302 - xy[2 * i + 1]!) / (2 * Math.PI))
  turns.forEach((turn, k) => expect(Math.abs(((turn + 1.5) % 1) - ((k / 12 + 0.5) % 1))).toBeLessThan(1e-9))
})

test('the centre of an ego network stands in the middle, stronger partners nearer', () => {
  const nodes = named(Array<number>(30).fill(1))
  const edges = nodes.slice(0, 29).map(({ id }, k) => ({ a: 'n0029', b: id, score: k + 1 }))
  const graph = toGraph({ nodes, edges })
  const centre = graph.ids.indexOf('n0029')
  const xy = layoutGraph(graph, new Float64Array(30).fill(12), { ...options, layout: 'concentric', centre })
  expect([xy[2 * centre], xy[2 * centre + 1]]).toEqual([500, 302])
  const ring = (id: string) => {
    const i = graph.ids.indexOf(id)
    return Math.hypot((xy[2 * i]! - 500) / 1.6, xy[2 * i + 1]! - 302)
  }
  expect(ring('n0028')).toBeLessThan(ring('n0000') - 20)
})

test.each(LAYOUTS)('%s fits a small panel', (layout: LayoutName) => {
  const graph: Graph = toGraph(testNetwork(15, 1))
  const r = radiiFor(graph.share).r.map((radius) => radius / 3)
  const panel = { x: 700, y: 300, width: 230, height: 140 }
  expect(faults(layoutGraph(graph, r, { ...options, layout, plot: panel }), r, panel)).toEqual([])
})

test('areas are in proportion to Shares and widths to scores', () => {
  const { r, areaScale } = radiiFor(Float64Array.of(400, 100, 0))
  expect(r[0]! / r[1]!).toBeCloseTo(2, 12)
  expect(r[2]).toBe(0)
  expect(r[1]).toBeCloseTo(10 * areaScale, 12)
  expect(Math.PI * (r[0]! * r[0]! + r[1]! * r[1]!)).toBeCloseTo(0.06 * 1000 * 640, 6)
  expect(radiiFor(Float64Array.of(0, 0))).toEqual({ r: Float64Array.of(0, 0), areaScale: 0 })
  const { width, widthScale } = widthsFor(Float64Array.of(5, 10))
  expect([...width]).toEqual([5, 10])
  expect(widthScale).toBe(1)
  expect(widthsFor(new Float64Array(0)).widthScale).toBe(0)
})
