/** A ranking as a figure of rows: the leading ones, and the row being read also where it is not among them. */
import type { RankingList, RankingRow } from '../contract/rankings.ts'
import type { Language } from '../domain/language.ts'
import { rankBand, shareInterval } from '../format/bands.ts'
import { markedFigure } from '../format/printed.ts'
import { formatNumber } from '../format/numbers.ts'
import { translate } from '../i18n/index.ts'
import type { Values } from '../i18n/index.ts'
import { measureOf } from '../measures/by-id.ts'
import type { RankingMeasureId } from '../measures/ranking.ts'
import { RANKING_MEASURES } from '../measures/ranking.ts'
import { groupRules } from './group-rule.ts'
import { rowName, shortName } from './names.ts'
import type { RowDifference, RowItem, RowNumber, RowsSpec } from './row-spec.ts'
import { PLACES } from './short-names.ts'

export interface RankedOptions {
  language: Language
  /** Rows asked, from the top of the list as it is sorted. */
  top: number
  highlight: string | undefined
  /** To the row above or below the highlighted one. */
  arrow: 'above' | 'below' | 'none'
  /** Without it the one that the list is sorted by, else Share. */
  measure?: RankingMeasureId
}

/** A ranking's rows with what its words are made of. */
export interface Ranked {
  spec: RowsSpec
  list: RankingList
  measure: RankingMeasureId
  /** In the order of the list, without a filter of rows and by this measure: the place then stands for all. */
  natural: boolean
  drawn: RankingRow[]
  read: RankingRow | null
  /** The row that the highlighted one is compared with, and how. */
  against: { row: RankingRow; gap: number; behind: boolean } | null
}

export const rankedWord = (language: Language, key: string, values?: Values): string =>
  translate(language, `plates.ranking.${key}`, values)

const isMeasure = (sort: string): sort is RankingMeasureId => RANKING_MEASURES.some(({ id }) => id === sort)

/** What the bars show: the measure that the list is sorted by; of an order by rank, name or region the Share. */
export function shownMeasure(list: RankingList): RankingMeasureId {
  const { sort } = list.filters
  return isMeasure(sort) && sort !== 'rank' && sort !== 'rankChange' ? sort : 'share'
}

/** Short as a sentence or a narrow figure says it. */
export function plateNames(
  row: Pick<RankingRow, 'name' | 'nameZh'>,
  language: Language,
): [string, ...string[]] {
  const short = shortName(rowName(row, language), language)
  return [typographic(PLACES[language][short] ?? short)]
}
/** An apostrophe as it is printed: the names of the data have the typewriter's. */
const typographic = (name: string): string => name.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
export const plateName = (row: Pick<RankingRow, 'name' | 'nameZh'>, language: Language): string =>
  plateNames(row, language)[0]

/** @param list all rows that match, so that a row outside the leading ones is found with the one above it */
export function rankedRows(list: RankingList, options: RankedOptions): Ranked {
  const { language, top, highlight } = options
  const measure = options.measure ?? shownMeasure(list)
  const leading = list.rows.slice(0, top)
  const at = list.rows.findIndex(({ id }) => id === highlight)
  const read = list.rows[at] ?? null
  const outside = at >= leading.length
  const drawn = outside && read ? [...leading, read] : leading
  const natural = isNatural(list, measure)
  const against = natural && read ? comparedWith(list.rows, at, measure, options.arrow) : null
  const items = leading.map((row, i) => itemOf(row, i, list, measure, options, natural))
  if (outside && read)
    items.push(
      gapItem(at - leading.length, list, language),
      itemOf(read, at, list, measure, options, natural),
    )
  const withBands = measure === 'share' && list.bands !== undefined
  const ends = withBands ? drawn.flatMap(({ shareHigh }) => shareHigh ?? []) : []
  const rules = groupRules(list, measure, language)
  const quartiles = rules?.quartiles.map(({ value }) => value) ?? []
  const values = [
    ...drawn.flatMap((row) => row[measure] ?? []),
    ...ends,
    ...(rules ? [rules.median.value, ...quartiles] : []),
  ]
  const spec: RowsSpec = {
    language,
    marks: 'bars',
    rows: items,
    heads: {
      place: rankedWord(language, 'place'),
      name: translate(language, `figures.names.${list.filters.by}`),
      value: measureOf(measure).name[language],
    },
    decimals: measureOf(measure).decimals,
    from: Math.min(0, ...values),
    to: Math.max(0, ...values),
    subject: list.filters.subject,
    // Its words would stand on the whiskers.
    difference: withBands ? null : differenceOf(read, against, measure, options),
    reference: rules?.median ?? null,
    ...(quartiles.length > 0 && { rules: quartiles }),
    absent: translate(language, 'common.notPublished'),
  }
  return { spec, list, measure, natural, drawn, read, against }
}

