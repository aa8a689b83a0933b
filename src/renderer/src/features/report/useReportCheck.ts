/** Each page against the data at hand: computed words, numbers, and what has changed since the page was renewed. */
import { computed, shallowRef, watch } from 'vue'
import { useQuery } from '../../stores/useQuery.ts'
import { useClient } from '../../transport/useClient.ts'
import { isStale } from './report-pages.ts'
import type { ReportEditor } from './useReportEditor.ts'

const PAUSE_MS = 600

export function useReportCheck(editor: ReportEditor) {
  const client = useClient()
  const { content, dataset, version } = editor
  // Asked once typing pauses; words of the reader's own change nothing of what is computed.
  const asked = shallowRef<ReturnType<typeof ask>>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  function ask() {
    return content.value && dataset.value !== '' && content.value.pages.length > 0
      ? { dataset: dataset.value, content: content.value, version: version.value }
      : null
  }
  watch(
    () => {
      const now = ask()
      return (
        now &&
        JSON.stringify([
          now.dataset,
          now.version,
          now.content.size,
          now.content.pages.map(({ id, figure, numbers }) => [id, figure, numbers]),
        ])
      )
    },
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => (asked.value = ask()), asked.value ? PAUSE_MS : 0)
    },
    { immediate: true },
  )
  const { data, error } = useQuery('reports.check', () => {
    const now = asked.value
    return now && { dataset: now.dataset, content: now.content }
  })
  const states = computed(() => new Map((data.value?.pages ?? []).map((state) => [state.id, state])))
  const stale = computed(() => (content.value?.pages ?? []).filter(({ id }) => isStale(states.value.get(id))))

  /** Takes a page's numbers as they are now. */
  async function renew(id: string): Promise<void> {
    const page = content.value?.pages.find((each) => each.id === id)
    if (!page) return
    const renewed = await client.call('reports.renew', { dataset: dataset.value, page })
    editor.note(renewed.page)
  }

  // A page that was just added is held against what it shows now.
  const begun = new Set<string>()
  watch(
    () => (content.value?.pages ?? []).filter((page) => page.version === '').map(({ id }) => id),
    (fresh) => {
      for (const id of fresh) {
        if (begun.has(id)) continue
        begun.add(id)
        void renew(id).catch(() => {}) // what stands in its way is told by the check
      }
    },
    { immediate: true },
  )
  return { states, stale, error, renew, renewAll: () => Promise.all(stale.value.map(({ id }) => renew(id))) }
}
export type ReportCheckControl = ReturnType<typeof useReportCheck>
