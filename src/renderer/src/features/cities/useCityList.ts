/** The choices of the list of cities, read from the address and written back to it. */
import { computed, onScopeDispose, ref, watch } from 'vue'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { RankingSort } from '../../../../shared/contract/rankings.ts'
import type { Order } from '../../ui/table/order.ts'
import { useSession } from '../../stores/session.ts'

/** Columns that the list can be sorted by. */
export const CITY_SORTS = ['rank', 'name', 'region', 'share', 'count', 'regionSharePct', 'changePct'] as const
export type CitySort = (typeof CITY_SORTS)[number]
const UPWARDS: readonly RankingSort[] = ['rank', 'name', 'region']
/** Steps of a walk are written when it rests. */
const REST = 300

export function useCityList() {
  const session = useSession()
  const order = computed<Order<CitySort>>(() => {
    const by = CITY_SORTS.find((each) => each === session.query['sort']) ?? 'rank'
    return { by, descending: session.query['desc'] === '1' }
  })
  const search = computed(() => session.query['q'] ?? '')
  const region = computed(() => session.query['region'] ?? null)
  const current = ref<string | null>(session.query['at'] ?? null)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => session.query['at'],
    (at) => at && (current.value = at),
  )
  onScopeDispose(() => clearTimeout(timer))
  return {
    order,
    search,
    region,
    current,
    input: computed<InputOf<'rankings.list'>>(() => ({
      dataset: session.dataset,
      year: session.year,
      subject: session.subject,
      search: search.value,
      sort: order.value.by,
      descending: order.value.descending,
      ...(region.value ? { region: region.value } : {}),
    })),
    sortBy(by: CitySort): void {
      const same = order.value.by === by
      const descending = same ? !order.value.descending : !UPWARDS.includes(by)
      void session.patch(
        by === 'rank' && !descending ? { sort: null, desc: null } : { sort: by, desc: descending },
      )
    },
    setSearch: (text: string) => session.patch({ q: text.trim() === '' ? null : text }, false),
    setRegion: (id: string) => session.patch({ region: id || null }),
    clear: () => session.patch({ q: null, region: null }),
    focus(id: string): void {
      current.value = id
      clearTimeout(timer)
      timer = setTimeout(() => void session.patch({ at: id }, false), REST)
    },
  }
}
