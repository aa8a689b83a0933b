import { jsonBytes } from '../../json-bytes.ts'
import type { TableFile } from './table-file.ts'

/**
 * `{ dataset, version, filters, shown?, rows, …, citation, sources }`; figures in full precision, null where not
 * published.
 */
export function writeJson({ table, more, dataset, citation, sources }: TableFile): Buffer<ArrayBuffer> {
  return jsonBytes({
    dataset: dataset.id,
    version: dataset.version,
    filters: table.filtersJson,
    ...(table.shown && { shown: table.shown }),
    rows: table.records,
    ...more,
    citation: Object.fromEntries(citation),
    sources,
  })
}
