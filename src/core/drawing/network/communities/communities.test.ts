import { expect, test } from 'vitest'
import { toGraph } from '../graph.ts'
import { testNetwork } from '../test-network.ts'
import { communitiesOf } from './communities.ts'
import { modularity } from './modularity.ts'

const node = (id: string, share: number) => ({ id, share })
const edge = (a: string, b: string, score: number) => ({ a, b, score })

test('two triangles with one weak edge are two clusters, the one of more Share first', () => {
  const graph = toGraph({
    nodes: [node('a', 1), node('b', 9), node('c', 1), node('x', 8), node('y', 7), node('z', 1)],
    edges: [
      ...[edge('a', 'b', 1), edge('b', 'c', 1), edge('a', 'c', 1), edge('x', 'y', 1), edge('y', 'z', 1)],
      ...[edge('x', 'z', 1), edge('a', 'x', 0.1)],
    ],
  })
  const { cluster, count, modularity: quality } = communitiesOf(graph, 1)
  const of = Object.fromEntries(graph.ids.map((id, i) => [id, cluster[i]]))
  expect(of).toEqual({ x: 0, y: 0, z: 0, a: 1, b: 1, c: 1 })
  expect(count).toBe(2)
  // W = 6.1: within 3 / 6.1 each, and each has half of all ends.
  expect(quality).toBeCloseTo(6 / 6.1 - 0.5, 12)
})

test('the planted communities are found, alike in every run', () => {
  const network = testNetwork(200, 1)
  const graph = toGraph(network)
  const group = new Map(network.nodes.map(({ id }, i) => [id, network.community[i]!]))
  const planted = graph.ids.map((id) => group.get(id)!)
  const found = communitiesOf(graph, 1)
  expect(found.modularity).toBe(modularity(graph, found.cluster))
  expect(found.modularity).toBeGreaterThanOrEqual(modularity(graph, planted)! - 1e-9)
  expect(communitiesOf(graph, 1)).toEqual(found)
  const totals = new Float64Array(found.count)
  found.cluster.forEach((c, i) => (totals[c]! += graph.share[i]!))
  expect([...totals]).toEqual([...totals].sort((a, b) => b - a))
})

test('without edges every node is its own cluster, and there is no modularity', () => {
  const graph = toGraph({ nodes: [node('a', 1), node('b', 2), node('c', 1)], edges: [] })
  expect(communitiesOf(graph, 1)).toEqual({ cluster: Int32Array.of(0, 1, 2), count: 3, modularity: null })
  expect(communitiesOf(toGraph({ nodes: [], edges: [] }), 1).count).toBe(0)
})
