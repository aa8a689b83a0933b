/** Intervals of one city's or institution's Share and rank, of the subject and year of its page; drawn when the address asks for them. */
import { computed } from 'vue'
import { useBands } from '../../../stores/useBands.ts'
import { useQuery } from '../../../stores/useQuery.ts'
import { useSession } from '../../../stores/session.ts'

/** Whose page it is; its English name finds its row among all. */
export interface BandedEntity {
  dataset: string
  by: 'city' | 'institution'
  id: string
  name: string
  year: number
}

/** @param entity of a computed index; null while its profile is on the way, and of a published edition, which has no articles */
export function useCityBands(entity: () => BandedEntity | null) {
  const session = useSession()
  const asked = computed(() => {
    const own = entity()
    return own && { dataset: own.dataset, by: own.by, subject: session.subject, year: own.year }
  })
  const bands = useBands((drawn) =>
    asked.value ? { method: 'stability.ranking', input: { ...asked.value, bands: drawn } } : null,
  )
  /** The entity's row: the search leaves those of like names, and the id tells it among them. */
  const list = useQuery('rankings.list', () => {
    const own = entity()
    return asked.value && own && bands.drawn.value
      ? { ...asked.value, bands: bands.drawn.value, search: own.name, limit: 'all' as const }
      : null
  })
  const row = computed(() => {
    if (!bands.drawn.value || list.data.value?.bands === undefined) return null
    return list.data.value.rows.find(({ id }) => id === entity()?.id) ?? null
  })
  return {
    ...bands,
    can: computed(() => asked.value !== null),
    /** With `shareLow` to `leastDifference`; null until they are drawn. */
    row,
    made: computed(() => (row.value ? (list.data.value?.bands ?? null) : null)),
  }
}

export type CityBands = ReturnType<typeof useCityBands>
