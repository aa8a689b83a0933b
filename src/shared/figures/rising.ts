/** Who rose between two years: the rows that are drawn, the floor, and the one that the title speaks of. */
import type { EntityName, Provenance } from '../contract/common.ts'
import type { RisingList, RisingRow } from '../contract/rankings.ts'
import type { Drawn } from '../contract/stability.ts'
import type { Language } from '../domain/language.ts'
import { isSubject } from '../domain/subjects.ts'
import type { Subject } from '../domain/subjects.ts'
import { shortName } from '../format/names.ts'

/** A value with the ends of its interval, where they are known. */
export interface Estimate {
  value: number
  low?: number
  high?: number
}

export interface RisingMark {
  id: string
  place: number
  name: string
  /** Adjusted to the base year. */
  from: Estimate
  to: Estimate
  change: number
  /** Null where the first year's Share is 0. */
  changePct: number | null
  /** The row that the title speaks of. */
  read: boolean
  provenance: Provenance
}

export interface RisingFigure {
  language: Language
  dataset: string
  by: EntityName
  subject: Subject
  from: number
  to: number
  base: number
  sort: 'change' | 'changePct'
  /** Name of the region that the rows are of, if they are of one. */
  region: string | null
  /** `value` is the Share asked for in the first year, `at` where that stands once adjusted; null where none is asked. */
  floor: { value: number; at: number } | null
  /** What intervals were made by, where they were asked for. */
  bands: Drawn | null
  /** The leading rows. */
  rows: RisingMark[]
  /** The row being read where it is not among them. */
  outside: RisingMark | null
  total: number
}

export interface RisingOptions {
  language: Language
  top: number
  /** Id of the row being read; without it, or where the list does not hold it, the first one that rose. */
  highlight?: string | undefined
}

/** @param list whole: the row being read may stand anywhere in it; intervals are drawn where its rows have them */
export function risingFigure(
  list: Pick<RisingList, 'dataset' | 'filters' | 'rows' | 'total' | 'years' | 'articles'>,
  { language, top, highlight }: RisingOptions,
): RisingFigure {
  const { from, to, base, by, subject, sort, floor, region } = list.filters
  const read = readRow(list.rows, highlight)
  const mark = (row: RisingRow): RisingMark => ({
    id: row.id,
    place: row.place,
    name: shortName(row, language),
    from: { value: row.adjustedFrom },
    to: laterOf(row, sort),
    change: row.change,
    changePct: row.changePct,
    read: row === read,
    provenance: row.provenance,
  })
  const named = list.rows[0]
  return {
    language,
    dataset: list.dataset,
    by: by as EntityName,
    subject: isSubject(subject) ? subject : 'all',
    from,
    to,
    base,
    sort: sort === 'changePct' ? 'changePct' : 'change',
    region: region && named ? (language === 'zh' ? named.regionNameZh : named.regionName) : null,
    floor: floor > 0 ? { value: floor, at: floor * sizeOf(list, base, from) } : null,
    bands: list.filters.bands ?? null,
    rows: list.rows.slice(0, top).map(mark),
    outside: read && read.place > top ? mark(read) : null,
    total: list.total,
  }
}

/** The later value with the ends of the change's interval as it is read: from the first year's mark, in the list's order. */
function laterOf(row: RisingRow, sort: string): Estimate {
  const { adjustedFrom: from, adjustedTo: value } = row
  const isAmount = sort !== 'changePct'
  const [low, high] = isAmount ? [row.changeLow, row.changeHigh] : [row.changePctLow, row.changePctHigh]
  if (low == null || high == null) return { value }
  const at = (change: number) => (isAmount ? from + change : from * (1 + change / 100))
  return { value, low: at(low), high: at(high) }
}

export function readRow(rows: readonly RisingRow[], highlight: string | undefined): RisingRow | null {
  const [first] = rows
  const chosen = highlight === undefined ? undefined : rows.find(({ id }) => id === highlight)
  return chosen ?? (first && first.change > 0 ? first : null)
}

/** N(base) ÷ N(year): what a Share of the year is multiplied by. */
export function sizeOf(
  { years, articles }: Pick<RisingList, 'years' | 'articles'>,
  base: number,
  year: number,
): number {
  const [whole, part] = [articles[years.indexOf(base)], articles[years.indexOf(year)]]
  return whole && part ? whole / part : 1
}
