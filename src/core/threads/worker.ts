/**
 * Entry of every core thread: `reader` answers queries, `writer` runs commands one by one, `exporter` makes files,
 * `drawer` lays out networks and maps, `sampler` draws articles anew.
 */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { Result } from '../../shared/contract/errors.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { MethodName } from '../../shared/contract/index.ts'
import { JOBS } from '../../shared/domain/jobs.ts'
import type { HandedArrays } from './handed.ts'
import type { ImportContext, ThreadContext } from '../context.ts'
import { isPrepared } from '../import/edition/bundled.ts'
import { DatasetPool } from '../datasets/pool.ts'
import { loadSqlite } from '../db/open.ts'
import type { SamplingContext } from '../queries/stability/handlers.ts'
import { Tokens } from './tokens.ts'
import type { FromThread, SpareData, ThreadData, ToThread } from './thread-messages.ts'

const port = parentPort
if (!port) throw new Error('worker.ts runs on a worker thread only')
const given = workerData as ThreadData | SpareData
const data = 'start' in given ? ((await once(given.start, 'message')) as [ThreadData])[0] : given
const post = (message: FromThread) => port.postMessage(message)
const answer = (id: number, result: Result<unknown>) => post({ type: 'result', id, result })
const done: Result<null> = { ok: true, value: null }

const base: ThreadContext = {
  dataDir: data.dataDir,
  resourcesDir: data.resourcesDir,
  appVersion: data.appVersion,
  now: () => new Date().toISOString(),
}

/** Queries, exports and drawings read through one pool of open files. */
async function startReading(): Promise<void> {
  // Told first: where something is to be prepared, the writer begins while this thread loads.
  post({ type: 'ready', result: { ok: true, value: data.role === 'reader' && isPrepared(base) } })
  const pool = new DatasetPool(base)
  const tokens = new Tokens()
  const context: SamplingContext = {
    ...base,
    open: (id) => pool.open(id),
    release: (id) => pool.release(id),
    resolveFiles: (token) => tokens.pathsOf(token),
    emit: (event) => post({ type: 'event', event }),
  }
  // Drawing brings fonts and Chart.js, which a thread that only queries never loads.
  const { dispatch } = await import('../dispatch.ts')
  const handlers = await handlersOf(data.role)
  if (data.role === 'reader') await warmUp()
  /** Notes which datasets a call reads, so that a failure can be held against their files. */
  function call(name: MethodName, input: unknown): Promise<Result<unknown>> {
    const used = new Set<string>()
    const noting: SamplingContext = { ...context, open: (id) => (used.add(id), pool.open(id)) }
    return dispatch<SamplingContext>(handlers, name, input, noting, (error) => explain(error, used))
  }
  port?.on('message', async (message: ToThread) => {
    if (message.type === 'call') {
      answer(message.id, await call(message.name as MethodName, message.input))
    } else if (message.type === 'grant') {
      tokens.grant(message.token, message.paths)
      answer(message.id, done)
    } else if (message.type === 'release') {
      pool.release(message.dataset)
      answer(message.id, done)
    } else if (message.type === 'load') {
      answer(message.id, await load(pool, message.dataset))
    } else if (message.type === 'take') {
      const taken = await take(pool, message.arrays)
      // The first drawing brings schemas, letters and names; what comes of it is not needed.
      const usual = {
        network: { of: 'institutions', input: { dataset: message.arrays.dataset } },
        language: 'en',
      }
      if (taken) await dispatch<SamplingContext>(handlers, 'networks.draw', usual, context)
      answer(message.id, done)
    } else if (message.type === 'close') {
      pool.close()
      answer(message.id, done)
    }
  })
}

/** What a failure comes of that no handler foresaw: the disk, or a damaged dataset. Loaded when something failed. */
async function explain(error: unknown, used: readonly unknown[] | Set<string>): Promise<AppError | null> {
  const { asStorageError } = await import('../datasets/storage-error.ts')
  const stored = asStorageError(error, data.dataDir)
  if (stored instanceof AppError) return stored
  const { damageBehind, storedOf } = await import('../datasets/damage.ts')
  return damageBehind(error, data.dataDir, used instanceof Set ? used : storedOf(data.dataDir, used))
}

/** What fails here is told to whoever asks for it. */
async function load(pool: DatasetPool, dataset: string): Promise<Result<unknown>> {
  const { loadArrays } = await import('./handed.ts')
  return loadArrays(pool, dataset).then((value) => ({ ok: true, value }), asFailure)
}

async function take(pool: DatasetPool, arrays: HandedArrays): Promise<boolean> {
  const { takeArrays } = await import('./handed.ts')
  try {
    return takeArrays(pool, arrays)
  } catch {
    return false
  }
}

/** What every start asks is loaded while, at a first start, the writer still puts the edition in place. */
async function warmUp(): Promise<void> {
  const { loadMethod } = await import('../methods.ts')
  await Promise.all([loadMethod('datasets.show'), loadMethod('rankings.list')])
  loadSqlite()
}

