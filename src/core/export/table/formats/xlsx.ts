/** A table as a workbook: the rows, a chart where the view has one, how the figures were made, and from what. */
import type { Language } from '../../../../shared/domain/language.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { conventions } from '../../../../shared/measures/conventions.ts'
import type { Indicator } from '../../../../shared/measures/measure.ts'
import type { WorkbookSheet } from '../../office/workbook.ts'
import { writeWorkbook } from '../../office/workbook.ts'
import type { TableChart, TableFile, TableWriter } from './table-file.ts'
import type { XlsxColumns } from './xlsx-columns.ts'
import { xlsxColumns } from './xlsx-columns.ts'

export const writeXlsx: TableWriter = (file) =>
  writeWorkbook(tableSheets(file), {
    title: file.sheet,
    language: file.language,
    date: file.date,
    stamp: file.stamp,
  })

/** The sheets of one table; the chart, where there is one, reads the first of them. */
export function tableSheets(file: Omit<TableFile, 'more' | 'stamp' | 'date'>): WorkbookSheet[] {
  const { table, sheet, chart, language } = file
  const columns = xlsxColumns(table)
  return [
    { kind: 'rows', name: sheet, ...columns },
    ...(chart ? chartOf(chart, columns, language) : []),
    { kind: 'terms', name: say(language, 'method'), rows: methodRows(file, columns) },
    { kind: 'terms', name: say(language, 'version'), rows: versionRows(file) },
  ]
}

/** None where a column that it reads is not in the table, or has gaps in its names. */
function chartOf(
  { names, values, ...chart }: TableChart,
  { columns, rows }: XlsxColumns,
  language: Language,
): WorkbookSheet[] {
  const drawn = rows.slice(0, chart.rows)
  const at = (id: string) => columns.findIndex((column) => column.id === id)
  const named = names
    .map(at)
    .find((column) => column >= 0 && drawn.every((row) => (row[column] ?? null) !== null))
  if (named === undefined || at(values) < 0) return []
  return [{ kind: 'chart', ...chart, name: say(language, 'chart'), of: 0, names: named, values: at(values) }]
}

const say = (language: Language, key: string, values: Record<string, string> = {}) =>
  translate(language, `exports.workbook.${key}`, values)

/** Conventions that every table follows, by their names in the registry. */
const SAID = ['scope', 'not-published', 'responsible-use']

type Rows = (readonly [term: string, text: string])[]

function methodRows(
  { table, sheet, language }: Pick<TableFile, 'table' | 'sheet' | 'language'>,
  { measures, empty }: XlsxColumns,
): Rows {
  const filters = table.filters.map(([label, value]) => `${label}: ${value}`)
  return [
    [say(language, 'table'), [sheet, ...filters].join('; ')],
    ...measures.map((measure) => [measure.label[language], definition(measure, language)] as const),
    ...conventions
      .filter(({ indicator }) => SAID.includes(indicator))
      .map((each) => [each.label[language], each.definition[language]] as const),
    ...(empty.length > 0
      ? [[say(language, 'empty'), say(language, 'emptyText', { columns: empty.join('; ') })] as const]
      : []),
  ]
}

function definition({ definition: said, decimals, caveat }: Indicator, language: Language): string {
  const text =
    decimals === 0
      ? said[language]
      : say(language, 'decimals', { definition: said[language], n: formatNumber(decimals, 0, language) })
  return caveat ? `${text}${language === 'zh' ? '' : ' '}${caveat[language]}` : text
}

/** The citation block, and every file behind the figures that it does not name. */
function versionRows({
  citation,
  sources,
  language,
}: Pick<TableFile, 'citation' | 'sources' | 'language'>): Rows {
  const named = new Set(citation.map(([, value]) => value))
  return [
    ...citation,
    ...sources
      .filter(({ sha256 }) => !named.has(sha256))
      .map(({ file, sha256 }) => [say(language, 'sourceFile', { file }), sha256] as const),
  ]
}
