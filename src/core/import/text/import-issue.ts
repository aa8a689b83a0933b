import type { FileIssue, IssueCode } from '../../../shared/contract/errors.ts'
import type { RefusedExport } from '../../../shared/domain/file-kinds.ts'
import { AppError } from '../../../shared/contract/errors.ts'

/** What can be wrong with a file that an importer reads, beyond what can be wrong with an edition's files. */
export type ImportIssueCode =
  | IssueCode
  | 'gzip-truncated'
  | 'gzip-damaged'
  | 'zip-damaged'
  | 'zip-without-json'
  | 'zip-several'
  | 'zip-encrypted'
  | 'json-syntax'
  | 'json-truncated'
  | 'columns-unmapped'
  | 'map-file'
  | 'map-field'
  | 'recipe-file'
  | 'table-form'
  | 'journal-unidentified'
  | 'article-missing'
  | 'issn-invalid'
  | 'source-invalid'
  | 'journal-contradiction'
  | 'metro-city-twice'
  | 'country-unknown'
  | 'value-missing'
  | 'field-unknown'
  | 'duplicate-entry'
  | 'value-unreadable'
  | 'nothing-stored'
  | 'records-rejected'
  | 'parquet-damaged'
  | 'parquet-groups'
  | 'records-rejected-first'
  | 'encoding-unsure'
  | 'encoding-guessed'
  | 'column-unfit'
  | 'joined-table'
  | 'lines-above'
  | 'missing-words'
  | 'row-rejected'
  | 'rows-rejected'
  | 'damaged-text'
  | Extract<IssueCode, `plan-${string}`>
  | `export-${RefusedExport}`

/** An issue of a file; `values` fill the words of the code. */
export function importIssue(
  file: string,
  line: number | null,
  code: ImportIssueCode,
  values: Record<string, string | number> = {},
  column: string | null = null,
): FileIssue {
  return { file, line, column, code: code as IssueCode, values }
}

/** The failure of an import by what is wrong with its files. */
export function rejected(issues: readonly FileIssue[]): AppError {
  const first = issues[0]
  const where = first
    ? `${first.file}${first.line === null ? '' : `:${first.line}`}: ${first.code}`
    : 'no issue'
  return new AppError('import-rejected', where, { values: { issues: issues.length }, issues: [...issues] })
}

/** The failure by one issue. */
export function rejectedFor(
  file: string,
  line: number | null,
  code: ImportIssueCode,
  values: Record<string, string | number> = {},
): AppError {
  return rejected([importIssue(file, line, code, values)])
}
