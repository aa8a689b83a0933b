/** A backup of everything, or what comes back from one: one at a time; it goes on while other views are looked at. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { BackupFile, RestoreReport } from '../../../../shared/contract/backups.ts'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { SavedFile } from '../../../../shared/contract/host.ts'
import { BACKUP_JOB, RESTORE_JOB } from '../../../../shared/domain/jobs.ts'
import { useClient, useHost, useRelease } from '../../transport/useClient.ts'
import { toAppError } from '../../stores/loader.ts'
import type { ImportProgress } from './useImport.ts'
import { cancelJob, partDone } from './running-job.ts'

/**
 * closed → asking → running → done, or failed, from where it can be tried again. Of a restore the file comes first:
 * choosing → sending (where the host copies it) → looking → asking.
 */
export type BackupPhase =
  'closed' | 'choosing' | 'sending' | 'looking' | 'asking' | 'running' | 'done' | 'failed'

export const useBackup = defineStore('backup', () => {
  const client = useClient()
  const host = useHost()
  const release = useRelease()

  const act = ref<'backup' | 'restore'>('backup')
  const phase = ref<BackupPhase>('closed')
  const file = shallowRef<(BackupFile & { token: string }) | null>(null)
  const sent = shallowRef<{ sent: number; total: number } | null>(null)
  const replace = ref(false)
  const progress = shallowRef<ImportProgress | null>(null)
  const made = shallowRef<SavedFile | null>(null)
  const report = shallowRef<RestoreReport | null>(null)
  const error = shallowRef<AppError | null>(null)
  const cancelling = ref(false)

  const job = computed(() => (act.value === 'backup' ? BACKUP_JOB : RESTORE_JOB))
  client.subscribe((event) => {
    if (phase.value === 'running' && event.type === 'imports.progress' && event.as === job.value)
      progress.value = event
  })

  /** Of choices of a file the last counts, and none that was begun before the panel was closed or begun anew. */
  let choice = 0

  function begin(which: 'backup' | 'restore'): void {
    if (phase.value === 'running') return
    leave()
    act.value = which
    replace.value = false
    phase.value = which === 'backup' ? 'asking' : 'choosing'
  }

  function close(): void {
    if (phase.value === 'running') return
    leave()
    phase.value = 'closed'
  }

  function leave(): void {
    choice++
    release(file.value?.token)
    file.value = sent.value = error.value = null
  }

  /** Back to the question, or to the choice of a file where none was read. */
  function again(): void {
    phase.value = act.value === 'restore' && !file.value ? 'choosing' : 'asking'
  }

  function fail(reason: unknown): void {
    error.value = toAppError(reason)
    if (error.value.code === 'cancelled') again()
    else phase.value = 'failed'
  }

  /** A chooser that is closed without a choice leaves everything as it was; so does one that is stopped on the way. */
  async function choose(): Promise<void> {
    const mine = ++choice
    const over = () => mine !== choice
    let token: string | undefined
    try {
      const chosen = await (
        await host
      ).chooseFiles('files', (done, total) => {
        if (over()) return false
        phase.value = 'sending'
        sent.value = { sent: done, total }
        return true
      })
      token = chosen?.token
      if (over()) return release(token)
      sent.value = null
      if (!chosen) return
      phase.value = 'looking'
      const found = await client.call('backups.preview', { file: chosen.token })
      if (over()) return release(token)
      release(file.value?.token)
      file.value = { ...found, token: chosen.token }
      error.value = null
      phase.value = 'asking'
    } catch (reason) {
      release(token)
      if (over()) return
      sent.value = null
      fail(reason)
    }
  }

  /** Ends the sending, and with it the choice. */
  function stop(): void {
    if (phase.value !== 'sending') return
    choice++
    sent.value = null
    phase.value = 'choosing'
  }

  async function start(): Promise<void> {
    if (phase.value !== 'asking') return
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
    made.value = await (await host).saveFile({ method: 'exports.backup', input: {} })
    return made.value !== null
  }

  async function restore(): Promise<boolean> {
    const { token = '' } = file.value ?? {}
    report.value = await client.call('backups.restore', { file: token, replace: replace.value })
    file.value = null
    release(token)
    return true
  }

  const cancel = (): Promise<void> => cancelJob(client, job.value, cancelling)

  return {
    act,
    phase,
    file,
    sent,
    replace,
    made,
    report,
    error,
    cancelling,
    part: computed(() => partDone(progress.value)),
    begin,
    choose,
    stop,
    start,
    cancel,
    again,
    close,
  }
})
