/** `exports.table`: the rows of a view, by the same query as the view, as the bytes of a file. */
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReaderContext } from '../../context.ts'
import { citationBlock } from '../citation.ts'
import { toCsv } from './csv.ts'
import { toJson } from './json.ts'
import { buildTable } from './tables.ts'

const MIME = {
  csv: 'text/csv;charset=utf-8',
  'csv-excel': 'text/csv;charset=utf-8',
  json: 'application/json',
} as const

export function exportTable(input: ParsedInputOf<'exports.table'>, context: ReaderContext): ExportedFile {
  const table = buildTable(input.table, input.language, context)
  const dataset = context.open(input.table.input.dataset)
  const citation = citationBlock(dataset, context, {
    language: input.language,
    filters: table.filters,
    date: input.date,
  })
  const text =
    input.format === 'json'
      ? toJson(table, dataset, citation)
      : toCsv(table, citation, input.format === 'csv' ? 'plain' : 'excel')
  const bytes = Buffer.from(text, 'utf8')
  return {
    fileName: `${table.name}_${input.language}.${input.format === 'json' ? 'json' : 'csv'}`,
    mime: MIME[input.format],
    base64: bytes.toString('base64'),
    bytes: bytes.length,
    width: null,
    height: null,
  }
}
