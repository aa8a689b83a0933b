/** Workbooks for spreadsheets: sheets of rows, of terms and their texts, and of a chart, as one file. */
import { unzipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import type { WriteSheet } from 'hucre'
import type { Language } from '../../../shared/domain/language.ts'
import { stampProperties } from '../stamp.ts'
import type { FileStamp } from '../stamp.ts'
import { zipped } from './archive.ts'
import type { RowsSheet } from './rows-sheet.ts'
import { rowsSheet } from './rows-sheet.ts'
import type { ChartSheet } from './chart-sheet.ts'
import { chartSheet, sheetChartXml } from './chart-sheet.ts'
import { fontOf } from './sheet-styles.ts'
import type { TermsSheet } from './terms-sheet.ts'
import { termsSheet } from './terms-sheet.ts'

export type WorkbookSheet = RowsSheet | TermsSheet | ChartSheet

export interface WorkbookOptions {
  /** Of the file's properties. */
  title: string
  language: Language
  /** In the file's properties, created and modified: two writes of the same are equal to the byte. */
  date: Date
  /** Leads the file back to the view; kept as a property of the file. */
  stamp: FileStamp
}

/**
 * The bytes of an XLSX file: a sheet for each of `sheets`, in their order; what a name of a sheet may not hold is left out, and
 * equal names are numbered. Numbers stay numbers, text stays text even where it begins like a formula, null is an empty
 * cell. A chart sheet reads the numbers of the sheet of rows that it names (`of`, its place in the list).
 * @throws Error where a chart names no sheet of rows
 */
export async function writeWorkbook(
  sheets: readonly WorkbookSheet[],
  { title, language, date, stamp }: WorkbookOptions,
): Promise<Buffer<ArrayBuffer>> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const nameOf = (index: number) => names[index] ?? ''
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet, i) => hucreSheet(sheet, nameOf(i), language)),
    defaultFont: fontOf('', language),
    properties: {
      title,
      creator: APP,
      lastModifiedBy: APP,
      created: date,
      modified: date,
      custom: Object.fromEntries(stampProperties(stamp)),
    },
  })
  const charts = sheets.filter((sheet) => sheet.kind === 'chart')
  if (charts.length === 0) return Buffer.from(bytes)
  const parts: Record<string, Uint8Array | string> = unzipSync(bytes)
  charts.forEach((sheet, i) => {
    const source = sheets[sheet.of]
    if (source?.kind !== 'rows') throw new Error('a chart without a sheet of rows')
    parts[`xl/charts/chart${i + 1}.xml`] = sheetChartXml(sheet, source, nameOf(sheet.of), language)
  })
  return zipped(parts)
}

const APP = 'Science Cities'

function hucreSheet(sheet: WorkbookSheet, name: string, language: Language): WriteSheet {
  switch (sheet.kind) {
    case 'rows':
      return rowsSheet(sheet, name, language)
    case 'terms':
      return termsSheet(sheet, name, language)
    case 'chart':
      return chartSheet(sheet, name)
  }
}

/** The most letters that a spreadsheet allows. */
const LONGEST_NAME = 31

/** Names of sheets as a spreadsheet allows them: without its signs, not empty, short, and each once. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name
      .replace(FORBIDDEN_IN_NAMES, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '')
    const base = plain === '' || plain.toLowerCase() === 'history' ? `${plain} 1`.trim() : plain
    for (let n = 1; ; n++) {
      const tail = n === 1 ? '' : ` (${n})`
      const whole = cut(base, LONGEST_NAME - tail.length) + tail
      if (taken.has(whole.toLowerCase())) continue
      taken.add(whole.toLowerCase())
      return whole
    }
  })
}

// eslint-disable-next-line no-control-regex
const FORBIDDEN_IN_NAMES = /[[\]:*?/\\\u0000-\u001f\ufffe\uffff]/g

/** Counts as a spreadsheet does, in units of UTF-16, and leaves no half of a sign. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()
}
