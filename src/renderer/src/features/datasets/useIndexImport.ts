/** The making of a computed index, from files or as a sample: it goes on, and keeps its state, while other views are looked at. */
import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef } from 'vue'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { ChosenFolder, DroppedFile, HandingOver, ToChoose } from '../../../../shared/contract/host.ts'
import type {
  ImportPreview,
  IndexOutcome,
  PlanPreview,
  PreviewedFile,
} from '../../../../shared/contract/imports.ts'
import type { FittedProfile } from '../../../../shared/contract/profiles.ts'
import { useClient, useHost, useRelease } from '../../transport/useClient.ts'
import { toAppError } from '../../stores/loader.ts'
import type { IndexForm } from './index-form.ts'
import { emptyForm, givenOptions, NO_CHOICE } from './index-form.ts'
import { mayBePlan } from '../../../../shared/domain/plan-folder.ts'
import { suggestId } from './issues.ts'
import { headsOf, keptAs, offeredOf, wholeMapping } from './profile-use.ts'
import type { ImportProgress } from './useImport.ts'
import { cancelJob, partDone } from './running-job.ts'

/**
 * closed → files → sending (where the host copies them) → looking → check → options → running → done, or failed,
 * from where options and mapping can be changed. A sample goes from `sample` to running, a plan's results from check.
 */
export type IndexPhase =
  'closed' | 'files' | 'sending' | 'looking' | 'check' | 'options' | 'sample' | 'running' | 'done' | 'failed'

