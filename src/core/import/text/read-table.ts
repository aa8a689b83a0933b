/** A delimited text file as records: packing, encoding, line ends and delimiter are told from its bytes. */
import { basename } from 'node:path'
import type { FileIssue } from '../../../shared/contract/errors.ts'
import type { Encoding } from '../../../shared/domain/encodings.ts'
import type { CsvFaults, CsvRecord } from './csv-records.ts'
import { CsvRecords } from './csv-records.ts'
import { decodeText } from './decode-text.ts'
import type { Delimiter } from './delimiter.ts'
import { detectDelimiter } from './delimiter.ts'
import type { DetectedEncoding } from './encoding.ts'
import { detectEncoding } from './encoding.ts'
import type { Reading } from './guess-encoding.ts'
import { importIssue, rejected, rejectedFor } from './import-issue.ts'
import { LineSplitter } from './line-splitter.ts'
import type { ByteOptions } from './open-bytes.ts'
import { cellOf, isParquet, parquetHead, parquetRows } from './read-parquet.ts'
import { openPacked } from './zip-entry.ts'

/** Signs of one record, at most. */
export const MOST_RECORD = 1 << 20
const SNIFF = 1 << 16

export interface TableForm extends DetectedEncoding {
  delimiter: Delimiter
  lineEnd: '\n' | '\r'
}

export interface TableOptions extends ByteOptions {
  encoding?: Encoding | undefined
  delimiter?: Delimiter | undefined
  /** Take the likeliest encoding where it is unsure, to look at a table that is not yet stored. */
  lenient?: boolean | undefined
}

/**
 * Encoding, delimiter and line end of a table. Reads the file once to its end where it is UTF-8.
 * @throws AppError import-rejected with empty-file, not-text (NUL bytes throughout), encoding-unsure, a packing's
 *   fault.
 */
export async function tableForm(path: string, options: TableOptions = {}): Promise<TableForm> {
  const file = basename(path)
  if (await isParquet(path)) return ROWS
  const bytes = () => openPacked(path, { signal: options.signal })
  const detected: DetectedEncoding = options.encoding
    ? { encoding: options.encoding, bom: false, damaged: false, guessed: false, unsure: null }
    : await detectEncoding(bytes())
  if (detected.unsure && !options.lenient) throw rejected([unsureIssue(file, detected.unsure)])
  let sample = ''
  for await (const text of decodeText(bytes(), detected.encoding)) {
    sample += text
    if (sample.length >= SNIFF) break
  }
  if (sample.trim() === '') throw rejectedFor(file, null, 'empty-file')
  // A NUL here and there is a fault of its record; a text full of them is another kind of file.
  if (sample.split('\0').length - 1 > sample.length / 10) throw rejectedFor(file, null, 'not-text')
  const whole = sample.length < SNIFF ? sample : sample.slice(0, Math.max(sample.lastIndexOf('\n'), 1))
  return {
    ...detected,
    delimiter: options.delimiter ?? detectDelimiter(whole.slice(0, SNIFF)),
    lineEnd: sample.includes('\r') && !sample.includes('\n') ? '\r' : '\n',
  }
}

/** That the encoding must be chosen, among which, and how a line would read. */
export function unsureIssue(file: string, readings: readonly Reading[]): FileIssue {
  return importIssue(file, null, 'encoding-unsure', {
    encodings: readings.map(({ encoding }) => encoding).join(', '),
    examples: readings.map(({ encoding, example }) => `${encoding}: “${example}”`).join(' · '),
  })
}

/** Records in batches, in order; faults are told by line. Memory: one chunk and one record. */
export async function* readTable(
  path: string,
  form: TableForm,
  faults: CsvFaults,
  options: ByteOptions = {},
): AsyncGenerator<CsvRecord[]> {
  if (await isParquet(path)) return yield* parquetRecords(path, options)
  const lines = new LineSplitter(form.lineEnd, MOST_RECORD)
  const records = new CsvRecords(form.delimiter, MOST_RECORD, faults)
  for await (const text of decodeText(openPacked(path, options), form.encoding)) {
    const batch = records.push(lines.push(text)).filter(isRecord)
    if (batch.length > 0) yield batch
  }
  const rest = lines.flush()
  const last = [...records.push(rest), ...records.flush()].filter(isRecord)
  const end = last.at(-1)
  if (end && rest.length > 0) end.unended = true
  yield last
}

/** Spreadsheets leave rows of separators where cells were once, and name the delimiter in a line of its own. */
function isRecord({ line, cells }: CsvRecord): boolean {
  if (cells.every((cell) => cell.trim() === '')) return false
  return line > 1 || !/^sep=([,;|]|\\t|\t)?$/i.test(cells[0] ?? '')
}

/** What is said of a table that is no text. */
const ROWS: TableForm = {
  encoding: 'utf-8',
  bom: false,
  damaged: false,
  guessed: false,
  unsure: null,
  delimiter: ',',
  lineEnd: '\n',
}

/** Rows of a flat Parquet file, its columns before them; lines count rows as if the columns stood on the first. */
async function* parquetRecords(path: string, options: ByteOptions): AsyncGenerator<CsvRecord[]> {
  const { columns } = await parquetHead(path)
  yield [{ line: 1, cells: columns }]
  let line = 2
  for await (const rows of parquetRows(path, null, options)) {
    yield rows.map((row) => ({ line: line++, cells: columns.map((name) => cellOf(row[name])) }))
  }
}
