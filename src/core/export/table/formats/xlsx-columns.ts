/** How the columns of a table stand in a workbook: in which order, with which number formats, by which measures. */
import { INDICATORS } from '../../../../shared/measures/index.ts'
import type { Indicator, Measure } from '../../../../shared/measures/measure.ts'
import type { SheetColumn } from '../../office/rows-sheet.ts'
import { measureFormat, numberFormat, PLAIN } from '../../office/sheet-styles.ts'
import type { Cell, ExportTable } from '../columns.ts'

const MEASURES = new Map(
  INDICATORS.filter((each): each is Measure => 'id' in each).map((measure) => [measure.id, measure]),
)

/** Columns that hold a measure under another name. */
const HOLDS: Readonly<Record<string, string>> = {
  shareFrom: 'share',
  shareTo: 'share',
  shareInCity: 'share',
  countInCity: 'count',
  adjustedFrom: 'adjustedShare',
  adjustedTo: 'adjustedShare',
  changeBetween: 'change',
  changePctBetween: 'changePct',
  scoreWithFocus: 'score',
  cityRank: 'rank',
  place: 'rank',
  shareDifference: 'share',
  countDifference: 'count',
  shareDifferenceLow: 'share',
  shareDifferenceHigh: 'share',
}

/** A measure of one subject, beside others: `share-chemistry`. */
const OF_SUBJECT = /^(share|rank|shareDifference|shareDifferenceLow|shareDifferenceHigh)-.+$/

/** Whole numbers that name something and are not counted. */
export const NAMES_A_NUMBER: readonly string[] = [
  'year',
  'yearFrom',
  'yearTo',
  'populationYear',
  'sourceLine',
  'cluster',
  'pinned',
]
const FORMATS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(NAMES_A_NUMBER.map((id) => [id, PLAIN])),
  population: numberFormat(0),
  articles: numberFormat(0),
  articlesWithFocus: numberFormat(0),
  authors: numberFormat(0),
  part: numberFormat(4),
  partnerPart: numberFormat(4),
  shareRatio: numberFormat(2),
  shareDifferencePct: numberFormat(1),
}

/** Ids and codes are for programs: they stand behind what is read. */
export const CODES: readonly string[] = ['id', 'entityId', 'region', 'articleId', 'nodeA', 'nodeB']
/** The columns that name a row; what stands up to the first of them stays in view. */
const NAMES = ['name', 'entityName', 'nodeAName', 'aName', 'title']

export interface XlsxColumns {
  columns: (SheetColumn & { id: string })[]
  rows: Cell[][]
  frozen: number
  /** Heads of columns in which no row has anything. */
  empty: string[]
  /** What the columns measure, in their order. */
  measures: Indicator[]
}

export function xlsxColumns(table: ExportTable): XlsxColumns {
  const all = table.columns.map((column, at) => ({ ...column, at }))
  const isEmpty = (at: number) =>
    table.rows.length > 0 && table.rows.every((row) => (row[at] ?? null) === null)
  const kept = all.filter(({ at }) => !isEmpty(at))
  const sample = kept.filter(({ id }) => id === 'sample')
  const codes = kept.filter(({ id }) => CODES.includes(id))
  const read = kept.filter(({ id }) => !CODES.includes(id) && id !== 'sample')
  const ordered = [...read, ...codes, ...sample]
  const named = ordered.findIndex(({ id }) => NAMES.includes(id))
  return {
    columns: ordered.map(({ id, head, at }) => {
      const numeric = table.rows.some((row) => typeof row[at] === 'number')
      return { id, head, numeric, format: numeric ? formatOf(id) : null }
    }),
    rows: table.rows.map((row) => ordered.map(({ at }) => row[at] ?? null)),
    frozen: named + 1,
    empty: all.filter(({ at }) => isEmpty(at)).map(({ head }) => head),
    measures: [...new Set(ordered.flatMap(({ id }) => measureIn(id) ?? []))],
  }
}

/** The measure that a column holds, also under another name. */
export function measureIn(id: string): Measure | undefined {
  const plain = id.replace(OF_SUBJECT, '$1')
  return MEASURES.get(HOLDS[plain] ?? plain)
}

function formatOf(id: string): string | null {
  const measure = measureIn(id)
  return FORMATS[id] ?? (measure ? measureFormat(measure) : null)
}
