/** The state of the Rankings view, read from the address and written back to it. */
import { computed, onScopeDispose, ref, watch } from 'vue'
import type { RankingSort } from '../../../../shared/contract/rankings.ts'
import type { GroupKind } from '../../../../shared/domain/groups.ts'
import { isOfKind } from '../../../../shared/domain/groups.ts'
import { rankingInput, readBy } from '../../../../shared/address/first-calls.ts'
import { readList } from '../../../../shared/address/query.ts'
import { useSession } from '../../stores/session.ts'
import { COLUMNS } from '../../../../shared/tables/ranking-columns.ts'

const SORTS = COLUMNS.map(({ id }) => id)

/** A group of cities filters metropolitan areas too. */
const areCities = (by: string) => isOfKind('city', by)

/** What narrows, orders or turns the ranking, and can be cleared. */
const FILTERS = ['q', 'region', 'sector', 'group', 'sort', 'desc', 'by', 'base'] as const

export function useRankingState() {
  const session = useSession()
  const input = computed(() => rankingInput(session.query, SORTS))
  const by = computed(() => readBy(session.query))
  const region = computed(() => input.value.region ?? null)
  const search = computed(() => input.value.search ?? '')
  const sort = computed(() => input.value.sort ?? 'rank')
  const descending = computed(() => input.value.descending ?? false)
  const columns = computed(() => readList(session.query['columns']))

  // The focused row changes with every key; the address follows when the walk rests.
  const current = ref<string | null>(session.query['at'] ?? null)
  let timer: ReturnType<typeof setTimeout> | undefined
  // Set from a step of the walk until the address says it: what the address says meanwhile is an earlier step.
  let ahead: symbol | null = null
  watch(
    () => session.query['at'],
    (at) => {
      if (at && !ahead) current.value = at
    },
  )
  function focus(id: string | null): void {
    current.value = id
    const step = Symbol('step')
    ahead = step
    clearTimeout(timer)
    timer = setTimeout(async () => {
      await session.patch({ at: id }, false)
      if (ahead === step) ahead = null
    }, 300)
  }
  onScopeDispose(() => clearTimeout(timer))

  /** Sorts by a column; the same column again turns the order round. */
  function sortBy(id: RankingSort): void {
    const column = COLUMNS.find((each) => each.id === id)
    const down = id === sort.value ? !descending.value : (column?.largestFirst ?? false)
    void session.patch(id === 'rank' && !down ? { sort: null, desc: null } : { sort: id, desc: down })
  }

  return {
    by,
    sector: computed(() => input.value.sector ?? ''),
    /** As the address names it; empty where none is asked for. */
    group: computed(() => session.query['group'] ?? ''),
    region,
    search,
    sort,
    descending,
    columns,
    current,
    input,
    focus,
    sortBy,
    /** What is ranked; the rows are others then, so the row that is read and the search are let go. */
    setBy: (id: string) =>
      session.patch({
        ...(areCities(id) && areCities(by.value) ? {} : { group: null }),
        by: id === 'city' ? null : id,
        at: null,
        q: null,
        region: id === 'country' ? null : region.value,
      }),
    setBase: (year: number | null) => session.patch({ base: year }),
    setRegion: (id: string | null) => session.patch({ region: id }),
    /** Its members stand whatever region or sector was chosen before, and are ranked as what they are. */
    setGroup: (id: string | null, kind: GroupKind) =>
      session.patch({
        group: id,
        ...(id === null ? {} : { region: null, sector: null, q: null }),
        ...(id === null || isOfKind(kind, by.value) ? {} : { by: kind === 'city' ? null : kind, at: null }),
      }),
    setSector: (id: string) => session.patch({ sector: id || null }),
    setSearch: (text: string) => session.patch({ q: text.trim() === '' ? null : text }, false),
    setColumns: (text: string) => session.patch({ columns: text || null }),
    /** Whether there is a filter that could be cleared. */
    filtered: computed(() => FILTERS.some((key) => session.query[key] !== undefined)),
    clearFilters: () => session.patch(Object.fromEntries(FILTERS.map((key) => [key, null]))),
  }
}
