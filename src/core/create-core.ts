/** The core as a host sees it: calls in, results and events out; the work happens on threads of its own. */
import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { VerifyReport } from '../shared/contract/datasets.ts'
import type { MethodKind } from '../shared/contract/define.ts'
import type { Result } from '../shared/contract/errors.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { CoreEvent } from '../shared/contract/events.ts'
import type { ChosenFolder } from '../shared/contract/host.ts'
import { checkAppFiles } from './app-files.ts'
import { bundledExists } from './datasets/files.ts'
import { dueForCheck } from './datasets/verified.ts'
import { refuseOdd } from './kept/odd-file.ts'
import { closeToOthers } from './kept/private.ts'
import { isMethodName, METHOD_KINDS } from './method-kinds.ts'
import { DatasetsWatch } from './threads/datasets-watch.ts'
import { IdleCheck } from './threads/idle-check.ts'
import { IdleLoad } from './threads/idle-load.ts'
import type { ThreadOptions } from './threads/thread.ts'
import { CLOSED, Thread } from './threads/thread.ts'
import { within } from './threads/within.ts'

export interface CoreOptions {
  /** Folder of the user's datasets; made when missing. */
  dataDir: string
  /** Folder with `editions/` and `fonts/`. */
  resourcesDir: string
  appVersion: string
}

export interface Core {
  /** Folder of the user's datasets. */
  readonly dataDir: string
  /** Answers any call, never rejects: what goes wrong comes back as an error with a code. */
  call(name: string, input: unknown): Promise<Result<unknown>>
  subscribe(listener: (event: CoreEvent) => void): () => void
  /** Lets the core read a folder that the user chose; the token stands for it in calls. */
  grantFolder(path: string): Promise<ChosenFolder>
  /** The same for single files, or several folders. @throws AppError file-odd for a device, a pipe or a socket. */
  grantFiles(paths: readonly string[]): Promise<ChosenFolder>
  /** Resolves when the bundled edition is in place, or with the error that prevents it (a full disk, say). */
  ready: Promise<Result<null>>
  /** From now on verifies datasets in idle time that were not for a month; for hosts that stay. */
  checkInIdle(): void
  /**
   * Cancels running work and stops the threads, within two seconds; what is asked meanwhile is answered `cancelled`. A
   * query in native code that nothing breaks off is waited for no longer than four.
   */
  close(): Promise<void>
}

const CLOSE_WITHIN_MS = 4000
const DONE: Result<null> = { ok: true, value: null }