/** Largest first by the measure shown: only then is the row above the next larger one. */
function isNatural({ filters: { sort, descending } }: RankingList, measure: RankingMeasureId): boolean {
  if (sort === 'rank') return !descending && measure === 'share'
  return sort === measure && descending
}

function itemOf(
  row: RankingRow,
  index: number,
  list: RankingList,
  measure: RankingMeasureId,
  { language, highlight }: RankedOptions,
  natural: boolean,
): RowItem {
  const value = row[measure]
  const byShare = measure === 'share' || !natural
  const place = byShare ? row.rank : value === null ? null : index + 1
  return {
    kind: 'row',
    key: row.id,
    place:
      (measure === 'share' ? rankBand(row) : null) ??
      (place === null ? '' : formatNumber(place, 0, language)),
    names: plateNames(row, language),
    value,
    text: markedFigure(row, measure, language) ?? translate(language, 'common.np'),
    highlighted: row.id === highlight,
    hollow: row.provenance === 'sample',
    numbers: numbersOf(row, place, list, measure, language),
    ...(measure === 'share' ? shareInterval(row) : {}),
  }
}

function numbersOf(
  row: RankingRow,
  place: number | null,
  { filters: { year } }: RankingList,
  measure: RankingMeasureId,
  language: Language,
): RowNumber[] {
  const { decimals, name: what } = measureOf(measure)
  const values = { name: plateName(row, language), what: what[language], year }
  const value = row[measure]
  const derived = RANKING_MEASURES.find(({ id }) => id === measure)?.ofEdition !== 'printed'
  const of = row.provenance === 'printed' && derived ? 'computed' : row.provenance
  return [
    ...(place === null
      ? []
      : [
          {
            label: rankedWord(language, 'numbers.rank', values),
            value: place,
            decimals: 0,
            of: row.provenance,
          },
        ]),
    ...(value === null
      ? []
      : [{ label: rankedWord(language, 'numbers.value', values), value, decimals, of }]),
  ]
}

function gapItem(left: number, { filters: { by } }: RankingList, language: Language): RowItem {
  const words = left > 0 ? rankedWord(language, `left.${by}`, { n: formatNumber(left, 0, language) }) : ''
  const plain = { place: '…', value: null, text: '', highlighted: false, hollow: false, numbers: [] }
  return { ...plain, kind: 'gap', key: '…', names: [words] }
}

/** The next row above, or below where that is asked or there is none above. */
function comparedWith(
  rows: readonly RankingRow[],
  at: number,
  measure: RankingMeasureId,
  arrow: RankedOptions['arrow'],
): Ranked['against'] {
  const own = rows[at]?.[measure]
  if (own === null || own === undefined) return null
  const behind = arrow !== 'below' && at > 0
  const row = rows[behind ? at - 1 : at + 1]
  const value = row?.[measure]
  if (!row || value === null || value === undefined) return null
  return { row, gap: Math.abs(value - own), behind }
}

/** Percent of the other's amount; null where a measure has no meaningful whole. */
export function gapPercent(measure: RankingMeasureId, gap: number, of: number): number | null {
  const { unit, signed } = measureOf(measure)
  return signed || unit === 'percent' || unit === 'ratio' || of <= 0 ? null : (gap / of) * 100
}

function differenceOf(
  read: RankingRow | null,
  against: Ranked['against'],
  measure: RankingMeasureId,
  { language, arrow }: RankedOptions,
): RowDifference | null {
  if (!read || !against || arrow === 'none' || against.gap === 0) return null
  const { row, gap, behind } = against
  const percent = gapPercent(measure, gap, row[measure] ?? 0)
  const values = {
    gap: formatNumber(gap, measureOf(measure).decimals, language),
    other: plateName(row, language),
    percent: percent === null ? '' : formatNumber(percent, 1, language),
  }
  const keys = percent === null ? [1, 3] : [0, 1, 2, 3]
  return {
    at: behind ? read.id : row.id,
    from: behind ? row.id : read.id,
    of: read.id,
    wordings: keys.map((key) => rankedWord(language, `${behind ? 'behind' : 'ahead'}.${key}`, values)),
    name: rankedWord(language, 'difference', { a: plateName(read, language), b: plateName(row, language) }),
  }
}
