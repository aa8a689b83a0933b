import { describe, expect, test } from 'vitest'
import type { RankingRow } from '../../shared/contract/rankings.ts'
import { unpublishedRow } from '../../shared/contract/test-rows.ts'
import { cityFinding } from './city-finding.ts'
import { rankingFinding } from './ranking-finding.ts'

function row(name: string, share: number | null, more: Partial<RankingRow> = {}): RankingRow {
  const us = { region: 'US', regionName: 'United States', regionNameZh: '美国' }
  return unpublishedRow(name.toLowerCase(), { name, rank: 1, share, ...us, ...more })
}
const view = { subject: 'all', year: 2023, filtered: false }
const japan = { region: 'JP', regionName: 'Japan', regionNameZh: '日本' }

describe('a ranking', () => {
  test('says how far the first is ahead and where most cities are', () => {
    const rows = [row('A metropolitan area', 30), row('B', 20), row('C', 10, japan)]
    expect(rankingFinding(rows, view)?.en).toBe(
      'A’s Share is **1.50 times** B’s; **2** of the 3 cities are in the United States, **1** in Japan.',
    )
  })

  test('counts what is published where some is not', () => {
    expect(rankingFinding([row('A', 30), row('B', 20), row('C', null)], view)?.zh).toContain(
      '仅 **2** 座的份额已发表',
    )
  })

  test('says nothing of Shares that are not there, and nothing at all without ranks', () => {
    expect(rankingFinding([row('A', null), row('B', null)], view)?.en).toContain('a Share for none')
    expect(rankingFinding([row('A', 676.43), row('B', null)], view)?.en).toBe(
      'A rank is published for **2** of 2 cities, a Share for A alone, **676.43**.',
    )
    expect(rankingFinding([row('A', null, { rank: null })], view)).toBeNull()
    expect(rankingFinding([], view)).toBeNull()
  })
})

test('a city stands behind the one above it, or first', () => {
  expect(cityFinding(row('B', 20, { rank: 2 }), row('A', 30))?.en).toBe(
    'B ranks **2**, 10.00 of Share behind A.',
  )
  expect(cityFinding(row('A', 30, { regionSharePct: 18.4 }), null)?.en).toBe(
    'A leads the ranking, with **18.4 %** of its region’s Share.',
  )
  expect(cityFinding(row('A', null), null)).toBeNull()
})
