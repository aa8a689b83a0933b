/** A dataset without a city is opened where it has rows. */
import { watch } from 'vue'
import { useDatasets } from './datasets.ts'
import { useSession } from './session.ts'

/**
 * Where the address does not say what is ranked and the dataset has no city, the first kind that has rows takes the place
 * of cities: once, when the view or the dataset is opened, so that whoever then asks for cities hears why there is none.
 */
export function useFirstRows(): void {
  const session = useSession()
  const datasets = useDatasets()
  watch(
    () => datasets.detail,
    (detail, before) => {
      const by = detail?.came?.by
      if (!by || by === 'city' || detail.dataset === before?.dataset) return
      if (session.query['by'] === undefined) void session.patch({ by }, false)
    },
    { immediate: true },
  )
}
