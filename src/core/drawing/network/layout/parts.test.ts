import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toGraph } from '../graph.ts'
import { testNetwork } from '../test-network.ts'
import { adjacencyOf, relativeLengths, strangeness } from './adjacency.ts'
import { nthRoot } from './arithmetic.ts'
import { Digest } from './digest.ts'
import { orient } from './orient.ts'
import { ShortestPaths } from './shortest-paths.ts'
import { pointOnCircle } from './unit-circle.ts'

test('points of a circle are those of sine and cosine', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (turn) => {
      const { x, y } = pointOnCircle(turn)
      expect(Math.abs(x - Math.sin(2 * Math.PI * turn))).toBeLessThan(1e-12)
      expect(Math.abs(y + Math.cos(2 * Math.PI * turn))).toBeLessThan(1e-12)
    }),
  )
})

test('roots by bisection', () => {
  for (const k of [1, 2, 7, 199]) expect(nthRoot(0.3, k)).toBeCloseTo(0.3 ** (1 / k), 12)
})

test('shortest paths agree with those of Floyd and Warshall', () => {
  const graph = toGraph(testNetwork(40, 7))
  const length = relativeLengths(graph)
  const all = Array.from({ length: 40 }, (_, i) =>
    Float64Array.from({ length: 40 }, (_, j) => (i === j ? 0 : Infinity)),
  )
  length.forEach((value, e) => {
    const [a, b] = [graph.source[e]!, graph.target[e]!]
    all[a]![b] = all[b]![a] = value
  })
  for (let k = 0; k < 40; k++)
    for (const row of all) for (let j = 0; j < 40; j++) row[j] = Math.min(row[j]!, row[k]! + all[k]![j]!)
  const paths = new ShortestPaths(adjacencyOf(graph), length)
  for (let i = 0; i < 40; i++) paths.from(i).forEach((far, j) => expect(far).toBeCloseTo(all[i]![j]!, 12))
})

test('strong edges are short, and so are those between nodes with the same partners', () => {
  expect([...relativeLengths({ score: Float64Array.of(1, 16, 1e-9, 1e9, 1) })]).toEqual([1, 0.5, 2, 0.5, 1])
  const ids = ['a', 'b', 'c', 'd']
  const graph = { ids, source: Int32Array.of(0, 0, 1, 2), target: Int32Array.of(1, 2, 2, 3) }
  const [ab, , , cd] = strangeness(graph, adjacencyOf(graph))
  expect(ab).toBeCloseTo(2 * (1 - 3 / 3) + 0.25, 12)
  expect(cd).toBeCloseTo(2 * (1 - 2 / 4) + 0.25, 12)
})

test('a figure turned or mirrored is oriented alike', () => {
  const xy = Float64Array.of(-4, -1, 0, 2, 3, 0.5, 6, -1.5, 1, 1)
  const expected = orient(xy)
  const turned = Float64Array.from(xy, (_, k) => (k % 2 === 0 ? -xy[k + 1]! : xy[k - 1]!))
  const mirrored = xy.map((value, k) => (k % 2 === 0 ? -value : value))
  for (const other of [turned, mirrored]) {
    orient(other).forEach((value, k) => expect(value).toBeCloseTo(expected[k]!, 9))
  }
  expect(expected[0]).toBeLessThan(0)
  expect(expected[1]).toBeLessThan(0)
})

test('the digest is FNV-1a of 64 bits', () => {
  const reference = (bytes: number[]) =>
    bytes.reduce(
      (hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & (2n ** 64n - 1n),
      0xcbf29ce484222325n,
    )
  const bytes = [5, 0, 0, 0, 0, 0, 0, 0]
  expect(new Digest().whole(5).hex()).toBe(reference(bytes).toString(16).padStart(16, '0'))
  const exact = [0x3f, 0xf8, 0, 0, 0, 0, 0, 0]
  expect(new Digest().exact(Float64Array.of(1.5)).hex()).toBe(reference(exact).toString(16).padStart(16, '0'))
  expect(new Digest().text('ab').text('c').hex()).not.toBe(new Digest().text('a').text('bc').hex())
  expect(new Digest().rounded(-1).hex()).not.toBe(new Digest().rounded(1).hex())
})
