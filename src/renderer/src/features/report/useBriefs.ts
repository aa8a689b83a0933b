/** The same brief for a list of cities: made one by one with progress, left between two, then saved as one archive. */
import { computed, ref, shallowRef } from 'vue'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { ReportContent } from '../../../../shared/contract/reports.ts'
import type { ReportFormat } from '../../../../shared/domain/file-formats.ts'
import { toAppError } from '../../stores/loader.ts'
import { useClient, useHost } from '../../transport/useClient.ts'

export interface Briefed {
  id: string
  name: string
}

export function useBriefs() {
  const client = useClient()
  const host = useHost()
  const cities = shallowRef<readonly Briefed[]>([])
  /** Pages of each city that is made, in order. */
  const made = ref<number[]>([])
  const running = ref(false)
  const savedAs = ref<string | null>(null)
  const error = shallowRef<AppError | null>(null)
  const seconds = ref<number | null>(null)
  let left = false

  async function start(
    list: readonly Briefed[],
    asked: { dataset: string; format: ReportFormat } & Pick<ReportContent, 'language' | 'size' | 'theme'>,
  ): Promise<void> {
    if (running.value || list.length === 0) return
    running.value = true
    left = false
    cities.value = list
    made.value = []
    savedAs.value = null
    error.value = null
    const begun = performance.now()
    try {
      for (const { id } of list) {
        if (left) return
        const { pages } = await client.call('reports.brief', { ...asked, city: id })
        made.value = [...made.value, pages]
        seconds.value = (performance.now() - begun) / 1000 / made.value.length
      }
      if (left) return
      const input = { ...asked, cities: list.map(({ id }) => id) }
      savedAs.value = (await (await host).saveFile({ method: 'exports.briefs', input }))?.savedAs ?? null
    } catch (reason) {
      error.value = toAppError(reason)
    } finally {
      running.value = false
    }
  }

  return {
    cities,
    made,
    running,
    savedAs,
    error,
    /** Seconds a city, as measured so far. */
    seconds,
    remaining: computed(() =>
      seconds.value === null ? null : seconds.value * (cities.value.length - made.value.length),
    ),
    start,
    /** Ends after the city that is being made; nothing is saved. */
    cancel: () => void (left = true),
  }
}
