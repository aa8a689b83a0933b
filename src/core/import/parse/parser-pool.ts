/** Parsing threads: hands out tasks, passes what comes back to the writer, and stops all when one fails or is told to. */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/contract/errors.ts'
import { THREAD_MEMORY } from '../../thread-memory.ts'
import type { ArticleChunk, FromParser, TaskEnd } from '../chunks/chunk.ts'
import type { RefusedChunk } from '../chunks/refused-works.ts'
import type { ParserData, ParseTask } from './tasks.ts'

export interface PoolEvents {
  chunk(thread: number, chunk: ArticleChunk): void
  refused(chunk: RefusedChunk): void
  progress(bytes: number, records: number): void
  taskEnd(task: ParseTask, end: TaskEnd): void
}

/** More threads than this only wait for the disk and the writer. */
const MOST_THREADS = 8

/** How many threads parse that many tasks here. */
export const parsingThreads = (tasks: number): number =>
  Math.max(1, Math.min(availableParallelism(), MOST_THREADS, tasks))

/** The thread's entry: beside this file as source, beside the bundle as built. */
function entry(): string {
  const here = import.meta.url
  return fileURLToPath(new URL(here.endsWith('.ts') ? './parse-worker.ts' : './parse-worker.js', here))
}

/** Runs all tasks. @throws the first error of a thread, of `events`, or the signal's reason; all threads have then ended. */
export async function runParsers(
  tasks: readonly ParseTask[],
  data: Omit<ParserData, 'control' | 'slot'>,
  events: PoolEvents,
  signal: AbortSignal,
): Promise<void> {
  const threads = parsingThreads(tasks.length)
  const control = new SharedArrayBuffer(4 * threads)
  const queue = [...tasks]
  const workers: Worker[] = []
  try {
    await Promise.all(
      Array.from({ length: threads }, (_, slot) => {
        const worker = new Worker(entry(), {
          workerData: { ...data, control, slot } satisfies ParserData,
          resourceLimits: THREAD_MEMORY,
        })
        workers.push(worker)
        return runThread(worker, slot, queue, new Int32Array(control), events, signal)
      }),
    )
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function runThread(
  worker: Worker,
  slot: number,
  queue: ParseTask[],
  inFlight: Int32Array,
  events: PoolEvents,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let task: ParseTask | undefined
    const next = () => {
      task = queue.shift()
      if (task) worker.postMessage(task)
      else resolve()
    }
    const abort = () => reject(signal.reason as Error)
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort, { once: true })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`a parsing thread ended with ${code}`)))
    worker.on('message', (message: FromParser) => {
      try {
        if (message.type === 'chunk') {
          events.chunk(slot, message)
          Atomics.sub(inFlight, slot, 1)
          Atomics.notify(inFlight, slot)
        } else if (message.type === 'refused') events.refused(message)
        else if (message.type === 'progress') events.progress(message.bytes, message.records)
        else if (message.type === 'error') reject(AppError.fromData(message.error))
        else {
          if (message.type === 'end' && task) events.taskEnd(task, message)
          next()
        }
      } catch (error) {
        reject(error as Error)
      }
    })
  })
}
