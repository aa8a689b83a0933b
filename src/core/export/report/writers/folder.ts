/** A report as a folder in an archive: every figure as SVG and PNG, every table as CSV and XLSX, and a page that lists them. */
import type { ExportedFile } from '../../../../shared/contract/exports.ts'
import { exports } from '../../../../shared/contract/exports.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { ReaderContext } from '../../../context.ts'
import { zipped } from '../../office/archive.ts'
import type { Parts } from '../../office/archive.ts'
import { plateWriter } from '../../plate/writers/index.ts'
import { exportTable } from '../../table/export-table.ts'
import type { LaidPage } from '../lay-pages.ts'
import { layPages } from '../lay-pages.ts'
import { presetFor } from '../page-input.ts'
import { listingPage } from '../html/listing.ts'
import type { Listed } from '../html/listing.ts'
import type { ReportFile, ReportWriter } from './report-writer.ts'

/** Enough for a screen and a print of a slide; a picture for a poster is exported by itself. */
const DPI = 200

export const writeFolder: ReportWriter = async (report, context) => {
  const { asked, title, stamp } = report
  const { content, date } = asked
  const preset = presetFor(content.size, 'folder')
  const pages = await layPages(content, { format: 'png', fonts: 'own', preset, date }, context)
  const parts: Parts = {}
  const listed: Listed[] = []
  for (const page of pages) {
    const files = [...(await pictures(page)), ...(await tables(page, report, context))]
    for (const { fileName, bytes } of files) parts[fileName] = bytes
    const [plate] = page.plates
    if (plate) listed.push({ plate, files: files.map(({ fileName }) => fileName) })
  }
  const numbers = pages.flatMap((page) => page.plates.flatMap((plate) => plate.numbers))
  const language = pages[0]?.language ?? 'en'
  const index = listingPage({ title, language, listed, stamp: stamp(numbers) })
  return zipped({ 'index.html': index, ...parts })
}

type Named = Pick<ExportedFile, 'fileName' | 'bytes'>

/** `01-ranking-2023_en.svg`: the number of the page first, so that the folder stands in the report's order. */
const stem = (number: number, name: string, language: Language) =>
  `${String(number).padStart(2, '0')}-${name}_${language}`

async function pictures({ plates, number, language, laid }: LaidPage): Promise<Named[]> {
  const files: Named[] = []
  for (const format of ['svg', 'png'] as const) {
    const write = await plateWriter(format)
    for (const [i, plate] of plates.entries()) {
      const { bytes } = await write([plate], { ...laid.options, dpi: DPI })
      files.push({
        fileName: `${stem(number + i, plate.fileStem, language)}.${format}`,
        bytes: new Uint8Array(bytes),
      })
    }
  }
  return files
}

async function tables(
  { page, number, language }: LaidPage,
  { asked }: ReportFile,
  context: ReaderContext,
): Promise<Named[]> {
  const { figure } = page
  if (figure.of !== 'table') return []
  const files: Named[] = []
  for (const format of ['csv', 'xlsx'] as const) {
    const date = asked.date === undefined ? {} : { date: asked.date }
    const input = exports['exports.table'].input.parse({ table: figure.table, format, language, ...date })
    const { bytes, fileName } = await exportTable(input, context)
    const name = fileName.slice(0, fileName.lastIndexOf(`_${language}`))
    files.push({ fileName: `${stem(number, name, language)}.${format}`, bytes })
  }
  return files
}
