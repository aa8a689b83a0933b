/** The report of the chosen dataset while it is worked on: its steps, and its keeping beside the dataset. */
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { ReportContent, ReportPage } from '../../../../shared/contract/reports.ts'
import { toAppError } from '../../stores/loader.ts'
import { useSession } from '../../stores/session.ts'
import type { History } from '../../stores/steps.ts'
import { begin, push, redo, undo } from '../../stores/steps.ts'
import { useClient } from '../../transport/useClient.ts'
import { indexOf, withNumbers } from './report-pages.ts'

/** Typing pauses this long before the report is kept. */
const PAUSE_MS = 400

export function useReportEditor() {
  const client = useClient()
  const session = useSession()
  const history = shallowRef<History<ReportContent> | null>(null)
  const dataset = ref('')
  const version = ref('')
  const savedAt = ref<string | null>(null)
  const error = shallowRef<AppError | null>(null)
  const current = ref<string | null>(null)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let unsaved: { dataset: string; content: ReportContent } | null = null

  async function load(id: string): Promise<void> {
    await flush()
    history.value = null
    error.value = null
    dataset.value = id
    try {
      const found = await client.call('reports.show', { dataset: id })
      if (dataset.value !== id) return
      history.value = begin(found.content)
      version.value = found.version
      savedAt.value = found.savedAt
      if (indexOf(found.content, current.value) < 0) current.value = found.content.pages[0]?.id ?? null
    } catch (reason) {
      if (dataset.value === id) error.value = toAppError(reason)
    }
  }

  /** Keeps what waits to be kept. */
  async function flush(): Promise<void> {
    clearTimeout(waiting)
    const next = unsaved
    unsaved = null
    if (!next) return
    try {
      const saved = await client.call('reports.save', next)
      if (dataset.value === next.dataset) savedAt.value = saved.savedAt
    } catch (reason) {
      error.value = toAppError(reason)
    }
  }

  function keep(content: ReportContent): void {
    unsaved = { dataset: dataset.value, content }
    clearTimeout(waiting)
    waiting = setTimeout(() => void flush(), PAUSE_MS)
  }

  function set(next: History<ReportContent>): void {
    if (next === history.value) return
    history.value = next
    if (indexOf(next.present, current.value) < 0) current.value = next.present.pages.at(-1)?.id ?? null
    keep(next.present)
  }

  /** A step that can be taken back. */
  function change(step: (content: ReportContent) => ReportContent): void {
    if (history.value) set(push(history.value, step(history.value.present)))
  }

  /** What the app itself notes of a page, its numbers: no step of the user's, whose words may have come meanwhile. */
  function note({ id, version, numbers }: Pick<ReportPage, 'id' | 'version' | 'numbers'>): void {
    const now = history.value
    if (!now) return
    const present = withNumbers(now.present, id, { version, numbers })
    history.value = { ...now, present }
    keep(present)
  }

  watch(() => session.dataset, load, { immediate: true })
  onScopeDispose(() => void flush())
  // Figures that changed meanwhile: pages are live, so the version they are held against is asked again.
  onScopeDispose(
    client.subscribe((event) => {
      if (event.type !== 'datasets.changed' || event.dataset !== dataset.value) return
      void client.call('reports.show', { dataset: dataset.value }).then(
        (found) => {
          version.value = found.version
          // Pages that another view or process added.
          if (!unsaved && history.value && (found.savedAt ?? '') > (savedAt.value ?? '')) {
            savedAt.value = found.savedAt
            history.value = push(history.value, found.content)
          }
        },
        () => {},
      )
    }),
  )

  const content = computed(() => history.value?.present ?? null)
  return {
    content,
    dataset,
    /** Of the dataset at hand. */
    version,
    savedAt,
    error,
    current,
    page: computed(() => content.value?.pages[indexOf(content.value, current.value)] ?? null),
    place: computed(() => (content.value ? indexOf(content.value, current.value) : -1)),
    canUndo: computed(() => (history.value?.past.length ?? 0) > 0),
    canRedo: computed(() => (history.value?.future.length ?? 0) > 0),
    undo: () => history.value && history.value.past.length > 0 && set(undo(history.value)),
    redo: () => history.value && history.value.future.length > 0 && set(redo(history.value)),
    change,
    note,
    flush,
    reload: () => load(dataset.value),
  }
}
export type ReportEditor = ReturnType<typeof useReportEditor>