async function handlersOf(role: ThreadData['role']) {
  if (role === 'exporter') return (await import('../export/handlers.ts')).exportHandlers
  if (role === 'drawer') return (await import('../drawing/handlers.ts')).drawingHandlers
  if (role === 'sampler') return (await import('../queries/stability/handlers.ts')).samplingHandlers()
  return (await import('../queries/handlers.ts')).queryHandlers
}

/** Commands that may take long. The others, such as keeping where a user put a node, are still done at the end. */
const LASTING =
  /^((imports|samples)\.|datasets\.(duplicate|rename|import)$|exports\.(dataset|backup)$|backups\.restore$)/

async function startWriting(): Promise<void> {
  const tokens = new Tokens()
  const releases = new Map<number, () => void>()
  /** Commands that run or wait for their turn, by the dataset that they make. */
  const underWay = new Set<{ name: string; as: unknown; abort: AbortController }>()
  let queue: Promise<unknown> = Promise.resolve()
  let nextRelease = 1

  const contextFor = (as: string, abort: AbortController): ImportContext => ({
    ...base,
    signal: abort.signal,
    emit: (event) => post({ type: 'event', event }),
    progress: (progress) => post({ type: 'event', event: { type: 'imports.progress', as, ...progress } }),
    releaseReaders: (dataset) =>
      new Promise((resolve) => {
        const request = nextRelease++
        releases.set(request, resolve)
        post({ type: 'release-readers', request, dataset })
      }),
    resolveToken: (token) => tokens.pathsOf(token)[0] ?? '',
    resolveFiles: (token) => tokens.pathsOf(token),
  })

  async function run(
    name: string,
    input: unknown,
    as: string,
    abort: AbortController,
  ): Promise<Result<unknown>> {
    if (abort.signal.aborted)
      return { ok: false, error: new AppError('cancelled', `${name} was cancelled`).toData() }
    // A start that finds everything in place needs no importer.
    const { dispatch } = await import('../dispatch.ts')
    const { commandHandlers } = await import('../commands/handlers.ts')
    const { dataset } = (input ?? {}) as { dataset?: unknown }
    return dispatch<ImportContext>(
      commandHandlers,
      name as MethodName,
      input,
      contextFor(as, abort),
      (error) => explain(error, [dataset, as]),
    )
  }

  /** Runs a command when those before it have ended; until then it can be cancelled too. */
  function enqueue(id: number, name: string, input: unknown): void {
    const asked = (input ?? {}) as { as?: unknown; dataset?: unknown }
    // What runs is known by the id that it makes; a dataset that becomes a file by its own.
    const given = asked.as ?? JOBS[name] ?? (name === 'exports.dataset' ? asked.dataset : null)
    const as = typeof given === 'string' ? given : null // else the command's schema refuses it
    const command = { name, as, abort: new AbortController() }
    underWay.add(command)
    queue = queue.then(async () => {
      // Whatever fails, the thread goes on: it holds what waits and the files that were granted.
      const result = await run(name, input, as ?? '', command.abort).catch(asFailure)
      underWay.delete(command)
      answer(id, result)
    })
  }

  /** Cancels what may take long, and answers when all has ended. */
  function close(id: number): void {
    for (const { name, abort } of underWay) if (LASTING.test(name)) abort.abort()
    queue = queue.then(async () => {
      // What was removed could be taken back until now.
      await import('../datasets/removed.ts')
        .then(({ forgetRemoved }) => forgetRemoved())
        .catch(() => undefined)
      answer(id, done)
    })
  }

  function cancel(input: unknown): boolean {
    const asked = input as { as?: unknown } | null
    const found = [...underWay].filter(({ as }) => as !== null && as === asked?.as)
    for (const { abort } of found) abort.abort()
    return found.length > 0
  }

  port?.on('message', (message: ToThread) => {
    if (message.type === 'call') {
      enqueue(message.id, message.name, message.input)
    } else if (message.type === 'cancel') {
      answer(message.id, { ok: true, value: { cancelled: cancel(message.input) } })
    } else if (message.type === 'grant') {
      tokens.grant(message.token, message.paths)
      answer(message.id, done)
    } else if (message.type === 'released') {
      releases.get(message.request)?.()
      releases.delete(message.request)
    } else if (message.type === 'close') {
      close(message.id)
    }
  })

  const result = await prepare(contextFor('', new AbortController()))
  post({ type: 'ready', result })
}

async function prepare(context: ImportContext): Promise<Result<boolean>> {
  try {
    const { prepareDatasets } = await import('../import/edition/bundled.ts')
    await prepareDatasets(context)
    return { ok: true, value: true }
  } catch (error) {
    const { asStorageError } = await import('../datasets/storage-error.ts')
    return asFailure(asStorageError(error, data.dataDir))
  }
}

function asFailure(error: unknown): Result<never> {
  const known = error instanceof AppError ? error : new AppError('internal', String(error))
  return { ok: false, error: known.toData() }
}

await (data.role === 'writer' ? startWriting() : startReading())