export const useIndexImport = defineStore('index-import', () => {
  const client = useClient()
  const host = useHost()
  const releaseFiles = useRelease()

  const phase = ref<IndexPhase>('closed')
  const job = ref<'articles' | 'sample' | 'plan'>('articles')
  const files = shallowRef<ChosenFolder | null>(null)
  const sent = shallowRef<{ sent: number; total: number } | null>(null)
  const preview = shallowRef<ImportPreview | null>(null)
  const plan = shallowRef<PlanPreview | null>(null)
  /** The same by the columns that the user chose: what would become of the first rows. */
  const tried = shallowRef<ImportPreview | null>(null)
  const form = reactive<IndexForm>(emptyForm())
  const progress = shallowRef<ImportProgress | null>(null)
  const outcome = shallowRef<IndexOutcome | null>(null)
  const error = shallowRef<AppError | null>(null)
  const cancelling = ref(false)
  const canDrop = ref(false)
  void host.then((each) => (canDrop.value = each.takeFiles !== undefined))
  let stopped = false
  /** Of the panel: an answer that was asked for in an earlier one comes too late. */
  let opening = 0

  client.subscribe((event) => {
    if (event.type === 'imports.progress' && phase.value === 'running' && event.as === form.id)
      progress.value = event
  })

  function fail(reason: unknown): void {
    error.value = toAppError(reason)
    phase.value = 'failed'
  }

  /** Begins anew; `into` is the index to which files are added. */
  function begin(into: string | null = null): void {
    if (phase.value === 'running') return
    close()
    Object.assign(form, emptyForm(), into === null ? {} : { id: into, mode: 'add' })
    job.value = 'articles'
    phase.value = 'files'
  }

  /** Begins anew, with the folder of a plan. */
  function beginPlan(): void {
    if (phase.value === 'running') return
    begin()
    job.value = 'plan'
  }

  /** What the host gives is looked into; without a choice all stays as it was. */
  async function take(ask: (told: HandingOver) => Promise<ChosenFolder | null>): Promise<void> {
    const before = phase.value
    const own = opening
    stopped = false
    try {
      const chosen = await ask((done, total) => {
        if (own !== opening) return false
        if (!stopped) phase.value = 'sending'
        sent.value = { sent: done, total }
        return !stopped
      })
      if (own !== opening) return releaseFiles(chosen?.token)
      sent.value = null
      if (!chosen) {
        if (phase.value === 'sending') phase.value = before
        return
      }
      release()
      files.value = chosen
      await look(chosen, () => own === opening)
    } catch (reason) {
      if (own === opening) fail(reason)
    }
  }
  const choose = async (what: ToChoose) => {
    const chooser = await host
    await take((told) => chooser.chooseFiles(what, told))
  }
  /** @param dropped what lies in a drop may still be on its way; where it cannot be had, that is told as any failure */
  const drop = async (dropped: DroppedFile[] | Promise<DroppedFile[]>) => {
    const taker = await host
    await take(async (told) => {
      const given = await dropped
      return given.length > 0 && taker.takeFiles ? taker.takeFiles(given, told) : null
    })
  }
  /** Files that were dropped on any view: they begin an import, or go to the index to which files are being added. */
  async function receive(dropped: DroppedFile[] | Promise<DroppedFile[]>): Promise<void> {
    if (phase.value === 'running') return void (await dropped)
    begin(phase.value !== 'closed' && form.mode === 'add' ? form.id : null)
    await drop(dropped)
  }

  async function look(chosen: ChosenFolder, isWanted: () => boolean): Promise<void> {
    phase.value = 'looking'
    if (await lookForPlan(chosen, isWanted)) return
    const found = await client.call('imports.preview', { files: chosen.token })
    if (!isWanted()) return
    preview.value = found
    tried.value = null
    Object.assign(form, NO_CHOICE)
    if (form.mode !== 'add') {
      form.id = suggestId(chosen.name.replace(/(\.[a-z]+){1,2}(, .*)?$/i, ''))
      form.name = ''
    }
    phase.value = 'check'
    const offered = offeredOf(preview.value.files)
    if (offered) await useProfile(offered)
  }

  /** The folder of a plan is known by its manifest, whatever it was chosen for. @throws AppError where a plan was asked for */
  async function lookForPlan(
    { token, files: names }: ChosenFolder,
    isWanted: () => boolean,
  ): Promise<boolean> {
    const asked = job.value === 'plan'
    if (!asked && !mayBePlan(names)) return false
    let found: PlanPreview
    try {
      found = await client.call('imports.planPreview', { files: token })
    } catch (reason) {
      if (!asked && toAppError(reason).code === 'scale-foreign') return false
      if (isWanted()) job.value = 'plan'
      throw reason
    }
    if (!isWanted()) return true
    plan.value = found
    job.value = 'plan'
    Object.assign(form, emptyForm(), { id: suggestId(found.folder) })
    phase.value = 'check'
    return true
  }

  /** Reads the tables by a kept mapping; null: as the app finds them. */
  async function useProfile(profile: FittedProfile | null): Promise<void> {
    Object.assign(form, NO_CHOICE)
    if (profile) {
      const { name, columns, encoding, delimiter } = profile
      Object.assign(form, { profile: name, columns: { ...columns }, encoding, delimiter })
    }
    await tryAgain()
  }

  /** Keeps how a table is read, in place of what was kept under that name. @throws AppError of profiles.save */
  async function keepMapping(table: PreviewedFile, name: string): Promise<void> {
    const content = { name, heads: headsOf(table), ...wholeMapping(table, form) }
    await client.call('profiles.save', { ...content, replace: keptAs(table, name) !== null })
    Object.assign(form, { profile: name, keep: null, keepAs: '' })
    await tryAgain()
  }

  let asked = 0
  /** Looks again, by the columns and the encoding that the user chose; of several looks the last counts. */
  async function tryAgain(): Promise<void> {
    const token = files.value?.token
    if (token === undefined) return
    const { columns, encoding, delimiter } = givenOptions(form)
    const look = ++asked
    const by = {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
    }
    try {
      const found = await client.call('imports.preview', { files: token, ...by })
      const trial =
        columns === undefined ? null : await client.call('imports.preview', { files: token, columns, ...by })
      if (look !== asked || phase.value !== 'check') return
      preview.value = found
      tried.value = trial
    } catch (reason) {
      if (look === asked) fail(reason)
    }
  }

  /** Runs what makes the dataset, and keeps what came of it. */
  async function run(make: () => Promise<IndexOutcome>): Promise<void> {
    phase.value = 'running'
    progress.value = null
    error.value = null
    cancelling.value = false
    try {
      outcome.value = await make()
      release()
      phase.value = 'done'
    } catch (reason) {
      fail(reason)
    }
  }

  async function start(): Promise<void> {
    const chosen = files.value
    if (!chosen || phase.value === 'running') return
    if (job.value === 'plan') return run(() => takeResults(chosen))
    await run(() =>
      client.call('imports.index', {
        files: chosen.token,
        as: form.id,
        name: form.mode === 'add' ? undefined : form.name.trim() || undefined,
        mode: form.mode,
        options: givenOptions(form),
      }),
    )
  }

  const takeResults = ({ token }: ChosenFolder): Promise<IndexOutcome> =>
    client.call('imports.planResult', {
      files: token,
      as: form.id,
      name: form.name.trim() || undefined,
      replace: form.mode === 'replace',
    })

  async function createSample(given: { seed: number; scale: number; replace: boolean }): Promise<void> {
    if (phase.value === 'running') return
    job.value = 'sample'
    await run(() => client.call('samples.create', { as: form.id, ...given }))
  }

  const cancel = (): Promise<void> => cancelJob(client, form.id, cancelling)

  function release(): void {
    releaseFiles(files.value?.token)
    files.value = null
  }

  function close(): void {
    if (phase.value === 'running') return
    stopped = true
    opening++
    phase.value = 'closed'
    preview.value = plan.value = tried.value = outcome.value = error.value = sent.value = null
    release()
  }

  return {
    phase,
    job,
    files,
    sent,
    preview,
    plan,
    tried,
    form,
    progress,
    outcome,
    error,
    cancelling,
    part: computed(() => partDone(progress.value)),
    canDrop,
    begin,
    beginPlan,
    choose,
    drop,
    receive,
    tryAgain,
    useProfile,
    keepMapping,
    stop: () => (stopped = true),
    start,
    createSample,
    askSample() {
      if (phase.value === 'running') return
      close()
      Object.assign(form, emptyForm(), { id: 'sample' })
      job.value = 'sample'
      phase.value = 'sample'
    },
    cancel,
    close,
  }
})
