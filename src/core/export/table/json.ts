import type { DatasetStamp } from '../../../shared/contract/common.ts'
import type { CitationLine, CitedSource } from '../citation.ts'
import type { ExportTable } from './columns.ts'

/** `{ dataset, version, filters, shown?, rows, citation, sources }`; figures in full precision, null where not published. */
export function toJson(
  table: ExportTable,
  stamp: Pick<DatasetStamp, 'version'> & { id: string },
  citation: readonly CitationLine[],
  sources: readonly CitedSource[],
): string {
  const { id: dataset, version } = stamp
  const document = {
    dataset,
    version,
    filters: table.filtersJson,
    ...(table.shown && { shown: table.shown }),
    rows: table.records,
    citation: Object.fromEntries(citation),
    sources,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
