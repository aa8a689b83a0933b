/** Favourite and lately opened cities of this data folder, by the names of the dataset in use. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { EntityLabel } from '../../../shared/contract/common.ts'
import { useClient } from '../transport/useClient.ts'
import { useQuery } from './useQuery.ts'
import { useSession } from './session.ts'

export const useKeptCities = defineStore('kept-cities', () => {
  const client = useClient()
  const session = useSession()
  const asked = useQuery('cities.kept', () => ({ dataset: session.dataset }))
  /** Stars set and taken in this visit, ahead of their file: a long import may hold that up. */
  const ahead = shallowRef<ReadonlyMap<string, EntityLabel | null>>(new Map())

  const favourites = computed(() => {
    const kept = (asked.data.value?.favourites ?? []).filter(({ id }) => !ahead.value.has(id))
    return [...kept, ...[...ahead.value.values()].filter((each) => each !== null)]
  })

  async function keep(city: string, as: 'opened' | 'favourite' | 'no-favourite'): Promise<void> {
    // What cannot be kept is not worth a word: the page itself is there.
    await client.call('cities.keep', { city, as }).catch(() => null)
    await asked.refresh()
  }

  return {
    favourites,
    recent: computed(() => asked.data.value?.recent ?? []),
    isFavourite: (id: string) => favourites.value.some((each) => each.id === id),
    opened: (id: string) => keep(id, 'opened'),
    /** Sets the star of a city, or takes it away. */
    async toggle({ id, name, nameZh }: EntityLabel): Promise<void> {
      const isOn = favourites.value.some((each) => each.id === id)
      ahead.value = new Map([...ahead.value, [id, isOn ? null : { id, name, nameZh }]])
      await keep(id, isOn ? 'no-favourite' : 'favourite')
    },
  }
})
