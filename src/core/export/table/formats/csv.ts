import { stringify } from 'csv-stringify/sync'
import type { Cell, ExportTable } from '../columns.ts'
import type { TableFile } from './table-file.ts'

/** RFC 4180 in UTF-8 (CRLF, no byte-order mark), the table alone. */
export function writeCsv({ table }: TableFile): Buffer<ArrayBuffer> {
  return csvBytes(headAndRows(table))
}

export function headAndRows({ columns, rows }: ExportTable): Cell[][] {
  return [columns.map(({ head }) => head), ...rows]
}

/** Rows that are made into text at once: all pairs of a large index are more text than one string may hold. */
const PIECE = 5000

/** @param bom whether a byte-order mark stands before it */
export function csvBytes(
  lines: readonly Cell[][],
  { bom = false, separator = ',' } = {},
): Buffer<ArrayBuffer> {
  const pieces: Buffer[] = []
  for (let at = 0; at < lines.length; at += PIECE) {
    const options = { record_delimiter: '\r\n', delimiter: separator, bom: bom && at === 0 }
    pieces.push(Buffer.from(stringify(lines.slice(at, at + PIECE), options), 'utf8'))
  }
  return Buffer.concat(pieces)
}
