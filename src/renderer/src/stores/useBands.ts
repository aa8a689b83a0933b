/**
 * Intervals of the rows of a view: asked for in the address, drawn by the core while its progress is shown, and then asked for
 * with the rows. What is no longer wanted is told to stop.
 */
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { readBands, USUAL_BANDS, writeBands } from '../../../shared/address/bands.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { Drawn } from '../../../shared/contract/stability.ts'
import { useSession } from './session.ts'
import { toAppError } from './loader.ts'
import { useClient } from '../transport/useClient.ts'

/** What is drawn: the bands of a ranking, or the intervals of the changes between two years. */
export type Drawing =
  | { method: 'stability.ranking'; input: InputOf<'stability.ranking'> }
  | { method: 'stability.changes'; input: InputOf<'stability.changes'> }
type Failure = 'needsArticles' | 'articlesElsewhere' | 'failed' | null

const FAILURES: Record<string, Failure> = {
  'not-computed': 'needsArticles',
  'articles-elsewhere': 'articlesElsewhere',
}

/** @param drawing with the bands that the address asks for; null while it cannot be told what they would be of */
export function useBands(drawing: (bands: Drawn) => Drawing | null) {
  const session = useSession()
  const client = useClient()
  const wanted = computed(() => readBands(session.query))
  const question = computed(() => (wanted.value ? drawing(wanted.value) : null))
  const keyOf = (asked: Drawing) => JSON.stringify(asked)
  const ask = (asked: Drawing): Promise<unknown> =>
    asked.method === 'stability.ranking'
      ? client.call(asked.method, asked.input)
      : client.call(asked.method, asked.input)

  /** The question whose bands are at hand. */
  const ready = ref<string | null>(null)
  const failure = ref<Failure>(null)
  /** Set while bands are drawn. */
  const running = shallowRef<Drawing | null>(null)
  const progress = ref({ done: 0, of: 0 })

  function stop(): void {
    if (running.value) void client.call('stability.cancel', running.value.input).catch(() => {})
    running.value = null
  }

  async function draw(asked: Drawing | null): Promise<void> {
    stop()
    failure.value = null
    ready.value = null
    if (!asked) return
    running.value = asked
    progress.value = { done: 0, of: asked.input.bands?.replicates ?? 0 }
    let failed: Failure = null
    try {
      await ask(asked)
    } catch (reason) {
      const { code } = toAppError(reason)
      failed = FAILURES[code] ?? 'failed'
    }
    if (running.value !== asked) return
    running.value = null
    failure.value = failed
    if (failed === null) ready.value = keyOf(asked)
  }

  watch(
    () => question.value && keyOf(question.value),
    () => void draw(question.value),
    { immediate: true },
  )
  onScopeDispose(
    client.subscribe((event) => {
      if (event.type === 'datasets.changed' && event.dataset === question.value?.input.dataset)
        void draw(question.value)
      if (event.type !== 'stability.progress') return
      const { dataset, by = 'city', subject = 'all' } = running.value?.input ?? {}
      if (event.dataset === dataset && event.by === by && event.subject === subject)
        progress.value = { done: event.done, of: event.of }
    }),
  )
  onScopeDispose(stop)

  const set = (on: boolean) => session.patch({ bands: on ? writeBands(USUAL_BANDS) : null })
  return {
    /** What the address asks for. */
    wanted,
    /** What the rows can be asked with: bands that are drawn. */
    drawn: computed(() =>
      question.value && ready.value === keyOf(question.value) ? wanted.value : undefined,
    ),
    running: computed(() => running.value !== null),
    progress,
    failure,
    toggle: () => void set(wanted.value === undefined),
    cancel: () => void set(false),
  }
}
