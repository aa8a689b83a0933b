import { expect, test } from 'vitest'
import type { RankingRow } from '../../shared/contract/rankings.ts'
import { amongCollected, partnerFinding, partnersFinding, titleAmongCollected } from './collected-finding.ts'

const LISBON = {
  places: [{ kind: 'city' as const, name: 'Lisbon', nameZh: '里斯本', id: null, country: 'PT' }],
}
const row = (name: string, share: number, own = {}) =>
  ({
    id: name,
    name,
    nameZh: null,
    region: 'FR',
    regionName: 'France',
    share,
    rank: null,
    ...own,
  }) as RankingRow

test('a finding says of what set it is, in both languages', () => {
  const finding = { en: 'A and B collaborate most.', zh: 'A 与 B 合作最多。' }
  expect(amongCollected(finding, LISBON)).toEqual({
    en: 'A and B collaborate most (only with Lisbon).',
    zh: 'A 与 B 合作最多（仅含与里斯本合作的论文）。',
  })
  expect(amongCollected(finding, null)).toBe(finding)
  expect(amongCollected(null, LISBON)).toBeNull()
  expect(titleAmongCollected('A rose', LISBON, 'en')).toBe('A rose (only with Lisbon)')
})

test('of partners the largest Share of joint articles is told, and no place', () => {
  const rows = [row('Lisbon', 90, { collected: true }), row('Paris', 12.3), row('Rome', 4)]
  const said = partnersFinding(rows, LISBON)?.en ?? ''
  expect(said).toBe(
    'Of 2 partners Paris has the largest Share in the joint articles, **12.30** (only with Lisbon).',
  )
  expect(said).not.toMatch(/first|leads|times|rank/i)
  // Level, or one alone: nothing is largest.
  expect(partnersFinding([row('Paris', 4), row('Rome', 4)], LISBON)).toBeNull()
  expect(partnersFinding([row('Lisbon', 90, { collected: true }), row('Paris', 4)], LISBON)).toBeNull()
})

test('a partner by itself: its Share is that of the joint articles', () => {
  expect(partnerFinding(row('Paris', 12.3), LISBON)?.en).toBe(
    'The Share of Paris here comes from joint articles alone: **12.30** (only with Lisbon).',
  )
  expect(partnerFinding(row('Lisbon', 90, { collected: true }), LISBON)).toBeNull()
})
