/** `exports.table`: the rows of a view, by the same query as the view, as the bytes of a file. */
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { ReaderContext } from '../../context.ts'
import { askedDataset } from '../asked-dataset.ts'
import { citationBlock, citedSources } from '../citation.ts'
import { toCsv } from './csv.ts'
import { toJson } from './json.ts'
import { columnHead } from './columns.ts'
import type { ExportTable } from './columns.ts'
import { buildTable } from './tables.ts'

const MIME = {
  csv: 'text/csv;charset=utf-8',
  'csv-excel': 'text/csv;charset=utf-8',
  json: 'application/json',
} as const

export async function exportTable(
  input: ParsedInputOf<'exports.table'>,
  context: ReaderContext,
): Promise<ExportedFile> {
  const dataset = context.open(askedDataset(input.table))
  const built = buildTable(input.table, input.language, context)
  const table = dataset.kind === 'sample' ? markSample(built, input.language) : built
  const citation = citationBlock(dataset, context, {
    language: input.language,
    filters: table.filters,
    date: input.date,
    ...(table.seed === undefined ? {} : { seed: table.seed }),
  })
  const bytes =
    input.format === 'json'
      ? toJson(table, (await table.more?.()) ?? {}, dataset, citation, citedSources(dataset))
      : toCsv(table, citation, input.format === 'csv' ? 'plain' : 'excel')
  return {
    fileName: `${table.name}_${input.language}.${input.format === 'json' ? 'json' : 'csv'}`,
    mime: MIME[input.format],
    bytes,
    width: null,
    height: null,
  }
}

/** Every row of a sample says so, as a plain CSV has no other place for it. */
function markSample(table: ExportTable, language: Language): ExportTable {
  const words = translate(language, 'exports.sample.row')
  return {
    ...table,
    name: `sample_${table.name}`,
    columns: [...table.columns, { id: 'sample', head: columnHead('sample', language) }],
    rows: table.rows.map((row) => [...row, words]),
    records: table.records.map((record) => ({ ...record, sample: true })),
  }
}
