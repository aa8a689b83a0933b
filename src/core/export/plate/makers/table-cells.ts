/** Which columns of a table stand on a plate, and how their cells are written. */
import type { TableRequest } from '../../../../shared/contract/exports.ts'
import type { Provenance } from '../../../../shared/contract/common.ts'
import type { DatasetKind } from '../../../../shared/contract/datasets.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { plateName } from '../../../../shared/figures/ranked-rows.ts'
import { formatNumber, printedDecimals } from '../../../../shared/format/numbers.ts'
import { formatFigure } from '../../../../shared/format/figures.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { MeasureId } from '../../../../shared/measures/by-id.ts'
import { measureOf } from '../../../../shared/measures/by-id.ts'
import type { PlateNumber } from '../../../../shared/plates/plate.ts'
import type { TableColumn, TableRows } from '../../../../shared/plates/table-page.ts'
import type { Cell, ExportTable } from '../../table/columns.ts'

export interface PlateColumn {
  /** Place in the table's rows. */
  at: number
  shown: TableColumn
  /** Null of columns that hold no measure. */
  measure: MeasureId | null
  decimals: number
}

/** For programs, or said elsewhere on the plate. */
const NOT_SHOWN =
  /^(id|region|articleId|doi|url|note|source.*|origin|population.*|.*Id|[xyr]|pinned|fraction|partnerFraction|latitude|longitude)$/
const NAMES = ['name', 'nameZh']
const ASIDE = ['regionName', 'city', 'within', 'journal', 'sector', 'subject', 'subjects']

export function tableColumns(
  { columns, rows, filtersJson }: ExportTable,
  request: TableRequest,
  language: Language,
): PlateColumn[] {
  const name = language === 'zh' ? 'nameZh' : 'name'
  const other = NAMES.find((id) => id !== name)
  const sort = String(filtersJson['sort'] ?? '')
  const leading = sort === 'rank' || sort === '' ? 'share' : sort
  return columns.flatMap(({ id, head }, at): PlateColumn[] => {
    if (NOT_SHOWN.test(id) || (id === other && columns.some((each) => each.id === name))) return []
    const cells = rows.map((row) => row[at] ?? null)
    if (cells.length > 0 && cells.every((cell) => cell === null || cell === '')) return []
    const numeric = cells.every((cell) => cell === null || typeof cell === 'number')
    const measure = isMeasureId(id) ? id : null
    return [
      {
        at,
        measure,
        decimals: decimalsOf(id, measure, cells),
        shown: {
          id,
          head: headOf(id, head, measure, request, language),
          numeric,
          leading: id === leading,
          always: NAMES.includes(id) || id === leading || id === 'rank' || id === 'aName' || id === 'bName',
          aside: ASIDE.includes(id),
        },
      },
    ]
  })
}

const isMeasureId = (id: string): id is MeasureId => (measureOf(id as MeasureId) as unknown) !== undefined

/** Of a column of names what is named, without its language. */
function headOf(
  id: string,
  head: string,
  measure: MeasureId | null,
  request: TableRequest,
  language: Language,
): string {
  if (measure) return measureOf(measure).name[language]
  if (NAMES.includes(id) && request.of === 'rankings')
    return translate(language, `figures.names.${request.input.by}`)
  return head
}

function decimalsOf(id: string, measure: MeasureId | null, cells: readonly Cell[]): number {
  if (measure) return measureOf(measure).decimals
  return cells.every((cell) => typeof cell !== 'number' || Number.isInteger(cell)) || /year/i.test(id) ? 0 : 2
}

export function tableRows(
  built: ExportTable,
  columns: readonly PlateColumn[],
  highlight: string | undefined,
  language: Language,
): TableRows['rows'] {
  return built.rows.map((row, r) => {
    const record = built.records[r] ?? {}
    const ids = ['id', 'cityId', 'a', 'b', 'nodeId', 'articleId'].map((key) => record[key])
    return {
      cells: columns.map((column) => written(row[column.at] ?? null, column, record, language)),
      highlighted: highlight !== undefined && ids.includes(highlight),
    }
  })
}

function written(
  cell: Cell,
  { measure, decimals, shown }: PlateColumn,
  record: Record<string, unknown>,
  language: Language,
): string {
  if (cell === null) return shown.numeric && !/year/i.test(shown.id) ? translate(language, 'common.np') : ''
  if (typeof cell === 'number') {
    if (/year/i.test(shown.id)) return String(cell)
    // Statements of an edition are of several units: each stands as it was printed.
    if (shown.id === 'value') return formatNumber(cell, printedDecimals(cell), language)
    return measure ? formatFigure(measure, cell, language) : formatNumber(cell, decimals, language)
  }
  if (!NAMES.includes(shown.id)) return cell
  const { name, nameZh } = record
  return typeof name === 'string'
    ? plateName({ name, nameZh: typeof nameZh === 'string' ? nameZh : null }, language)
    : cell
}

/** The numbers of a page's rows in the columns that are shown; a column of years is none. */
export function numbersOf(
  built: ExportTable,
  columns: readonly PlateColumn[],
  kept: readonly number[],
  from: number,
  count: number,
  language: Language,
  kind: DatasetKind,
): PlateNumber[] {
  const usual: Provenance = kind === 'published' ? 'printed' : kind
  const shown = kept.flatMap((index) => columns[index] ?? [])
  const named = shown.filter(({ shown: { numeric } }) => !numeric)
  return built.rows.slice(from, from + count).flatMap((row, r) => {
    const record = built.records[from + r] ?? {}
    const name = named
      .map((column) => written(row[column.at] ?? null, column, record, language))
      .slice(0, 2)
      .join(' – ')
    const of = record['provenance']
    return shown.flatMap(({ at, shown: column, decimals, measure }): PlateNumber[] => {
      const value = row[at]
      if (typeof value !== 'number' || /year/i.test(column.id)) return []
      const derived = measure !== null && usual === 'printed' && DERIVED.includes(measure)
      return [
        {
          label: translate(language, 'plates.pages.table.number', { row: name, column: column.head }),
          value,
          decimals,
          of: derived ? 'computed' : isProvenance(of) ? of : usual,
        },
      ]
    })
  })
}

const DERIVED: readonly MeasureId[] = ['countPerShare', 'perMillion']
const isProvenance = (of: unknown): of is Provenance =>
  of === 'printed' || of === 'computed' || of === 'sample'
