import { describe, expect, test } from 'vitest'
import type { NetworkData } from '../../shared/contract/networks.ts'
import { nodeFinding, nodeTitle } from '../../shared/figures/network/reading.ts'
import { networkFinding } from './network-finding.ts'

const node = (id: string, links = 0) => ({
  id,
  name: id,
  nameZh: null,
  within: null,
  region: null,
  sector: null,
  share: 1,
  count: 1,
  links,
})
const nodes = ['A', 'B', 'C', 'D', 'E'].map((id) => node(id))
const filters = { of: 'institutions', centre: null } as NetworkData['filters']
const edges = (...list: [a: string, b: string, score: number][]) =>
  list.map(([a, b, score]) => ({ a, b, score, articles: 1 }))

test('a network says its closest pair, and who has a part in most of the strongest', () => {
  const some = edges(['A', 'B', 12.34], ['A', 'C', 5], ['A', 'D', 4], ['B', 'C', 3], ['D', 'E', 1])
  expect(networkFinding({ filters, nodes, edges: some })?.en).toBe(
    'A and B collaborate most, with a score of **12.34**; A has a part in **3** of the 5 strongest pairs.',
  )
})

test('pairs that are level are counted all or not at all, and a level first place is no finding', () => {
  const level = edges(['A', 'B', 5], ['C', 'D', 5])
  expect(networkFinding({ filters, nodes, edges: level })).toBeNull()
  const two = edges(['A', 'B', 5], ['A', 'C', 4], ['A', 'D', 3])
  expect(networkFinding({ filters, nodes, edges: two })?.en).toBe(
    'A and B collaborate most, with a score of **5.00**.',
  )
  expect(networkFinding({ filters, nodes, edges: [] })).toBeNull()
})

test('of a circle of one its centre is spoken of: the closest partner, and how many links it has', () => {
  const ego = { of: 'ego', centre: 'B' } as NetworkData['filters']
  const some = edges(['C', 'D', 9], ['A', 'B', 5], ['B', 'C', 4])
  const known = nodes.map((each) => (each.id === 'B' ? node('B', 2) : each))
  expect(networkFinding({ filters: ego, nodes: known, edges: some })?.en).toBe(
    'The closest partner of B is A, with a score of **5.00**; B has links with **2** of the 4 others.',
  )
})

describe('the node that is read', () => {
  const some = edges(['A', 'B', 5], ['A', 'C', 4], ['B', 'C', 3])
  const said = (id: string, links: number, all = some) =>
    nodeFinding({ nodes: nodes.map((each) => (each.id === id ? node(id, links) : each)), edges: all }, id)

  test('is said with its closest partner and what of its links is drawn', () => {
    expect(said('A', 4)?.en).toBe(
      'The closest partner of A is B, with a score of **5.00**; A has links with all **4** others, 2 of them drawn.',
    )
    expect(said('A', 2)?.zh).toBe(
      'A最密切的合作方是B，双边合作分值为 **5.00**；A与其余 4 个中的 **2** 个有合作。',
    )
  })
  test('has no closest partner where two are level, and none where it stands alone', () => {
    expect(said('A', 2, edges(['A', 'B', 5], ['A', 'C', 5]))?.en).toBe(
      'A has links with **2** of the 4 others.',
    )
    expect(said('E', 0)?.en).toBe('E wrote no article with any of the 4 others.')
    expect(said('E', 1)?.en).toBe('E has links with **1** of the 4 others, none of them drawn.')
    expect(nodeFinding({ nodes: [node('A')], edges: [] }, 'A')).toBeNull()
    expect(nodeFinding({ nodes, edges: some }, 'Z')).toBeNull()
  })
  test('counts nodes that were hidden among the others', () => {
    const hidden = [{ id: 'H', name: 'H', nameZh: null }]
    expect(nodeFinding({ nodes: [node('A', 1)], edges: [], hidden }, 'A')?.en).toBe(
      'A has a link with the only other one, none of them drawn.',
    )
  })
  test('titles its figure', () => {
    expect(nodeTitle({ nodes, edges: some }, 'C', 'en')).toBe('C works most with A')
    expect(nodeTitle({ nodes, edges: some }, 'E', 'en')).toBeNull()
  })
})
