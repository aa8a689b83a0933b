/** Duplicate, rename, export, import as one file: one at a time; it goes on while other views are looked at. */
import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef } from 'vue'
import type { DatasetFile } from '../../../../shared/contract/dataset-files.ts'
import type { DatasetSummary } from '../../../../shared/contract/datasets.ts'
import type { AppError } from '../../../../shared/contract/errors.ts'
import { useClient, useHost, useRelease } from '../../transport/useClient.ts'
import { toAppError } from '../../stores/loader.ts'
import type { ImportProgress } from './useImport.ts'
import { cancelJob, partDone } from './running-job.ts'

export type Act = 'duplicate' | 'rename' | 'export' | 'import'
/** closed → asking → running → done, or failed, from where it can be tried again. Of an import the file is chosen first. */
export type ActPhase = 'closed' | 'choosing' | 'asking' | 'running' | 'done' | 'failed'

export const useDatasetActs = defineStore('dataset-acts', () => {
  const client = useClient()
  const host = useHost()
  const release = useRelease()

  const act = ref<Act>('duplicate')
  const phase = ref<ActPhase>('closed')
  const dataset = shallowRef<DatasetSummary | null>(null)
  const file = shallowRef<(DatasetFile & { token: string }) | null>(null)
  const form = reactive({ id: '', name: '', replace: false })
  const progress = shallowRef<ImportProgress | null>(null)
  const made = shallowRef<DatasetSummary | null>(null)
  const savedAs = ref('')
  const error = shallowRef<AppError | null>(null)
  const cancelling = ref(false)

  /** The id by which the core knows what runs. */
  const running = computed(() => (act.value === 'export' ? (dataset.value?.dataset ?? '') : form.id))
  client.subscribe((event) => {
    if (event.type === 'imports.progress' && phase.value === 'running' && event.as === running.value)
      progress.value = event
  })

  function fail(reason: unknown): void {
    error.value = toAppError(reason)
    phase.value = error.value.code === 'cancelled' ? 'asking' : 'failed'
  }

  /** Asks for id and name; what is exported needs neither. */
  function begin(which: Exclude<Act, 'import'>, of: DatasetSummary, taken: readonly string[]): void {
    if (phase.value === 'running') return
    act.value = which
    dataset.value = of
    letGo()
    const id = which === 'duplicate' ? freeId(of.dataset, taken) : of.dataset
    Object.assign(form, { id, name: '', replace: false })
    error.value = null
    phase.value = 'asking'
  }

  function beginImport(): void {
    if (phase.value === 'running') return
    act.value = 'import'
    dataset.value = null
    letGo()
    error.value = null
    phase.value = 'choosing'
  }

  function letGo(): void {
    release(file.value?.token)
    file.value = null
  }

  /** A chooser that is closed without a choice leaves everything as it was. */
  async function choose(taken: readonly string[]): Promise<void> {
    try {
      const chosen = await (await host).chooseFiles('files')
      if (!chosen) return
      const { token } = chosen
      const found = await client.call('datasets.preview', { file: token }).catch((reason: unknown) => {
        release(token)
        throw reason
      })
      letGo()
      file.value = { ...found, token }
      Object.assign(form, { id: freeId(found.dataset, taken), name: '', replace: false })
      error.value = null
      phase.value = 'asking'
    } catch (reason) {
      error.value = toAppError(reason)
      phase.value = 'failed'
    }
  }

  async function start(): Promise<void> {
    if (phase.value === 'running') return
    phase.value = 'running'
    progress.value = null
    error.value = null
    cancelling.value = false
    try {
      if (act.value === 'export') await exportIt()
      else made.value = (await changed()).dataset
      if (phase.value === 'running') phase.value = 'done'
    } catch (reason) {
      fail(reason)
    }
  }

  async function exportIt(): Promise<void> {
    const id = dataset.value?.dataset ?? ''
    const saved = await (await host).saveFile({ method: 'exports.dataset', input: { dataset: id } })
    savedAs.value = saved?.savedAs ?? ''
    if (saved === null) phase.value = 'asking'
  }

  function changed(): Promise<{ dataset: DatasetSummary }> {
    const name = form.name.trim() || undefined
    if (act.value === 'import') {
      const { token = '' } = file.value ?? {}
      return client.call('datasets.import', { file: token, as: form.id, name, replace: form.replace })
    }
    const input = { dataset: dataset.value?.dataset ?? '', as: form.id, name }
    return client.call(act.value === 'rename' ? 'datasets.rename' : 'datasets.duplicate', input)
  }

  const cancel = (): Promise<void> => cancelJob(client, running.value, cancelling)

  function close(): void {
    if (phase.value === 'running') return
    phase.value = 'closed'
    letGo()
  }

  return {
    act,
    phase,
    dataset,
    file,
    form,
    progress,
    made,
    savedAs,
    error,
    cancelling,
    part: computed(() => partDone(progress.value)),
    begin,
    beginImport,
    choose,
    start,
    cancel,
    /** Back to the fields, or to the choice of a file where none was read. */
    again: () => (phase.value = act.value === 'import' && !file.value ? 'choosing' : 'asking'),
    close,
  }
})

/** The id itself, else with the first number that is free. */
export function freeId(id: string, taken: readonly string[]): string {
  if (!taken.includes(id)) return id
  const stem = id.replace(/-\d+$/, '').slice(0, 58)
  for (let n = 2; ; n++) if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`
}
