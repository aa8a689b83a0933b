/** A group as the reference of a comparison: the same medians as in Rankings, year by year, and what is missing named. */
import { describe, expect, it } from 'vitest'
import { comparisonInput } from '../../../shared/contract/cities.ts'
import type { KeptGroup } from '../../../shared/contract/groups.ts'
import { rankingInput } from '../../../shared/contract/rankings.ts'
import { ALL_SUBJECTS } from '../../../shared/domain/subjects.ts'
import { comparedSpread } from '../../../shared/format/compared-group-words.ts'
import { RANKING_MEASURES } from '../../../shared/measures/ranking.ts'
import { compareSpec } from '../../../shared/plates/compare/from-profiles.ts'
import { othersOf } from '../../../shared/plates/compare/spec.ts'
import { compareTable } from '../../export/table/compare-table.ts'
import { useMaps } from '../../drawing/map/test-maps.ts'
import { compareEntities } from '../compare.ts'
import { listRankings } from '../rankings.ts'

const { context } = useMaps()
const member = (name: string) => ({
  ...{ pasted: name, id: null, name, region: null, division: null, ror: null, dataset: null },
})
const groupOf = (names: string[], kind: KeptGroup['kind'] = 'city'): KeptGroup => ({
  ...{ id: 'ours', name: 'Ours', kind, saved: '2026-11-30T09:00:00.000Z' },
  members: names.map(member),
})
const group = groupOf(['Beijing', 'Boston', 'London', 'Paris', 'Tokyo', 'Atlantis'])
const compared = (dataset: string | undefined, more: object = {}, lenient = false) =>
  compareEntities(
    { ...comparisonInput.parse({ dataset, cities: ['Shanghai', 'Boston'], group, ...more }), lenient },
    context,
  )

describe.each([undefined, 'sample'])('a group in %s', (dataset) => {
  it('has the medians and quartiles that Rankings tell of it, in every subject and measure', () => {
    for (const subject of ALL_SUBJECTS) {
      const told = listRankings(rankingInput.parse({ dataset, group, subject }), context).group
      const own = compared(dataset, { subject }).group
      expect(own).toMatchObject({ members: 6, here: 5, missing: told?.missing })
      for (const { id } of RANKING_MEASURES)
        expect(own?.spreads[subject]?.[id], `${subject} ${id}`).toEqual(told?.spreads[id])
    }
  })

  it('is the reference of table, figure and file; who leads is said of those compared alone', () => {
    const answer = compared(dataset)
    const plain = compared(dataset, { group: undefined })
    expect(answer.reference).toBeNull()
    expect(answer.finding).toEqual(plain.finding)
    expect(plain.group).toBeNull()
    const median = answer.group?.spreads['all']?.share?.median ?? NaN
    const spec = compareSpec(answer.cities, 'en', null, 0, answer.group)
    expect(spec.cities.map(({ letter, name }) => [letter, name])).toEqual([
      ['A', 'Shanghai'],
      ['B', 'Boston'],
      ['M', 'the median of Ours'],
    ])
    expect(othersOf(spec)).toEqual([0, 1])
    expect(spec.rows[0]?.values[2]).toBe(median)
    const { records } = compareTable(answer, [], 'en')
    const shares = answer.cities.map(({ row }) => row.share as number)
    expect(records.map((each) => (each as { differences: { share: number } }).differences.share)).toEqual(
      shares.map((share) => expect.closeTo(share - median, 6)),
    )
  })
})

it('has quartiles year by year as a band, of the years in which four or more have the figure', () => {
  const answer = compared('sample')
  const spec = compareSpec(answer.cities, 'en', null, 0, answer.group)
  const all = spec.shares?.panels.find(({ subject }) => subject === 'all')
  expect(all?.quartiles?.filter(Boolean).length).toBeGreaterThan(2)
  all?.quartiles?.forEach((each, at) => {
    const median = all.points[2]?.[at]?.value ?? NaN
    if (!each) return
    expect(each[0]).toBeLessThanOrEqual(median)
    expect(each[1]).toBeGreaterThanOrEqual(median)
  })
  const last = answer.group?.points.find(
    ({ of, subject, year }) => of === 'share' && subject === 'all' && year === answer.year,
  )
  expect(last?.spread).toEqual(answer.group?.spreads['all']?.share)
})

it('says of how many the median is', () => {
  // Printed Shares of 2023: Beijing 4,259.39, Boston 2,059.25, Tokyo, Paris and London 904.95; the third of five is the median.
  const { group: told, year } = compared(undefined)
  const said = comparedSpread(told!, { id: 'share', subject: 'all', year }, 'en')
  expect(said).toMatch(/^Share, 2023: median [\d.,]+, quartiles [\d.,]+ to 2,059\.25 \(5 of 6 published\)\.$/)
})

it('of another kind, or none that is kept, is refused; asked leniently the others stand', () => {
  const institutions = groupOf(['Fudan University'], 'institution')
  expect(() => compared('sample', { group: institutions })).toThrow(
    expect.objectContaining({ code: 'group-kind' }),
  )
  expect(() => compared('sample', { group: 'nobody' })).toThrow(
    expect.objectContaining({ code: 'group-unknown' }),
  )
  const { group: none, groupLacks, reference, cities } = compared('sample', { group: 'nobody' }, true)
  expect([none, groupLacks, reference]).toEqual([null, 'group-unknown', cities[0]?.city.cityId])
})
