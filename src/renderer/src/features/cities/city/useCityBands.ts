/** Intervals of one city's Share and rank, of the subject and year of its page; drawn when the address asks for them. */
import { computed } from 'vue'
import type { CityProfile } from '../../../../../shared/contract/cities.ts'
import { useBands } from '../../../stores/useBands.ts'
import { useQuery } from '../../../stores/useQuery.ts'
import { useSession } from '../../../stores/session.ts'

/** Of a city of a computed index; null while the profile is on its way, and of a published edition, which has no articles. */
export function useCityBands(profile: () => CityProfile | null) {
  const session = useSession()
  const asked = computed(() => {
    const own = profile()
    if (!own || own.headline.provenance === 'printed') return null
    return { dataset: own.dataset, by: 'city' as const, subject: session.subject, year: own.year }
  })
  const bands = useBands((drawn) =>
    asked.value ? { method: 'stability.ranking', input: { ...asked.value, bands: drawn } } : null,
  )
  /** The city's row: the search leaves those of like names, and the id tells it among them. */
  const list = useQuery('rankings.list', () => {
    const own = profile()
    return asked.value && own && bands.drawn.value
      ? { ...asked.value, bands: bands.drawn.value, search: own.city.name, limit: 'all' as const }
      : null
  })
  const row = computed(() => {
    const own = profile()
    if (!bands.drawn.value || list.data.value?.bands === undefined) return null
    return list.data.value.rows.find(({ id }) => id === own?.city.cityId) ?? null
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
