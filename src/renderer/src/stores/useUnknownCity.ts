/** A link may name a city that the dataset has not got: the view opens with its usual one, and the missing one is named. */
import { watch } from 'vue'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useClient } from '../transport/useClient.ts'
import { useSession } from './session.ts'

/** @param key of the address, that holds the city */
export function useUnknownCity(error: () => AppError | null, key: string): void {
  const session = useSession()
  const client = useClient()
  watch(error, async (failed) => {
    const asked = session.query[key]
    if (failed?.code !== 'city-unknown' || asked === undefined) return
    const { dataset } = session
    const known = await client.call('cities.known', { dataset, cities: [asked] }).catch(() => null)
    const instead = known?.missing[0]?.instead ?? null
    if (session.query[key] !== asked || session.dataset !== dataset) return
    session.lost = {
      dataset,
      cities: [{ id: asked, name: asked, nameZh: null, instead, of: key }],
      choices: [],
    }
    await session.patch({ [key]: null, at: null }, false)
  })
}
