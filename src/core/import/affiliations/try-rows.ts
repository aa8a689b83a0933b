/** Reads the first rows of a table as an import would, to say before it what would become of them. */
import type { FileIssue } from '../../../shared/contract/errors.ts'
import type { CsvRecord } from '../text/csv-records.ts'
import { importIssue } from '../text/import-issue.ts'
import type { ColumnMap } from './fields.ts'
import { parseRow } from './parse-row.ts'
import { readsAsRemark } from './remarks-below.ts'
import { detailOf, rejectionOf } from './row-reasons.ts'

/** Rejected rows that are told one by one. */
const TOLD = 5

export interface TriedRows {
  notes: FileIssue[]
  /** Whether there are rows and none could be read. */
  nothing: boolean
}

/** @param width number of columns of the head line */
export function tryRows(file: string, given: readonly CsvRecord[], map: ColumnMap, width: number): TriedRows {
  const notes: FileIssue[] = []
  const rows = withoutRemarks(given, map, width)
  let [read, missing, damaged] = [0, 0, 0]
  for (const { line, cells } of rows) {
    const row = parseRow(cells, map, width)
    if (!('fault' in row)) {
      read += 1
      missing += row.missing + (row.lonelyNa ? 1 : 0)
      damaged += row.damaged
    } else if (notes.length < TOLD) {
      const values = { rejection: rejectionOf(row.fault), value: detailOf(row.fault, { value: row.value }) }
      notes.push(importIssue(file, line, 'row-rejected', values))
    }
  }
  const rejected = rows.length - read
  if (rejected > notes.length) {
    notes.push(importIssue(file, null, 'rows-rejected', { rejected, rows: rows.length }))
  }
  if (missing > 0) notes.push(importIssue(file, null, 'missing-words', { count: missing }))
  if (damaged > 0) notes.push(importIssue(file, null, 'damaged-text', { count: damaged }))
  return { notes, nothing: rows.length > 0 && read === 0 }
}

/** The rows up to the last that is no remark. */
function withoutRemarks(rows: readonly CsvRecord[], map: ColumnMap, width: number): readonly CsvRecord[] {
  const last = rows.findLastIndex(({ cells }) => {
    const row = parseRow(cells, map, width)
    return !('fault' in row && readsAsRemark(row, cells, width))
  })
  return last < 0 ? rows : rows.slice(0, last + 1)
}
