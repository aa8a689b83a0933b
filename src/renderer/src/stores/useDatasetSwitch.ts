/** Going to another dataset with all of the address that still holds there. */
import { DEFAULT_DATASET } from '../../../shared/address/query.ts'
import { useSession } from './session.ts'
import { useClient } from '../transport/useClient.ts'
import type { NamedThing } from '../../../shared/domain/language.ts'
import { fitTo } from './dataset-fit.ts'

export function useDatasetSwitch(): (dataset: string) => Promise<void> {
  const session = useSession()
  const client = useClient()
  /** As the dataset that is left calls them; their ids where it does not know them either. */
  async function namesOf(ids: readonly string[]): Promise<NamedThing[]> {
    const left = await client
      .call('rankings.list', { dataset: session.dataset, limit: 5000 })
      .catch(() => null)
    return ids.map((id) => left?.rows.find((row) => row.id === id) ?? { name: id, nameZh: null })
  }
  return async (dataset) => {
    if (dataset === session.dataset) return
    try {
      const detail = await client.call('datasets.show', { dataset })
      const list =
        session.ticked.length > 0 ? await client.call('rankings.list', { dataset, limit: 5000 }) : null
      const cities = list && new Set(list.rows.map(({ id }) => id))
      const gone = session.ticked.filter((id) => cities && !cities.has(id))
      const names = gone.length > 0 ? await namesOf(gone) : []
      await session.patch(fitTo(session.query, detail, cities))
      session.lost = names.length > 0 ? { dataset, cities: names } : null
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
