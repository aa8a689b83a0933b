/** `exports.table`: the rows of a view, by the same query as the view, as the bytes of a file. */
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { TABLE_FORMATS } from '../../../shared/domain/file-formats.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { ReaderContext } from '../../context.ts'
import { limitsOf } from '../../datasets/collected.ts'
import { askedDataset } from '../asked-dataset.ts'
import { byIds } from '../by-ids.ts'
import { citationBlock, citedSources } from '../citation.ts'
import { fileDate } from '../file-date.ts'
import { makeStamp } from '../stamp.ts'
import { columnHead } from './columns.ts'
import type { ExportTable } from './columns.ts'
import { TABLE_WRITERS } from './formats/index.ts'
import { rankingChart } from './ranking-chart.ts'
import { buildTable } from './tables.ts'

export async function exportTable(
  request: ParsedInputOf<'exports.table'>,
  context: ReaderContext,
): Promise<ExportedFile> {
  const input = { ...request, table: byIds(request.table, context) }
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
  const { language, separator, decimal, date } = input
  const bytes = await TABLE_WRITERS[input.format]({
    table,
    sheet: translate(language, `exports.workbook.sheets.${input.table.of}`),
    chart:
      input.format === 'xlsx' && input.table.of === 'rankings'
        ? await rankingChart(input.table, language, context)
        : undefined,
    more,
    dataset,
    citation,
    sources,
    collected: limitsOf(dataset.db),
    language,
    separator,
    decimal,
    date: fileDate(date),
    stamp: makeStamp('exports.table', input, dataset, context),
  })
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
