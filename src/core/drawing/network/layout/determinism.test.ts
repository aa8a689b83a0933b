import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { NETWORK_FRAME } from '../frame.ts'
import { toGraph } from '../graph.ts'
import { testNetwork } from '../test-network.ts'
import { layoutGraph } from './layout-graph.ts'
import { layoutKeyOf } from './layout-key.ts'
import { radiiFor } from './scales.ts'
import { GOLDEN, hashOf } from './test-golden.ts'

const options = { layout: 'force', seed: 1, plot: NETWORK_FRAME.plot } as const
/** 5,000 nodes take seconds: the journeys compare them, in the browser. */
const quick = GOLDEN.filter(({ nodes }) => nodes <= 1000)

afterEach(() => {
  vi.restoreAllMocks()
})

test.each(quick)('$nodes nodes, $layout: the coordinates every process reaches', ({ hash, ...golden }) => {
  for (let run = 0; run < (golden.nodes <= 50 ? 20 : 1); run++) expect(hashOf(golden)).toBe(hash)
})

test('an engine whose sine, power and logarithm end in other bits reaches the same coordinates', () => {
  const calls: string[] = []
  const foreign = [
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
    'atan2',
    'pow',
    'exp',
    'expm1',
    'log',
  ] as const
  const more = ['log2', 'log10', 'log1p', 'cbrt', 'hypot', 'sinh', 'cosh', 'tanh'] as const
  for (const name of [...foreign, ...more]) {
    const own = Math[name] as (...values: number[]) => number
    vi.spyOn(Math, name).mockImplementation((...values: number[]) => {
      calls.push(name)
      return own(...values) * (1 + 2 ** -50)
    })
  }
  vi.spyOn(Math, 'random').mockImplementation(() => {
    throw new Error('a layout is not left to chance')
  })
  for (const { hash, ...golden } of quick.filter(({ nodes }) => nodes <= 200))
    expect(hashOf(golden)).toBe(hash)
  // d3-force makes a rate of cooling by a power when it starts; it is replaced.
  expect([...new Set(calls)]).toEqual(['pow'])
})

test('only + − × ÷ and the square root are written here', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /\.ts$/.test(name) && !/test/.test(name))
  expect(files.length).toBeGreaterThan(15)
  for (const name of files) {
    const code = readFileSync(join(import.meta.dirname, name), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
    const found = code.match(/Math\.(?!sqrt|min|max|abs|floor|ceil|round|imul|PI\b)\w+|\*\*|node:\w+/g)
    expect({ name, found }).toEqual({ name, found: null })
  }
})

test('the order of the rows changes nothing, the content does', () => {
  const { nodes, edges } = testNetwork(30, 4)
  const graph = toGraph({ nodes, edges })
  const { r } = radiiFor(graph.share)
  const key = layoutKeyOf(graph, r, options)
  const xy = layoutGraph(graph, r, options)
  const shuffled = <T>(rows: T[]) => fc.shuffledSubarray(rows, { minLength: rows.length })
  fc.assert(
    fc.property(shuffled(nodes), shuffled(edges), fc.boolean(), (someNodes, someEdges, turned) => {
      const ends = turned ? someEdges.map(({ a, b, ...rest }) => ({ ...rest, a: b, b: a })) : someEdges
      const other = toGraph({ nodes: someNodes, edges: ends })
      expect(other).toEqual(graph)
      expect(layoutKeyOf(other, r, options)).toBe(key)
      expect(layoutGraph(other, r, options)).toEqual(xy)
    }),
    { numRuns: 10 },
  )
  const keys = [
    layoutKeyOf(toGraph({ nodes, edges: edges.slice(1) }), r, options),
    layoutKeyOf(graph, r, { ...options, seed: 2 }),
    layoutKeyOf(graph, r, { ...options, layout: 'circle' }),
    layoutKeyOf(graph, r, { ...options, layout: 'concentric' }),
    layoutKeyOf(graph, r, { ...options, layout: 'concentric', centre: 1 }),
    layoutKeyOf(graph, r, { ...options, pins: [{ node: 0, x: 1, y: 2 }] }),
    layoutKeyOf(graph, r, { ...options, start: xy }),
  ]
  expect(new Set([key, ...keys]).size).toBe(keys.length + 1)
  const pins = [
    { node: 3, x: 1, y: 2 },
    { node: 1, x: 5, y: 6 },
  ]
  expect(layoutKeyOf(graph, r, { ...options, pins })).toBe(
    layoutKeyOf(graph, r, { ...options, pins: pins.toReversed() }),
  )
})

test('scores that differ by the order of a sum are one score', () => {
  const nodes = ['a', 'b', 'c'].map((id) => ({ id, share: 1 }))
  const graphs = [0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1].map((score) =>
    toGraph({ nodes, edges: [{ a: 'a', b: 'b', score }] }),
  )
  expect(graphs[0]).toEqual(graphs[1])
})

test('another seed gives another figure', () => {
  const graph = toGraph(testNetwork(40, 2))
  const { r } = radiiFor(graph.share)
  expect(layoutGraph(graph, r, { ...options, seed: 2 })).not.toEqual(layoutGraph(graph, r, options))
})
