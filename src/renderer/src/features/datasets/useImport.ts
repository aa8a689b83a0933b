/** The import of an edition: it goes on, and keeps its state, while other views are looked at. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { CoreEvent } from '../../../../shared/contract/events.ts'
import type { ChosenFolder } from '../../../../shared/contract/host.ts'
import type { ImportOutcome } from '../../../../shared/contract/imports.ts'
import { useClient, useHost } from '../../transport/useClient.ts'
import { toAppError } from '../../stores/loader.ts'
import { suggestId } from './issues.ts'
import { cancelJob, partDone } from './running-job.ts'

export type ImportProgress = Extract<CoreEvent, { type: 'imports.progress' }>

/**
 * closed → folder (id and name are asked) → running → done, or failed, from where it can be tried again.
 * A chooser that is closed without a choice leaves everything as it was.
 */
export type ImportPhase = 'closed' | 'folder' | 'running' | 'done' | 'failed'

export interface ImportOptions {
  replace?: boolean
  convert?: boolean
}

export const useImport = defineStore('import', () => {
  const client = useClient()
  const host = useHost()

  const phase = ref<ImportPhase>('closed')
  const folder = shallowRef<ChosenFolder | null>(null)
  const id = ref('')
  const name = ref('')
  const progress = shallowRef<ImportProgress | null>(null)
  const outcome = shallowRef<ImportOutcome | null>(null)
  const error = shallowRef<AppError | null>(null)
  const cancelling = ref(false)
  /** What was agreed to so far, so that replacing after converting does both. */
  const options = shallowRef<ImportOptions>({})

  client.subscribe((event) => {
    if (event.type === 'imports.progress' && phase.value === 'running' && event.as === id.value)
      progress.value = event
  })

  async function choose(): Promise<void> {
    if (phase.value === 'running') return
    try {
      const chosen = await (await host).chooseFolder()
      if (!chosen) return
      folder.value = chosen
      id.value = suggestId(chosen.name)
      name.value = chosen.name.slice(0, 200)
      error.value = null
      outcome.value = null
      phase.value = 'folder'
    } catch (reason) {
      folder.value = null
      error.value = toAppError(reason)
      phase.value = 'failed'
    }
  }

  async function start(agreed: ImportOptions = {}): Promise<void> {
    if (!folder.value || phase.value === 'running') return
    options.value = agreed
    phase.value = 'running'
    progress.value = null
    error.value = null
    cancelling.value = false
    try {
      outcome.value = await client.call('imports.edition', {
        folder: folder.value.token,
        as: id.value,
        name: name.value.trim() || undefined,
        replace: agreed.replace ?? false,
        convert: agreed.convert ?? false,
      })
      phase.value = 'done'
    } catch (reason) {
      error.value = toAppError(reason)
      phase.value = 'failed'
    }
  }

  const cancel = (): Promise<void> => cancelJob(client, id.value, cancelling)

  function close(): void {
    if (phase.value === 'running') return
    phase.value = 'closed'
    folder.value = null
  }

  return {
    phase,
    folder,
    id,
    name,
    progress,
    outcome,
    error,
    cancelling,
    options,
    part: computed(() => partDone(progress.value)),
    choose,
    start,
    cancel,
    /** Back to the fields, the folder kept. */
    edit: () => (phase.value = folder.value ? 'folder' : 'closed'),
    close,
  }
})