/** @throws AppError app-damaged where a file of the packaged app is not what was packed. */
export function createCore(options: CoreOptions): Core {
  checkAppFiles(dirname(options.resourcesDir))
  closeToOthers(options.dataDir)
  const listeners = new Set<(event: CoreEvent) => void>()
  const emit = (event: CoreEvent) => {
    watching.note(event)
    tell(event)
  }
  const tell = (event: CoreEvent) => listeners.forEach((listener) => listener(event))
  /** Tells what other programs do, while somebody listens: the readers let go of what they had open of it. */
  const watching = new DatasetsWatch(options.dataDir, async (event) => {
    if ('dataset' in event) await release(event.dataset)
    tell(event)
  })
  const start = (role: ThreadOptions['role']) => new Thread({ ...options, role }, { emit, release })

  // At most starts everything is in place already: the reader sees that, and no writer starts before a command.
  // At a first start the writer comes first, as the reader can only wait for it.
  const isStored = bundledExists(options.dataDir)
  let writer: Thread | null = isStored ? null : start('writer')
  const writing = (): Thread => (writer ??= start('writer'))
  const reader = start('reader')
  let closed = false
  const prepared = isStored ? reader.ready.then((found) => found.ok && found.value) : Promise.resolve(false)
  void prepared.then((is) => is || closed || writing())
  // Started when something is exported, drawn or sampled: few sessions need what these load.
  const started: Partial<Record<'exporter' | 'drawer' | 'sampler', Thread>> = {}
  const readers = () => [reader, ...Object.values(started)]

  /** Resolves when stored data can be read, with the error where preparing it failed. */
  async function readable(): Promise<Result<null>> {
    if (await prepared) return DONE
    if (closed) return CLOSED
    const found = await writing().ready
    return found.ok ? DONE : found
  }

  /** What was granted so far: the thread that makes files may start later. */
  const granted = new Map<string, readonly string[]>()

  async function grant(paths: readonly string[]): Promise<string> {
    if (closed) throw AppError.fromData(CLOSED.error)
    const token = randomBytes(18).toString('base64url')
    granted.set(token, paths)
    await Promise.all([writing().grant(token, paths), started.exporter?.grant(token, paths)])
    return token
  }

  /** Messages arrive in order, so that a call never overtakes what it may read. */
  function startExporter(): Thread {
    const exporter = start('exporter')
    for (const [token, paths] of granted) void exporter.grant(token, paths)
    return exporter
  }

  /** The reader's arrays go to the thread that draws, which shares their memory. */
  const idleLoad = new IdleLoad(async (dataset) => {
    const arrays = await reader.load(dataset)
    if (arrays && !closed) await (started.drawer ??= start('drawer')).take(arrays)
  })

  /** On a thread of its own, which can be cut off and leaves nothing in memory. */
  let checker: Thread | null = null
  async function endCheck(): Promise<void> {
    const ended = checker
    checker = null
    await ended?.close()
  }
  function tellChecked(result: Result<unknown>, idle: boolean): void {
    if (!result.ok) return
    const { dataset, ok } = result.value as VerifyReport
    emit({ type: 'datasets.checked', dataset, ok, idle })
  }
  const idleCheck = new IdleCheck({
    due: (left) => dueForCheck(options.dataDir, Date.now(), left),
    async check(dataset) {
      checker = start('exporter')
      tellChecked(await checker.call('datasets.verify', { dataset }), true)
      await endCheck()
    },
    cancel: endCheck,
  })

  /** Before a dataset's file is replaced, every reader closes it (Windows will not replace an open file). */
  async function release(dataset: string): Promise<void> {
    idleLoad.forget(dataset)
    await idleCheck.interrupt()
    await Promise.all(readers().map((thread) => thread.release(dataset)))
  }

  function threadFor(kind: MethodKind): Thread {
    if (kind === 'command') return writing()
    if (kind === 'query') return reader
    if (kind === 'drawing') return (started.drawer ??= start('drawer'))
    if (kind === 'sampling') return (started.sampler ??= start('sampler'))
    return (started.exporter ??= startExporter())
  }

  return {
    dataDir: options.dataDir,
    get ready() {
      // A core that was closed meanwhile has not failed.
      return readable().then((result) => (closed ? DONE : result))
    },
    async call(name, input) {
      if (!isMethodName(name)) {
        return {
          ok: false,
          error: { code: 'method-unknown', message: `unknown method ${name}`, details: {} },
        }
      }
      if (closed) return CLOSED
      // A cancel overtakes the commands that run or wait, but not the sending of one that was asked for before it.
      if (name === 'imports.cancel') {
        await writing().ready
        return closed ? CLOSED : writing().cancel(input)
      }
      const kind = METHOD_KINDS[name]
      const ready = await (kind === 'command' ? writing().ready : readable())
      if (closed) return CLOSED
      if (!ready.ok) return ready
      const result = await idleCheck.during(() =>
        idleLoad.during(input, () => threadFor(kind).call(name, input)),
      )
      if (name === 'datasets.verify') tellChecked(result, false)
      return result
    },
    subscribe(listener) {
      listeners.add(listener)
      // What a start puts in place is its own doing.
      void readable().then(() => closed || listeners.size === 0 || watching.start())
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) watching.stop()
      }
    },
    async grantFolder(path) {
      const files = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile())
      const token = await grant([path])
      return { token, name: basename(path), files: files.map((entry) => entry.name).sort() }
    },
    async grantFiles(paths) {
      await Promise.all(paths.map(refuseOdd))
      const token = await grant(paths)
      const files = paths.map((path) => basename(path))
      return { token, name: files.join(', '), files }
    },
    checkInIdle() {
      idleCheck.begin()
    },
    async close() {
      closed = true
      watching.stop()
      idleLoad.stop()
      const threads = [writer, ...readers()].map((thread) => thread?.close())
      await within(CLOSE_WITHIN_MS, Promise.all([idleCheck.end(), ...threads]))
    },
  }
}
