/** A view's rows as a table of a web page: heads, numbers as they are read, and bars of Share. */
import type { FigureOf, TableRequest } from '../../../../shared/contract/exports.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { formatNumber, formatSigned } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { ReaderContext } from '../../../context.ts'
import type { ExportTable } from '../../table/columns.ts'
import { CODES, measureIn, NAMES_A_NUMBER } from '../../table/formats/xlsx-columns.ts'
import { buildTable } from '../../table/tables.ts'
import type { TableCell, TableHead, TableMarkup } from './markup.ts'
import { say } from './markup.ts'

/** Of a ranking, where the request names none: what a page has room for. */
const RANKING = ['rank', 'name', 'regionName', 'share', 'count', 'countPerShare', 'regionSharePct']
/** Columns that name a row, the first that is there. */
const NAMES: Record<Language, readonly string[]> = {
  en: ['name', 'entityName', 'aName', 'title'],
  zh: ['nameZh', 'name', 'entityName', 'aName', 'title'],
}
type Rows = Pick<TableMarkup, 'heads' | 'rows' | 'named'>

export function rowsTable(
  { table: request, highlight }: FigureOf<'table'>,
  language: Language,
  context: ReaderContext,
): Rows {
  const table = buildTable(request, language, context)
  const columns = columnsOf(table, request, language)
  const share = columns.findIndex(({ id }) => id === 'share')
  const largest = Math.max(0, ...table.rows.map((row) => Number(row[columns[share]?.at ?? -1] ?? 0)))
  const withBars = share >= 0 && largest > 0
  const heads: TableHead[] = columns.map(({ id, head, at }) => ({
    words: head,
    numeric: isNumeric(table, at),
    ...(id === 'rank' && { rank: true }),
    ...(id === 'rank' && isAscending(table, at) && { sorted: 'ascending' as const }),
  }))
  const rows = table.rows.map((row, i) => {
    const cells: TableCell[] = columns.map(({ id, at }) =>
      cellOf(id, row[at] ?? null, isNumeric(table, at), language),
    )
    if (withBars)
      cells.splice(share + 1, 0, { text: '', bar: Number(row[columns[share]?.at ?? -1] ?? 0) / largest })
    const { id, cityId } = table.records[i] ?? {}
    return { cells, on: highlight !== undefined && (id === highlight || cityId === highlight) }
  })
  if (withBars) heads.splice(share + 1, 0, { words: say(language, 'bars'), numeric: false, bar: true })
  return { heads, rows, named: nameOf(columns, language) }
}

interface TableColumn {
  id: string
  head: string
  at: number
}

/** Those that were asked for or a page has room for, in their order; a column without anything in it is left out. */
function columnsOf(table: ExportTable, request: TableRequest, language: Language): TableColumn[] {
  const isRanking = request.of === 'rankings' || request.of === 'compare'
  const asked = request.of === 'rankings' && request.columns ? null : isRanking ? RANKING : null
  const [name] = NAMES[language].filter((id) => hasWords(table, id))
  return table.columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ id, at }) => {
      if (CODES.includes(id) || table.rows.every((row) => (row[at] ?? null) === null)) return false
      if (id === 'name' || id === 'nameZh') return id === name
      return asked === null || asked.includes(id)
    })
}

const hasWords = (table: ExportTable, id: string): boolean => {
  const at = table.columns.findIndex((column) => column.id === id)
  return at >= 0 && table.rows.every((row) => (row[at] ?? null) !== null)
}

const nameOf = (columns: readonly TableColumn[], language: Language): number =>
  columns.findIndex(({ id }) => NAMES[language].includes(id))

const isNumeric = ({ rows }: ExportTable, at: number): boolean =>
  rows.some((row) => typeof row[at] === 'number')

function isAscending({ rows }: ExportTable, at: number): boolean {
  const values = rows.map((row) => row[at]).filter((value) => typeof value === 'number')
  return values.every((value, i) => i === 0 || Number(values[i - 1]) <= value)
}

function cellOf(id: string, value: string | number | null, numeric: boolean, language: Language): TableCell {
  if (value === null) return numeric ? { text: translate(language, 'common.np'), value: null } : { text: '' }
  if (typeof value === 'string') return { text: value }
  return { text: numberWords(id, value, language), value }
}

function numberWords(id: string, value: number, language: Language): string {
  if (NAMES_A_NUMBER.includes(id)) return String(value)
  const measure = measureIn(id)
  if (measure) return (measure.signed ? formatSigned : formatNumber)(value, measure.decimals, language)
  return formatNumber(value, Number.isInteger(value) ? 0 : 2, language)
}
