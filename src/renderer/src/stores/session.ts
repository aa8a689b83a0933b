/** What the header strip says: dataset, year, subject, language, theme. The address is the one source of it. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import { isNavigationFailure, NavigationFailureType, useRoute, useRouter } from 'vue-router'
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { EntityName } from '../../../shared/domain/entity-names.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { LANGUAGES, LANGUAGE_MARKS } from '../../../shared/domain/language.ts'
import type { Query, QueryPatch, Theme } from '../../../shared/address/query.ts'
import {
  isSharedKey,
  MOST_TICKED,
  patchQuery,
  plainQuery,
  readShared,
  readTicked,
  sharedPart,
  TICKED_KEYS,
} from '../../../shared/address/query.ts'
import type { LetGo } from './dataset-fit.ts'
import { addressStep, isOwnStep, usePast } from './past.ts'
import { onPaper } from './paper.ts'
import { keep, kept, systemLanguage, systemTheme } from './preferences.ts'

/** Filters of a view that another dataset need not know. */
const OF_DATASET = {
  at: null,
  region: null,
  sector: null,
  by: null,
  base: null,
  from: null,
  to: null,
  of: null,
} as const

export interface Lost {
  dataset: string
  /** Ticked cities, or one that `of`, a key of the address, named; `instead` is what the dataset has of that place. */
  cities: (EntityLabel & { instead: EntityLabel | null; of?: string | undefined })[]
  choices: LetGo[]
}

