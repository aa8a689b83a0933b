/** Going to another dataset with all of the address that still holds there. */
import { DEFAULT_DATASET } from '../../../shared/address/query.ts'
import { useSession } from './session.ts'
import { useClient } from '../transport/useClient.ts'
import { fitTo } from './dataset-fit.ts'

export function useDatasetSwitch(): (dataset: string) => Promise<void> {
  const session = useSession()
  const client = useClient()
  return async (dataset) => {
    if (dataset === session.dataset) return
    try {
      const detail = await client.call('datasets.show', { dataset })
      const list =
        session.ticked.length > 0 ? await client.call('rankings.list', { dataset, limit: 5000 }) : null
      const cities = list && new Set(list.rows.map(({ cityId }) => cityId))
      await session.patch(fitTo(session.query, detail, cities))
    } catch {
      // It cannot be asked: the view that opens says why.
      await session.patch({
        dataset: dataset === DEFAULT_DATASET ? null : dataset,
        year: null,
        cities: null,
        at: null,
        region: null,
      })
    }
  }
}
