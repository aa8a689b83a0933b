/** The rows of Differences: values by entity, how far each is from the reference, and between what. */
import type { CityComparison, ComparedCity } from '../../../../shared/contract/cities.ts'
import type { RankingRow } from '../../../../shared/contract/rankings.ts'
import { differenceFrom, differencePct } from '../../../../shared/domain/difference.ts'
import type { Spread } from '../../../../shared/domain/quartiles.ts'
import type { Subject } from '../../../../shared/domain/subjects.ts'
import { ALL_SUBJECTS, SUBJECTS } from '../../../../shared/domain/subjects.ts'
import type { RankingMeasureId } from '../../../../shared/measures/ranking.ts'
import { listedMeasures } from '../../../../shared/tables/ranking-columns.ts'

export interface DifferenceCell {
  /** Value − that of the reference; null of the reference, and where one of the two is not known. */
  absolute: number | null
  /** In percent of the reference's; null of ranks and percentages, whose own percentage says nothing. */
  pct: number | null
  ratio: number | null
  interval: readonly [low: number, high: number] | null
  /** The interval holds 0: which of the two is ahead may be chance. */
  level: boolean
}

export interface DifferenceRow {
  part: 'share' | 'others' | 'ranks'
  measure: RankingMeasureId
  subject: string
  /** By entity, in order. */
  rows: (RankingRow | undefined)[]
  cells: DifferenceCell[]
  /** Of the group that is the reference; null without one, and where none of its members has the figure. */
  spread: Spread | null
}

type Compared = Pick<CityComparison, 'cities' | 'subject' | 'reference' | 'group'>

export function differenceRows(comparison: Compared): DifferenceRow[] {
  const { cities, subject } = comparison
  const measures = listedMeasures(
    'compare',
    cities.map(({ row }) => row),
  )
  const others = measures.filter(({ id }) => id !== 'share' && (id !== 'rank' || subject === 'all'))
  return [
    ...ALL_SUBJECTS.map((each) => rowOf(comparison, 'share', 'share', each)),
    ...others.map(({ id }) => rowOf(comparison, 'others', id, subject)),
    ...SUBJECTS.map((each) => rowOf(comparison, 'ranks', 'rank', each)),
  ]
}

const HAS_RATIO: readonly RankingMeasureId[] = [
  'share',
  'adjustedShare',
  'count',
  'countPerShare',
  'perMillion',
]

function rowOf(
  { cities, reference, group, subject: chosen }: Compared,
  part: DifferenceRow['part'],
  measure: RankingMeasureId,
  subject: string,
): DifferenceRow {
  const rows = cities.map((city) =>
    part === 'others' && subject === chosen ? city.row : rowIn(city, subject),
  )
  const spread = group?.spreads[subject]?.[measure] ?? null
  const own = group
    ? spread?.median
    : rows[cities.findIndex(({ city }) => city.cityId === reference)]?.[measure]
  return {
    part,
    measure,
    subject,
    rows,
    spread,
    cells: cities.map((city, at) => cellOf(own, rows[at], city, { measure, subject, reference })),
  }
}

function cellOf(
  own: number | null | undefined,
  row: RankingRow | undefined,
  { city, differenceIntervals }: ComparedCity,
  { measure, subject, reference }: { measure: RankingMeasureId; subject: string; reference: string | null },
): DifferenceCell {
  const found = city.cityId === reference ? null : differenceFrom(own, row?.[measure])
  const ratios = HAS_RATIO.includes(measure)
  const interval = (found && measure === 'share' && differenceIntervals?.[subject]) || null
  return {
    absolute: found?.absolute ?? null,
    pct: found && ratios ? differencePct(found) : null,
    ratio: found && ratios ? found.ratio : null,
    interval,
    level: interval !== null && interval[0] <= 0 && interval[1] >= 0,
  }
}

function rowIn(city: ComparedCity, subject: string): RankingRow | undefined {
  return subject === 'all' ? city.headline : city.subjects.find((row) => row.subject === subject)
}

/** By entity, the subjects in which it cannot be told from the reference. */
export function levelSubjects(rows: readonly DifferenceRow[], at: number): Subject[] {
  return rows.flatMap(({ part, subject, cells }) =>
    part === 'share' && cells[at]?.level ? [subject as Subject] : [],
  )
}
