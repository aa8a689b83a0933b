import { expect, it } from 'vitest'
import type { RankingGroup } from '../contract/groups.ts'
import { cityRow, listOf } from '../contract/test-list.ts'
import { groupNotes, groupNumbers, groupRules } from './group-rule.ts'
import { rankedRows } from './ranked-rows.ts'
import { rankedSubtitles } from './ranked-words.ts'
import { rankingBars } from './ranking-bars.ts'

const rows = [1, 2, 3, 4].map((rank) => cityRow(`city${rank}`, { rank, share: 100 / rank, count: 9 }))
const group: RankingGroup = {
  ...{ id: 'ours', name: 'Our five', kind: 'city', members: 5, here: 4 },
  missing: [{ pasted: 'Atlantis', name: 'Atlantis', reason: 'not-here', instead: null }],
  spreads: { share: { n: 4, median: 41.67, lower: 31.25, upper: 62.5 } },
  ...{ together: null, lacks: 'articles' },
}
const list = { ...listOf(rows, { group: 'Our five' }), group }
const language = 'en'

it('marks median and quartiles in the figure of the screen and of the slide', () => {
  const bars = rankingBars(list, { language, source: 'S' })
  expect(bars.rules?.median).toEqual({ value: 41.67, label: 'Median' })
  expect(bars.rules?.quartiles.map(({ value }) => value)).toEqual([31.25, 62.5])
  expect(bars.subtitle).toContain('Group: Our five')
  expect(bars.fileStem).toContain('our-five')
  const ranked = rankedRows(list, { language, top: 2, highlight: undefined, arrow: 'none' })
  expect(ranked.spec).toMatchObject({ reference: { value: 41.67 }, rules: [31.25, 62.5] })
  expect(rankedSubtitles(ranked, 1)[0]).toContain('Our five')
})

it('holds the rules on the axis also where no drawn row reaches them', () => {
  const low = { ...list, rows: rows.slice(2) }
  const { spec } = rankedRows(low, { language, top: 2, highlight: undefined, arrow: 'none' })
  expect(spec.to).toBe(62.5)
})

it('says whose they are, of how many, and who is missing', () => {
  expect(groupNotes(list, 'share', language)).toEqual([
    'Dashed and dotted lines, Our five: Share: median 41.67, quartiles 31.25 to 62.50 (4 of 5 published).',
    'Without a row: Atlantis (not in this dataset).',
  ])
  expect(groupNumbers(list, 'share', language).map(({ value }) => value)).toEqual([41.67, 31.25, 62.5])
  // Of a measure that none has there is no rule, and without a group nothing at all.
  expect(groupRules(list, 'changePct', language)).toBeNull()
  expect(groupNotes(listOf(rows), 'share', language)).toEqual([])
  expect(rankingBars(listOf(rows), { language, source: 'S' }).rules).toBeUndefined()
})
