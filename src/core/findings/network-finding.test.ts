import { expect, test } from 'vitest'
import type { NetworkData } from '../../shared/contract/networks.ts'
import { networkFinding } from './network-finding.ts'

const node = (id: string) => ({
  id,
  name: id,
  nameZh: null,
  within: null,
  region: null,
  sector: null,
  share: 1,
  count: 1,
})
const nodes = ['A', 'B', 'C', 'D', 'E'].map(node)
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

test('of a circle of one only the closest partner of its centre is said', () => {
  const ego = { of: 'ego', centre: 'B' } as NetworkData['filters']
  const some = edges(['C', 'D', 9], ['A', 'B', 5], ['B', 'C', 4])
  expect(networkFinding({ filters: ego, nodes, edges: some })?.en).toBe(
    'The closest partner of B is A, with a score of **5.00**.',
  )
})