export const useSession = defineStore('session', () => {
  const router = useRouter()
  const route = useRoute()
  const past = usePast()
  // What was asked a moment ago and is not in the address yet: the next key or click already counts on it.
  const ahead = shallowRef<{ changes: Readonly<Record<string, QueryPatch[string]>>; path: string } | null>(
    null,
  )
  const query = computed(() => {
    const written = plainQuery(route.query)
    if (!ahead.value) return written
    const { changes, path } = ahead.value
    return patchQuery(written, path === route.path ? changes : onlyShared(changes))
  })
  const shared = computed(() => readShared(query.value))

  const language = computed<Language>(() => shared.value.lang ?? kept('lang', LANGUAGES) ?? systemLanguage())
  const theme = computed<Theme>(() => shared.value.theme ?? kept('theme', ['light', 'dark']) ?? systemTheme())
  /** That of the session, but on paper: what figures are drawn in. */
  const drawnTheme = computed<Theme>(() => (onPaper.value ? 'light' : theme.value))
  watch([language, theme], () => showIn(language.value, theme.value), { immediate: true })

  // A view's file may take a moment to arrive; meanwhile the address is still that of the view being left.
  let arrival: Promise<void> | null = null
  let arrived = () => {}
  router.beforeEach(() => {
    arrival ??= new Promise((resolve) => (arrived = resolve))
  })
  const arrive = () => {
    arrival = null
    arrived()
  }
  router.afterEach((_to, _from, failure) => {
    // One that gave way to a newer one is not the end of the way.
    if (!isNavigationFailure(failure, NavigationFailureType.cancelled)) arrive()
  })
  router.onError(arrive)

  // Changes of one moment are written as one address; of one key changed twice each is a step that can be taken back.
  interface Changes {
    patch: Record<string, QueryPatch[string]>
    push: boolean
  }
  interface Waiting {
    steps: Changes[]
    path: string
  }
  const allOf = ({ steps }: Waiting): Changes => ({
    patch: Object.assign({}, ...steps.map(({ patch: each }) => each)) as Changes['patch'],
    push: steps.some((each) => each.push),
  })
  const isNext = (last: Changes, changes: QueryPatch, push: boolean) =>
    push && last.push && isOwnStep(Object.keys(changes).filter((key) => key in last.patch))

  /** Notes each step; what changes with every key is none, but for the words that are searched for. */
  function noteSteps(path: string, before: Query, steps: readonly Changes[]): Query {
    let query = before
    for (const { patch: own, push } of steps) {
      const next = patchQuery(query, own)
      if (push || 'q' in own) past.note(addressStep(path, query, next))
      query = next
    }
    return query
  }
  let waiting: Waiting | null = null
  const settled = ref(Promise.resolve())

  async function flush(): Promise<void> {
    // The router tells of a way taken in the same moment a few microtasks later: let those pass.
    await new Promise((resolve) => setTimeout(resolve))
    // Written now, a change would call back the user who is on the way to another view.
    while (arrival) await arrival
    if (!waiting) return
    const { path: here, query: before, hash } = router.currentRoute.value
    const left = waiting.path !== here
    const steps = waiting.steps.map((each) => (left ? { ...each, patch: onlyShared(each.patch) } : each))
    const { patch, push } = allOf({ steps, path: here })
    waiting = null
    const to = { path: here, query: noteSteps(here, plainQuery(before), steps), hash }
    try {
      if (Object.keys(patch).length > 0) await (push ? router.push(to) : router.replace(to))
    } finally {
      // Asked while the address was being written.
      const next = waiting as Waiting | null
      ahead.value = next && { changes: allOf(next).patch, path: next.path }
    }
  }

  /**
   * Changes the address's query. `push` makes it a step that Back undoes; without it the present step is
   * rewritten (for what changes with every key: the focused row).
   */
  function patch(changes: QueryPatch, push = true): Promise<void> {
    if (!waiting) {
      waiting = { steps: [], path: router.currentRoute.value.path }
      settled.value = flush()
    }
    const last = waiting.steps.at(-1)
    if (!last || isNext(last, changes, push)) waiting.steps.push({ patch: { ...changes }, push })
    else {
      Object.assign(last.patch, changes)
      last.push ||= push
    }
    ahead.value = { changes: { ...ahead.value?.changes, ...changes }, path: waiting.path }
    return settled.value
  }

  // The last address of each view, so that the rail leads back to it as it was left.
  const lastQuery = new Map<string, Query>()
  // Noted on leaving: the address with which the app was opened was there before this store.
  router.beforeEach((_to, from) => void lastQuery.set(from.path, plainQuery(from.query)))

  /** Fits the addresses of views left to another dataset. @returns each as it was, with what changed of it */
  function refit(fit: (query: Query) => QueryPatch): [Query, QueryPatch][] {
    return [...lastQuery]
      .filter(([, query]) => readShared(query).dataset === shared.value.dataset)
      .map(([path, query]) => {
        const patch = fit(query)
        lastQuery.set(path, patchQuery(query, patch))
        return [query, patch]
      })
  }

  const ofStrip = computed(() => sharedPart(query.value))
  /** A link to a view that keeps what the strip says and, on returning, the view's own filters. */
  function link(path: string, own: QueryPatch = {}, fresh = false): RouteLocationRaw {
    const before = fresh ? undefined : lastQuery.get(path)
    // Rows ask this with every frame of a scroll, and few lead to where the user has been.
    if (!before) return { path, query: patchQuery(ofStrip.value, own) }
    const beforeOwn = patchQuery(before, {
      ...Object.fromEntries(Object.keys(sharedPart(before)).map((key) => [key, null])),
      // A sheet that stood open over the view does not open again with it.
      why: null,
      ...(readShared(before).dataset === shared.value.dataset ? {} : OF_DATASET),
    })
    return { path, query: patchQuery({ ...beforeOwn, ...ofStrip.value }, own) }
  }

  function setLanguage(value: Language): Promise<void> {
    keep('lang', value)
    return patch({ lang: value })
  }
  function setTheme(value: Theme): Promise<void> {
    keep('theme', value)
    return patch({ theme: value })
  }

  /** What was chosen and is not in the dataset that was gone to. */
  const lost = shallowRef<Lost | null>(null)
  const ticked = computed(() => shared.value.cities)
  const tickedOf = (by: EntityName): string[] => readTicked(query.value, by)
  /** Ticks or unticks one of a kind; false when six are ticked already. */
  function toggleTick(id: string, by: EntityName = 'city'): boolean {
    const now = tickedOf(by)
    if (!now.includes(id) && now.length >= MOST_TICKED) return false
    const next = now.includes(id) ? now.filter((each) => each !== id) : [...now, id]
    void patch({ [TICKED_KEYS[by]]: next.join(',') })
    return true
  }

  return {
    query,
    dataset: computed(() => shared.value.dataset),
    year: computed(() => shared.value.year),
    subject: computed(() => shared.value.subject),
    language,
    theme,
    drawnTheme,
    ticked,
    tickedOf,
    lost,
    patch,
    refit,
    /** When what was asked so far stands in the address. */
    written: () => settled.value,
    link,
    setLanguage,
    setTheme,
    toggleTick,
    clearTicks: (by: EntityName = 'city') => patch({ [TICKED_KEYS[by]]: null }),
    /** Compare with the ticked ones of a kind, whichever it showed before. */
    compareLink: (by: EntityName = 'city') => link('/compare', { by: by === 'city' ? null : by }),
  }
})

/** Tells the page's style sheets. Where the host writes the first screen there is no page: the host says it in its head. */
function showIn(language: Language, theme: Theme): void {
  if (typeof document === 'undefined') return
  document.documentElement.lang = LANGUAGE_MARKS[language].tag
  document.documentElement.dataset['theme'] = theme
}

/** Of a change that was asked in a view since left, what every view shares. */
function onlyShared(patch: Readonly<Record<string, QueryPatch[string]>>): Record<string, QueryPatch[string]> {
  return Object.fromEntries(Object.entries(patch).filter(([key]) => isSharedKey(key)))
}
