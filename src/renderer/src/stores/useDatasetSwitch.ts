/** Going to another dataset with all of the address that still holds there; what cannot be kept is named. */
import { DEFAULT_DATASET } from '../../../shared/address/query.ts'
import { useClient } from '../transport/useClient.ts'
import { fitTo, letGo } from './dataset-fit.ts'
import { useSession } from './session.ts'

export function useDatasetSwitch(): (dataset: string) => Promise<void> {
  const session = useSession()
  const client = useClient()
  /** As the dataset that is left calls them; nothing where it does not know them either. */
  async function namesOf(cities: string[]) {
    const left = await client.call('cities.known', { dataset: session.dataset, cities }).catch(() => null)
    return new Map((left?.known ?? []).map((each) => [each.id, each]))
  }
  return async (dataset) => {
    if (dataset === session.dataset) return
    const before = session.query
    try {
      const cities = [...session.ticked]
      const detail = await client.call('datasets.show', { dataset })
      const asked = cities.length > 0 ? await client.call('cities.known', { dataset, cities }) : null
      const missing = asked?.missing ?? []
      const names = missing.length > 0 ? await namesOf(missing.map(({ id }) => id)) : new Map()
      const patch = fitTo(before, detail, asked && new Set(asked.known.map(({ id }) => id)))
      const elsewhere = session.refit((query) => fitTo(query, detail, null))
      await session.patch(patch)
      const lost = {
        dataset,
        cities: missing.map(({ id, instead }) => ({
          ...(names.get(id) ?? { id, name: id, nameZh: null }),
          instead,
        })),
        // Views that were left keep their choices too, and what they lose is lost here.
        choices: [...new Set([[before, patch] as const, ...elsewhere].flatMap((each) => letGo(...each)))],
      }
      session.lost = lost.cities.length + lost.choices.length > 0 ? lost : null
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
