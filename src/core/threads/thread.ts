/** A worker thread as the core sees it: numbered requests, answers, and a new thread after a crash. */
import type { Worker } from 'node:worker_threads'
import type { Result } from '../../shared/contract/errors.ts'
import type { CoreEvent } from '../../shared/contract/events.ts'
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts'
import type { HandedArrays } from './handed.ts'
import { within } from './within.ts'
import { startThread } from './worker-entry.ts'

export type ThreadOptions = ThreadData

export interface ThreadPorts {
  emit(event: CoreEvent): void
  /** Makes every reader close a dataset's file. */
  release(dataset: string): Promise<void>
}

/** So long a closing thread may take; what it then still does is cut off, as by a crash. */
const CLOSE_WITHIN_MS = 1500

/** The answer to what is asked of a core that closes, or was cut off by its end. */
export const CLOSED = {
  ok: false as const,
  error: { code: 'cancelled' as const, message: 'the core is closed', details: {} },
}

/** What cannot be copied to a thread, a function or lists nested without end, is no input that any call takes. */
const uncopied = (error: unknown): Result<unknown> => ({
  ok: false,
  error: { code: 'input-invalid', message: `the input cannot be copied: ${String(error)}`, details: {} },
})

type Request = ToThread extends infer T ? (T extends { id: number } ? Omit<T, 'id'> : never) : never

export class Thread {
  private readonly options: ThreadOptions
  private readonly ports: ThreadPorts
  private readonly waiting = new Map<number, (result: Result<unknown>) => void>()
  private worker: Worker | null = null
  private closing: Promise<void> | null = null
  private nextId = 1
  private boot: Promise<Result<boolean>> = Promise.resolve({ ok: true, value: false })

  constructor(options: ThreadOptions, ports: ThreadPorts) {
    this.options = options
    this.ports = ports
    this.start()
  }

  /**
   * Whether stored data can be read. Resolves of the writer when it has prepared it, with the error where it could not;
   * of a reader at once, as it finds the data.
   */
  get ready(): Promise<Result<boolean>> {
    return this.boot
  }

  call(name: string, input: unknown): Promise<Result<unknown>> {
    return this.request({ type: 'call', name, input })
  }

  cancel(input: unknown): Promise<Result<unknown>> {
    return this.request({ type: 'cancel', input })
  }

  async grant(token: string, paths: readonly string[]): Promise<void> {
    await this.request({ type: 'grant', token, paths })
  }

  async release(dataset: string): Promise<void> {
    await this.request({ type: 'release', dataset })
  }

  /** Has an index's arrays loaded before they are asked for; null where there are none. */
  async load(dataset: string): Promise<HandedArrays | null> {
    const loaded = await this.request({ type: 'load', dataset })
    return loaded.ok ? (loaded.value as HandedArrays | null) : null
  }

  async take(arrays: HandedArrays): Promise<void> {
    await this.request({ type: 'take', arrays })
  }

  /**
   * Cancels what runs, closes the files and stops the thread: soon, whatever it is at. A dataset is whole at any
   * moment, and the next start sweeps what an unfinished one leaves.
   */
  close(): Promise<void> {
    return (this.closing ??= this.end())
  }

  private async end(): Promise<void> {
    if (!this.worker) return
    await within(CLOSE_WITHIN_MS, this.request({ type: 'close' }))
    const { worker } = this
    this.worker = null
    this.answerWaiting(CLOSED) // asked while it closed, or cut off
    await worker?.terminate()
  }

  private start(): Worker {
    const worker = startThread(this.options)
    this.worker = worker
    this.boot = new Promise((resolve) => {
      worker.on('message', (message: FromThread) => this.receive(message, resolve))
      worker.on('error', (error) => {
        resolve({ ok: false, error: { code: 'internal', message: error.message, details: {} } })
        this.fail(worker, error.message)
      })
      worker.on('exit', (code) => {
        const message = `thread ended with ${code}`
        resolve({ ok: false, error: { code: 'internal', message, details: {} } })
        this.fail(worker, message)
      })
    })
    return worker
  }

  private receive(message: FromThread, booted: (result: Result<boolean>) => void): void {
    if (message.type === 'ready') booted(message.result)
    else if (message.type === 'event') this.ports.emit(message.event)
    else if (message.type === 'release-readers') {
      void this.ports
        .release(message.dataset)
        .then(() => this.post({ type: 'released', request: message.request }))
    } else {
      this.waiting.get(message.id)?.(message.result)
      this.waiting.delete(message.id)
    }
  }

  private request(body: Request): Promise<Result<unknown>> {
    if (this.closing && !this.worker) return Promise.resolve(CLOSED)
    const id = this.nextId++
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      try {
        this.post({ ...body, id } as ToThread)
      } catch (error) {
        this.waiting.delete(id)
        resolve(uncopied(error))
      }
    })
  }

  private post(message: ToThread): void {
    if (this.closing && !this.worker) return
    ;(this.worker ?? this.start()).postMessage(message)
  }

  /** After a crash every open request is answered with an error; the next call starts a new thread. */
  private fail(worker: Worker, message: string): void {
    if (this.worker !== worker) return
    this.worker = null
    this.answerWaiting({ ok: false, error: { code: 'internal', message, details: {} } })
  }

  private answerWaiting(result: Result<never>): void {
    for (const answer of this.waiting.values()) answer(result)
    this.waiting.clear()
  }
}
