/** The median or a quartile of a group: whose figures are put in order, and which of them it is, or lies between. */
import type { ExplainedNumber, FigureRef, ListedNumber } from '../../../shared/contract/explained-numbers.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import { rankingInput } from '../../../shared/contract/rankings.ts'
import { quartilePlace } from '../../../shared/domain/quartiles.ts'
import type { MeasureId } from '../../../shared/measures/by-id.ts'
import { measureOf } from '../../../shared/measures/by-id.ts'
import type { RankingMeasureId } from '../../../shared/measures/ranking.ts'
import { ON_DEMAND, RANKING_MEASURES } from '../../../shared/measures/ranking.ts'
import type { ReaderContext } from '../../context.ts'
import { listRankings } from '../rankings.ts'
import type { Asked } from './form.ts'
import { formed, unexplained } from './form.ts'
import type { Made } from './terms.ts'
import { made, nothingMade, term } from './terms.ts'

/** Told in the measure of a base year. */
const IN_BASE: readonly MeasureId[] = ['adjustedShare', 'change']
const PARTS = { lower: 0.25, median: 0.5, upper: 0.75 } as const

const isRanked = (measure: MeasureId): measure is RankingMeasureId =>
  RANKING_MEASURES.some(({ id }) => id === measure)

/** Of the rows of the ranking that are the group's. @throws AppError input-invalid, group-unknown, group-kind, and those of rankings */
export function explainMiddle(input: Asked, context: ReaderContext): ExplainedNumber {
  const { form, kind, measure, subject, base, to: year } = input
  if (form !== 'median' && form !== 'lower' && form !== 'upper') throw unexplained('form', String(form))
  if (!isRanked(measure)) throw unexplained('form', `${measure} has no median here`)
  const list = listRankings(
    rankingInput.parse({
      ...{ dataset: input.dataset, by: kind, subject, year, base, group: input.among ?? input.id },
      also: ON_DEMAND.filter((each) => each === measure),
      limit: 'all',
    }),
    context,
  )
  const { group, filters, rows } = list
  if (!group) throw unexplained('among', 'a median is of a group')
  const known = rows
    .filter((row) => row[measure] !== null)
    .sort((a, b) => valueIn(a, measure) - valueIn(b, measure))
  const value = group.spreads[measure]?.[form] ?? null
  const place = value === null ? null : quartilePlace(known.length, PARTS[form])
  const at = { kind, subject, measure, ...periodOf(measure, filters.year, input.from) }
  // A figure in the measure of another year is reached from the ranking alone.
  const isRebased = base !== undefined && base !== filters.year && IN_BASE.includes(measure)
  const listed = known.map((row, i) => ({
    ...listedOf(row, at),
    isMarked: i === place?.below || i === place?.beyond,
    ...(isRebased && { figure: null }),
  }))
  return formed(list, {
    asked: { ...at, id: group.id, partner: null, form, among: group.id },
    entity: { id: group.id, name: group.name, nameZh: null },
    partner: null,
    made: place ? madeOf(value, listed, place) : nothingMade(value),
    decimals: measureOf(measure).decimals,
    provenance: rows[0]?.provenance ?? 'computed',
    list: { of: 'members', rows: listed, rest: null, residual: null },
  })
}

const valueIn = (row: RankingRow, measure: RankingMeasureId): number => row[measure] ?? NaN

/** A change is from the year before. */
const periodOf = (measure: MeasureId, year: number, from: number | undefined) => ({
  from:
    measure === 'change' || measure === 'changePct' || measure === 'rankChange' ? (from ?? year - 1) : year,
  to: year,
})

type At = Pick<FigureRef, 'kind' | 'subject' | 'from' | 'to'> & { measure: RankingMeasureId }

function listedOf(row: RankingRow, at: At): Omit<ListedNumber, 'isMarked'> {
  const { id, name, nameZh } = row
  return {
    label: { id, name, nameZh },
    value: valueIn(row, at.measure),
    decimals: row.printedDecimals?.[at.measure as 'share'] ?? measureOf(at.measure).decimals,
    figure: { ...at, id, partner: null },
  }
}

/** The one in the middle; or between two, in proportion. */
function madeOf(
  value: number | null,
  listed: readonly ListedNumber[],
  { below, beyond, part }: ReturnType<typeof quartilePlace>,
): Made {
  const of = (role: 'below' | 'beyond', at: number) => {
    const { value: own, decimals, label, figure } = listed[at] as ListedNumber
    return term(role, own, { decimals, label, figure, year: figure?.to ?? null })
  }
  if (below === beyond) return made(value, '{below}', [of('below', below)], (own) => own)
  return made(
    value,
    '{below} + {between} × ({beyond} − {below})',
    [of('below', below), term('between', part, { decimals: 2 }), of('beyond', beyond)],
    (low, share, high) => low + share * (high - low),
  )
}
