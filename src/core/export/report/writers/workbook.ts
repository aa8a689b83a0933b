/** A report as a workbook: what is in it, a sheet a table, the numbers of each figure, and what they are cited by. */
import type { Language } from '../../../../shared/domain/language.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { ReaderContext } from '../../../context.ts'
import { citedSources } from '../../citation.ts'
import type { RowsSheet } from '../../office/rows-sheet.ts'
import { numberFormat } from '../../office/sheet-styles.ts'
import type { WorkbookSheet } from '../../office/workbook.ts'
import { writeWorkbook } from '../../office/workbook.ts'
import { tableSheets } from '../../table/formats/xlsx.ts'
import { buildTable } from '../../table/tables.ts'
import type { LaidPage } from '../lay-pages.ts'
import { layPages } from '../lay-pages.ts'
import { provenanceWords, say } from '../html/markup.ts'
import type { ReportFile, ReportWriter } from './report-writer.ts'

export const writeReportWorkbook: ReportWriter = async (report, context) => {
  const { asked, stamp, date, title } = report
  const look = { format: 'svg' as const, fonts: 'own' as const, preset: 'slide-full' as const }
  const pages = await layPages(asked.content, { ...look, date: asked.date }, context)
  const language = pages[0]?.language ?? 'en'
  const sheets = pages.flatMap((page) => sheetOf(page, report, context))
  const numbers = pages.flatMap((page) => page.plates.flatMap((plate) => plate.numbers))
  const cited = pages[0]?.citation ?? []
  return writeWorkbook(
    [
      contentsSheet(pages, title, language),
      ...sheets,
      { kind: 'terms', name: translate(language, 'exports.workbook.version'), rows: [...cited] },
    ],
    { title, language, date, stamp: stamp(numbers) },
  )
}

const nameOf = ({ number, page, language }: LaidPage): string =>
  `${number} ${translate(language, `report.view.kinds.${page.figure.of}`)}`

function contentsSheet(pages: readonly LaidPage[], name: string, language: Language): WorkbookSheet {
  const rows = pages.map((page): readonly [string, string] => {
    const { title = '', subtitle = '' } = page.plates[0] ?? {}
    return [nameOf(page), [title, subtitle].filter((part) => part !== '').join('. ')]
  })
  return { kind: 'terms', name: say(language, 'contents'), rows: [[name, ''], ...rows] }
}

/** A table as the table's own file has it; of other pages the numbers that stand in them. */
function sheetOf(page: LaidPage, { dataset }: ReportFile, context: ReaderContext): WorkbookSheet[] {
  const { figure } = page.page
  const { language } = page
  if (figure.of !== 'table') return numbersSheet(page)
  const table = buildTable(figure.table, language, context)
  const [rows] = tableSheets({
    table,
    sheet: nameOf(page),
    dataset,
    citation: page.citation,
    sources: citedSources(dataset),
    language,
  })
  return rows ? [rows] : []
}

/** None of a page without numbers. */
function numbersSheet(page: LaidPage): RowsSheet[] {
  const { language } = page
  const numbers = page.plates.flatMap((plate) => plate.numbers)
  if (numbers.length === 0) return []
  const decimals = Math.max(...numbers.map((number) => number.decimals))
  return [
    {
      kind: 'rows',
      name: nameOf(page),
      columns: [
        { head: say(language, 'number'), numeric: false, format: null },
        { head: say(language, 'value'), numeric: true, format: decimals > 2 ? numberFormat(decimals) : null },
        { head: say(language, 'from'), numeric: false, format: null },
      ],
      rows: numbers.map(({ label, value, of }) => [label, value, provenanceWords(of, language)]),
      frozen: 1,
    },
  ]
}
