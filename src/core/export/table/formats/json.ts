import { jsonBytes } from '../../json-bytes.ts'
import { STAMP_NAME } from '../../stamp.ts'
import type { TableFile } from './table-file.ts'

/**
 * `{ dataset, version, collectedFor?, filters, shown?, rows, …, citation, sources, 'ScienceCities.View' }`; figures in full precision, null where not
 * published.
 */
export function writeJson({
  table,
  more,
  dataset,
  citation,
  sources,
  stamp,
  collected,
}: TableFile): Buffer<ArrayBuffer> {
  return jsonBytes({
    dataset: dataset.id,
    version: dataset.version,
    ...collected,
    filters: table.filtersJson,
    ...(table.shown && { shown: table.shown }),
    rows: table.records,
    ...more,
    citation: Object.fromEntries(citation),
    sources,
    [STAMP_NAME]: stamp,
  })
}
