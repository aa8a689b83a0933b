import { UndirectedGraph } from 'graphology'
import reference from 'graphology-metrics/centrality/betweenness.js'
import { expect, test } from 'vitest'
import { toGraph } from '../graph.ts'
import { testNetwork } from '../test-network.ts'
import { centralitiesOf } from './centralities.ts'

test('of a path through the middle, by hand', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((id, i) => ({ id, share: 4 - i }))
  const edges = [
    { a: 'a', b: 'b', score: 2 },
    { a: 'b', b: 'c', score: 0.5 },
  ]
  const { degree, weightedDegree, betweenness } = centralitiesOf(toGraph({ nodes, edges }))
  expect([...degree]).toEqual([1, 2, 1, 0])
  expect([...weightedDegree]).toEqual([2, 2.5, 0.5, 0])
  // One of the three pairs of others, a and c, goes through b.
  expect([...betweenness]).toEqual([0, 1 / 3, 0, 0])
})

test('betweenness agrees with another implementation', () => {
  const graph = toGraph(testNetwork(120, 3))
  const network = new UndirectedGraph()
  graph.ids.forEach((id) => network.addNode(id))
  graph.source.forEach((a, e) => network.addEdge(graph.ids[a], graph.ids[graph.target[e]!]))
  const expected = reference(network, { getEdgeWeight: null })
  const { betweenness } = centralitiesOf(graph)
  graph.ids.forEach((id, i) => expect(betweenness[i]).toBeCloseTo(expected[id]!, 12))
})

test('fewer than three nodes have none between', () => {
  const nodes = ['a', 'b'].map((id) => ({ id, share: 1 }))
  const graph = toGraph({ nodes, edges: [{ a: 'a', b: 'b', score: 1 }] })
  expect([...centralitiesOf(graph).betweenness]).toEqual([0, 0])
})
