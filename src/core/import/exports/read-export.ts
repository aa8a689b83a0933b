/** Reads an export of a bibliographic database record by record, in the order of the file. Memory: one record. */
import type { Encoding } from '../../../shared/domain/encodings.ts'
import { decodeText } from '../text/decode-text.ts'
import { LineSplitter } from '../text/line-splitter.ts'
import { rejectedFor } from '../text/import-issue.ts'
import type { ByteOptions } from '../text/open-bytes.ts'
import { MOST_RECORD, readTable } from '../text/read-table.ts'
import { openPacked } from '../text/zip-entry.ts'
import { basename } from 'node:path'
import { plainText } from './cells.ts'
import { readDimensions } from './dimensions.ts'
import type { ExportForm } from './export-form.ts'
import { exportForm, isRemark } from './export-form.ts'
import type { ExportTools, FieldsOf, ReadRecord } from './export-record.ts'
import { refuse } from './export-record.ts'
import type { TableSource } from './heads.ts'
import { placesOf, TABLES, WOS } from './heads.ts'
import { readScopus } from './scopus.ts'
import type { TaggedRecord } from './tagged-records.ts'
import { TaggedRecords, taggedText } from './tagged-records.ts'
import { readWos } from './wos.ts'

const READERS: Record<TableSource, (get: FieldsOf<string>, line: number, tools: ExportTools) => ReadRecord> =
  {
    scopus: readScopus,
    wos: readWos,
    dimensions: readDimensions,
  }

export interface ExportOptions extends ByteOptions {
  encoding?: Encoding | undefined
}

/** @param named whether this record or one before it says where its authors are */
export type OnRecord = (record: ReadRecord, line: number, named: boolean) => void

/** What says where the authors are: where it is empty in every record, it was not exported. */
const PLACES: Record<TableSource, string> = { scopus: 'paired', wos: 'addresses', dimensions: 'paired' }

/**
 * @throws AppError import-rejected (empty-file, not-text, csv-syntax without a head; export-…-unpaired where no record of
 *   the file says where its authors are), file-unreadable.
 */
export async function readExport(
  path: string,
  kind: TableSource,
  tools: ExportTools,
  onRecord: OnRecord,
  options: ExportOptions = {},
): Promise<void> {
  const form = await exportForm(path, options.encoding)
  let read = 0
  let named = false
  const judge: Judge = {
    read(get, line) {
      read++
      named ||= get(PLACES[kind]).trim() !== ''
      onRecord(READERS[kind](get, line, tools), line, named)
    },
    refuse: (detail, line) => onRecord(refuse('unreadable', detail), line, named),
  }
  await readRecords(path, kind, form, judge, options)
  if (read > 0 && !named) throw rejectedFor(basename(path), null, `export-${kind}-unpaired`)
}

/** What becomes of each record: read by its source's reader, or refused for what is wrong with its lines. */
interface Judge {
  read(get: FieldsOf<string>, line: number): void
  refuse(detail: string, line: number): void
}

async function readRecords(
  path: string,
  kind: TableSource,
  form: ExportForm,
  judge: Judge,
  options: ByteOptions,
): Promise<void> {
  if (kind === 'wos' && /^(FN |PT [A-Z]$)/.test(form.firstLine.trim())) {
    return readTagged(path, form, judge, options)
  }
  // Tables of Web of Science quote nothing: a quotation mark in a title is just that.
  const isPlain = kind === 'wos' && form.delimiter === '\t' && !form.firstLine.startsWith('"')
  const rows = isPlain ? plainRows(path, form, options) : quotedRows(path, form, judge, options)
  let head: { names: string[]; places: Record<string, number> } | null = null
  for await (const { line, cells } of rows) {
    if (!head) {
      if (!isRemark(cells[0] ?? '')) head = { names: cells, places: placesOf(TABLES[kind], cells) }
      continue
    }
    const { names, places } = head
    if (cells.every((cell) => cell.trim() === '')) continue
    if (cells.slice(names.length).some((cell) => cell.trim() !== '')) {
      judge.refuse(`columns: ${cells.length}, ${names.length}`, line)
      continue
    }
    if (cells.some((cell) => cell.includes('\0'))) {
      judge.refuse('nul-byte', line)
      continue
    }
    judge.read((field) => plainText(cells[places[field] ?? -1] ?? ''), line)
  }
  if (!head) throw rejectedFor(basename(path), 1, 'csv-syntax', { reason: 'head' })
}

interface Row {
  line: number
  cells: string[]
}

async function* quotedRows(
  path: string,
  form: ExportForm,
  judge: Judge,
  options: ByteOptions,
): AsyncGenerator<Row> {
  let begun = false
  const faults: { line: number; fault: string }[] = []
  const note = (line: number, fault: string) => void faults.push({ line, fault })
  const tell = () => {
    for (const { line, fault } of faults.splice(0)) judge.refuse(fault, line)
  }
  for await (const batch of readTable(path, form, note, options)) {
    for (const row of batch) {
      // A remark that is no valid line stands before the head; what is broken after it is a record.
      if (!begun && !isRemark(row.cells[0] ?? '')) {
        begun = true
        const after = faults.filter(({ line }) => line > row.line)
        faults.splice(0, faults.length, ...after)
      }
      yield row
    }
    if (begun) tell()
  }
  if (begun) tell()
}

async function* plainRows(path: string, form: ExportForm, options: ByteOptions): AsyncGenerator<Row> {
  const lines = new LineSplitter(form.lineEnd, MOST_RECORD)
  let line = 0
  const rowsOf = (found: ReturnType<LineSplitter['push']>): Row[] =>
    found.flatMap((text) => {
      line++
      // A line that is too long cannot be read: its cells are not whole.
      const plain = typeof text === 'string' ? text : '\0'
      return plain.trim() === '' ? [] : [{ line, cells: plain.replace(/\r$/, '').split('\t').map(unquoted) }]
    })
  for await (const text of decodeText(openPacked(path, options), form.encoding))
    yield* rowsOf(lines.push(text))
  yield* rowsOf(lines.flush())
}

/** A spreadsheet that saved the table anew quoted the cells that hold a quotation mark. */
const unquoted = (cell: string): string =>
  /^".*"$/s.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell

async function readTagged(path: string, form: ExportForm, judge: Judge, options: ByteOptions): Promise<void> {
  const lines = new LineSplitter(form.lineEnd, MOST_RECORD)
  const records = new TaggedRecords()
  const hand = (found: readonly TaggedRecord[]) => {
    for (const { line, fields, isOpen } of found) {
      const get = (field: string) => plainText(taggedText(fields, WOS[field as keyof typeof WOS][0] ?? ''))
      if (isOpen) judge.refuse('ER: record not ended', line)
      else judge.read(get, line)
    }
  }
  for await (const text of decodeText(openPacked(path, options), form.encoding))
    hand(records.push(lines.push(text)))
  hand(records.push(lines.flush()))
  hand(records.flush())
}
