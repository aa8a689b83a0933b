/**
 * Intervals of the ranking: asked for in the address, drawn by the core while its progress is shown, and then asked for
 * with the rows. What is no longer wanted is told to stop.
 */
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { readBands, USUAL_BANDS, writeBands } from '../../../../shared/address/bands.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { useSession } from '../../stores/session.ts'
import { toAppError } from '../../stores/loader.ts'
import { useClient } from '../../transport/useClient.ts'

type Asked = InputOf<'stability.ranking'>
type Failure = 'needsArticles' | 'failed' | null

export function useBands(input: () => InputOf<'rankings.list'>) {
  const session = useSession()
  const client = useClient()
  const wanted = computed(() => readBands(session.query))
  const question = computed<Asked | null>(() => {
    const { dataset, by, subject, year } = input()
    return wanted.value ? { dataset, by, subject, year, bands: wanted.value } : null
  })
  const keyOf = (asked: Asked) => JSON.stringify(asked)

  /** The question whose bands are at hand. */
  const ready = ref<string | null>(null)
  const failure = ref<Failure>(null)
  /** Set while bands are drawn. */
  const running = shallowRef<Asked | null>(null)
  const progress = ref({ done: 0, of: 0 })

  function stop(): void {
    if (running.value) void client.call('stability.cancel', running.value).catch(() => {})
    running.value = null
  }

  async function draw(asked: Asked | null): Promise<void> {
    stop()
    failure.value = null
    ready.value = null
    if (!asked) return
    running.value = asked
    progress.value = { done: 0, of: asked.bands?.replicates ?? 0 }
    let failed: Failure = null
    try {
      await client.call('stability.ranking', asked)
    } catch (reason) {
      const { code } = toAppError(reason)
      failed = code === 'not-computed' ? 'needsArticles' : 'failed'
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
      if (event.type === 'datasets.changed' && event.dataset === question.value?.dataset)
        void draw(question.value)
      if (event.type !== 'stability.progress') return
      const { dataset, by = 'city', subject = 'all' } = running.value ?? {}
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
