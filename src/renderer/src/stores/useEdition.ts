/** The published edition at hand whose printed figures stand beside those of an index. */
import { computed } from 'vue'
import { DEFAULT_DATASET } from '../../../shared/address/query.ts'
import { useDatasets } from './datasets.ts'

/** The bundled one, else the first; null where there is none but the dataset in view. */
export function useEdition() {
  const datasets = useDatasets()
  return computed(() => {
    const published = datasets.all.filter(
      ({ kind, dataset }) => kind === 'published' && dataset !== datasets.detail?.dataset,
    )
    return published.find(({ dataset }) => dataset === DEFAULT_DATASET) ?? published[0] ?? null
  })
}
