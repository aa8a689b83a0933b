/** Names of those that are ticked, also of those which the filters at hand leave out. */
import type { ComputedRef } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import type { EntityName } from '../../../../shared/contract/common.ts'
import type { RankingRow } from '../../../../shared/contract/rankings.ts'
import { useQuery } from '../../stores/useQuery.ts'
import type { NamedThing } from '../../../../shared/domain/language.ts'
import { useSession } from '../../stores/session.ts'

const FILTERS = ['q', 'region', 'sector', 'group'] as const

/** Names by id: of the rows seen so far, and of all of their kind where a ticked one is not among them. */
export function useTickedNames(
  rows: () => readonly RankingRow[],
  by: ComputedRef<EntityName>,
): ComputedRef<ReadonlyMap<string, NamedThing>> {
  const session = useSession()
  const seen = shallowRef<ReadonlyMap<string, NamedThing>>(new Map())
  const learn = (more: readonly RankingRow[]) => {
    if (more.length > 0) seen.value = new Map([...seen.value, ...more.map((row) => [row.id, row] as const)])
  }
  watch(rows, learn, { immediate: true })

  const filtered = () => FILTERS.some((key) => session.query[key] !== undefined)
  const { data } = useQuery('rankings.list', () =>
    filtered() && session.tickedOf(by.value).some((id) => !seen.value.has(id))
      ? { dataset: session.dataset, ...(by.value !== 'city' && { by: by.value }) }
      : null,
  )
  watch(data, (all) => learn(all?.rows ?? []))
  return computed(() => seen.value)
}
