/** Lists of answers as JSON, CSV or a table for the terminal, from one description of their columns. */
import { appVersion } from '../core/app-info.ts'
import type { DatasetStamp } from '../shared/contract/common.ts'
import type { DatasetDetail } from '../shared/contract/datasets.ts'
import type { Language } from '../shared/domain/language.ts'
import { nameIn } from '../shared/domain/language.ts'
import { formatNumber, formatSigned } from '../shared/format/numbers.ts'
import { translate } from '../shared/i18n/index.ts'
import type { CommonOptions } from './io.ts'
import { say } from './io.ts'
import type { Session } from './session.ts'
import { listJson } from './session.ts'
import { formatTable } from './table.ts'

type Cell = string | number | null

export interface RowColumn<Row> {
  head: string
  cell(row: Row): Cell
  /** Of numbers in a table; CSV has them in full. Without it a number is shown as it is: a year, say. */
  decimals?: number
  /** Shown with its sign. */
  signed?: boolean
  /** Where the column stands; without it in both. */
  only?: 'table' | 'csv'
}

interface Rows<Row> extends DatasetStamp {
  filters: object
  rows: readonly Row[]
}

export interface List<Row> extends Rows<Row> {
  total?: number
  truncated?: boolean
}

/** Head of a column: the words of the command line, else those of exported files. */
export function headOf(language: Language, id: string, values: Record<string, string | number> = {}): string {
  const key = `cli.columns.${id}`
  const own = translate(language, key, values)
  return own === key ? translate(language, `exports.columns.${id}`, values) : own
}

/** Writes a list in the format asked for; a table says on stderr when it is empty or cut. */
export async function writeList<Row>(
  session: Session,
  list: List<Row>,
  columns: readonly RowColumn<Row>[],
): Promise<void> {
  const { format, options, tell, write } = session
  if (format === 'json') return write(listJson(list))
  if (format !== 'table') return writeCsv(session, list, columns)
  write(rowsTable(list.rows, columns, options.lang))
  tellRest(session, list)
  if (list.rows.length === 0) tell(say(options.lang, 'emptyComputed'))
}

/** Says how many rows are not shown. */
export function tellRest({ options, tell }: Session, { rows, total, truncated }: List<unknown>): void {
  if (truncated) tell(say(options.lang, 'more', { shown: rows.length, total: total ?? rows.length }))
}

export function rowsTable<Row>(
  rows: readonly Row[],
  columns: readonly RowColumn<Row>[],
  language: Language,
): string {
  return formatTable(
    rows,
    columns
      .filter(({ only }) => only !== 'csv')
      .map((column) => ({
        head: column.head,
        value: (row) => cellText(column.cell(row), column, language),
        ...(column.decimals === undefined ? {} : { align: 'right' as const }),
      })),
  )
}

function cellText(
  cell: Cell,
  { decimals, signed }: { decimals?: number; signed?: boolean },
  language: Language,
): string {
  if (cell === null) return '–'
  if (typeof cell === 'string' || decimals === undefined) return String(cell)
  return signed ? formatSigned(cell, decimals, language) : formatNumber(cell, decimals, language)
}

/**
 * `csv` is the table alone; `csv-excel` guards its cells and carries the citation below them. Rows of the synthetic
 * sample say that they are.
 */
export async function writeCsv<Row>(
  session: Session,
  list: Rows<Row>,
  columns: readonly RowColumn<Row>[],
): Promise<void> {
  const { client, format, options, write } = session
  const { toCsv } = await import('../core/export/table/csv.ts')
  const detail = await client.call('datasets.show', { dataset: list.dataset })
  const shown = columns.filter(({ only }) => only !== 'table')
  if (detail.kind === 'sample') {
    const words = translate(options.lang, 'exports.sample.row')
    shown.push({ head: translate(options.lang, 'exports.columns.sample'), cell: () => words })
  }
  const table = {
    name: '',
    columns: shown.map(({ head }) => ({ id: head, head })),
    rows: list.rows.map((row) => shown.map(({ cell }) => cell(row))),
    records: [],
    filters: [],
    filtersJson: {},
  }
  const excel = format === 'csv-excel'
  write(toCsv(table, excel ? citationOf(detail, list, options) : [], excel ? 'excel' : 'plain'))
}

/** What a file was made from, in the words of the app's own exports. */
function citationOf(
  detail: DatasetDetail,
  { version, filters }: Rows<unknown>,
  { lang, date }: CommonOptions,
): [string, string][] {
  const words = (key: string) => translate(lang, `exports.citation.${key}`)
  const sample = detail.kind === 'sample'
  const source = sample ? translate(lang, 'exports.sample.source') : detail.citation
  const told = Object.entries(filters).filter(([, value]) => value !== null && value !== '')
  return [
    [words('source'), detail.licence ? `${source} (${detail.licence})` : source],
    ...(sample ? [[words('note'), translate(lang, 'exports.sample.note')] as [string, string]] : []),
    [words('dataset'), `${nameIn(lang, detail.name, detail.nameZh)}, ${version}`],
    ...detail.sources.map(({ file, sha256 }): [string, string] => [`SHA-256 ${file}`, sha256]),
    [words('filters'), told.map(([key, value]) => `${filterName(key, lang)}: ${value}`).join('; ')],
    [words('counting'), words(detail.kind === 'published' ? 'countingPublished' : 'countingComputed')],
    [words('app'), `Science Cities ${appVersion}`],
    ...(date === undefined ? [] : [[words('date'), date] as [string, string]]),
  ]
}

function filterName(key: string, language: Language): string {
  const words = translate(language, `exports.filters.${key}`)
  return words === `exports.filters.${key}` ? key : words
}
