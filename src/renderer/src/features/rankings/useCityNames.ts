/** Names of the cities that are ticked, also of those which the filters at hand leave out. */
import type { ComputedRef } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import type { RankingRow } from '../../../../shared/contract/rankings.ts'
import { useQuery } from '../../stores/useQuery.ts'
import type { NamedThing } from '../../../../shared/domain/language.ts'
import { useSession } from '../../stores/session.ts'

/** Names by city id: of the rows seen so far, and of all cities where a ticked one is not among them. */
export function useCityNames(
  rows: () => readonly RankingRow[],
): ComputedRef<ReadonlyMap<string, NamedThing>> {
  const session = useSession()
  const seen = shallowRef<ReadonlyMap<string, NamedThing>>(new Map())
  const learn = (more: readonly RankingRow[]) => {
    if (more.length > 0) seen.value = new Map([...seen.value, ...more.map((row) => [row.id, row] as const)])
  }
  watch(rows, learn, { immediate: true })

  const filtered = () => Boolean(session.query['q'] ?? session.query['region'])
  const { data } = useQuery('rankings.list', () =>
    filtered() && session.ticked.some((id) => !seen.value.has(id)) ? { dataset: session.dataset } : null,
  )
  watch(data, (all) => learn(all?.rows ?? []))
  return computed(() => seen.value)
}
