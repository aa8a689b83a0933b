/** A backup of everything, or what comes back from one: one at a time; it goes on while other views are looked at. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { BackupFile, LeftOut, RestoreReport } from '../../../../shared/contract/backups.ts'
import type { AppError } from '../../../../shared/contract/errors.ts'
import { BACKUP_JOB, RESTORE_JOB } from '../../../../shared/domain/jobs.ts'
import { useClient, useHost } from '../../transport/useClient.ts'
import { toAppError } from '../../stores/loader.ts'
import type { ImportProgress } from './useImport.ts'

/** closed → asking → running → done, or failed, from where it can be tried again. Of a restore the file is chosen first. */
export type BackupPhase = 'closed' | 'choosing' | 'asking' | 'running' | 'done' | 'failed'

export const useBackup = defineStore('backup', () => {
  const client = useClient()
  const host = useHost()

  const act = ref<'backup' | 'restore'>('backup')
  const phase = ref<BackupPhase>('closed')
  const file = shallowRef<(BackupFile & { token: string }) | null>(null)
  const replace = ref(false)
  const progress = shallowRef<ImportProgress | null>(null)
  const made = shallowRef<{ savedAs: string; datasets: number; leftOut: LeftOut[] } | null>(null)
  const report = shallowRef<RestoreReport | null>(null)
  const error = shallowRef<AppError | null>(null)
  const cancelling = ref(false)

  const job = computed(() => (act.value === 'backup' ? BACKUP_JOB : RESTORE_JOB))
  /** What the core told of the backup that it made last. */
  let told: { datasets: number; leftOut: LeftOut[] } = { datasets: 0, leftOut: [] }
  client.subscribe((event) => {
    if (phase.value !== 'running') return
    if (event.type === 'backup.made') told = event
    if (event.type === 'imports.progress' && event.as === job.value) progress.value = event
  })

  function begin(which: 'backup' | 'restore'): void {
    if (phase.value === 'running') return
    act.value = which
    file.value = null
    replace.value = false
    error.value = null
    phase.value = which === 'backup' ? 'asking' : 'choosing'
  }

  function fail(reason: unknown): void {
    error.value = toAppError(reason)
    phase.value = error.value.code === 'cancelled' ? 'asking' : 'failed'
  }

  /** A chooser that is closed without a choice leaves everything as it was. */
  async function choose(): Promise<void> {
    try {
      const chosen = await (await host).chooseFiles('files')
      if (!chosen) return
      file.value = { ...(await client.call('backups.preview', { file: chosen.token })), token: chosen.token }
      error.value = null
      phase.value = 'asking'
    } catch (reason) {
      file.value = null
      fail(reason)
    }
  }

  async function start(): Promise<void> {
    if (phase.value === 'running') return
    phase.value = 'running'
    progress.value = null
    error.value = null
    cancelling.value = false
    try {
      phase.value = (await (act.value === 'backup' ? save() : restore())) ? 'done' : 'asking'
    } catch (reason) {
      fail(reason)
    }
  }

  /** False where the user chose no place for it. */
  async function save(): Promise<boolean> {
    const saved = await (await host).saveFile({ method: 'exports.backup', input: {} })
    if (saved) made.value = { savedAs: saved.savedAs, ...told }
    return saved !== null
  }

  async function restore(): Promise<boolean> {
    const { token = '' } = file.value ?? {}
    report.value = await client.call('backups.restore', { file: token, replace: replace.value })
    return true
  }

  async function cancel(): Promise<void> {
    cancelling.value = true
    try {
      await client.call('imports.cancel', { as: job.value })
    } catch {
      cancelling.value = false // it goes on and says itself how it ends
    }
  }

  return {
    act,
    phase,
    file,
    replace,
    made,
    report,
    error,
    cancelling,
    /** Bytes handled, 0–1; null before the first news. */
    part: computed(() =>
      progress.value && progress.value.bytesTotal > 0
        ? Math.min(1, progress.value.bytesRead / progress.value.bytesTotal)
        : null,
    ),
    begin,
    choose,
    start,
    cancel,
    /** Back to the question, or to the choice of a file where none was read. */
    again: () => (phase.value = act.value === 'restore' && !file.value ? 'choosing' : 'asking'),
    close: () => void (phase.value === 'running' || (phase.value = 'closed')),
  }
})
