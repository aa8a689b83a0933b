import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjacencyOf } from '../layout/adjacency.ts'
import { betweenness } from './betweenness.ts'
import { pathsThrough } from './paths-through.ts'

const graphOf = (n: number, edges: readonly (readonly [number, number])[]) =>
  adjacencyOf({
    ids: Array.from({ length: n }, (_, i) => `n${i}`),
    source: Int32Array.from(edges, ([a]) => a),
    target: Int32Array.from(edges, ([, b]) => b),
  })

describe('the shortest paths through a node', () => {
  it('of a star lead between all the others; of a ring of four, half of one pair', () => {
    const star = graphOf(4, [
      [0, 1],
      [0, 2],
      [0, 3],
    ])
    expect(pathsThrough(star, 0, 10).listed).toEqual([
      { a: 1, b: 2, part: 1 },
      { a: 1, b: 3, part: 1 },
      { a: 2, b: 3, part: 1 },
    ])
    expect(pathsThrough(star, 1, 10)).toEqual({ listed: [], found: 0, sum: 0, listedSum: 0 })
    const ring = graphOf(4, [
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 3],
    ])
    expect(pathsThrough(ring, 1, 10).listed).toEqual([{ a: 0, b: 2, part: 1 / 2 }])
  })

  it('add up to the betweenness, whatever the graph, and a cut list keeps the largest', () => {
    const graphs = fc.integer({ min: 3, max: 14 }).chain((n) =>
      fc.record({
        n: fc.constant(n),
        kept: fc.array(fc.boolean(), { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 }),
      }),
    )
    fc.assert(
      fc.property(graphs, ({ n, kept }) => {
        const all = Array.from({ length: n }, (_, a) =>
          Array.from({ length: n - a - 1 }, (_each, i) => [a, a + 1 + i] as const),
        ).flat()
        const links = graphOf(
          n,
          all.filter((_, i) => kept[i]),
        )
        const whole = betweenness(links)
        for (let node = 0; node < n; node++) {
          const { sum, found, listed } = pathsThrough(links, node, 1000)
          expect(sum).toBeCloseTo(((whole[node] ?? 0) * (n - 1) * (n - 2)) / 2, 9)
          expect(listed).toHaveLength(found)
          const few = pathsThrough(links, node, 2)
          expect(few.listed).toEqual(listed.slice(0, 2))
          expect([few.found, few.sum]).toEqual([found, sum])
        }
      }),
      { numRuns: 60 },
    )
  })
})
