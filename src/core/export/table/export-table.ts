/** `exports.table`: the rows of a view, by the same query as the view, as the bytes of a file. */
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { TABLE_FORMATS } from '../../../shared/domain/file-formats.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { ReaderContext } from '../../context.ts'
import { askedDataset } from '../asked-dataset.ts'
import { citationBlock, citedSources } from '../citation.ts'
import { columnHead } from './columns.ts'
import type { ExportTable } from './columns.ts'
import { TABLE_WRITERS } from './formats/index.ts'
import { buildTable } from './tables.ts'

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
  const { extension, mime } = TABLE_FORMATS[input.format]
  const more = (await table.more?.()) ?? {}
  const sources = citedSources(dataset)
  const bytes = TABLE_WRITERS[input.format]({ table, more, dataset, citation, sources })
  return {
    fileName: `${table.name}_${input.language}.${extension}`,
    mime,
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
