/** Starts worker threads; one may begin before it is known what it is for. */
import { fileURLToPath } from 'node:url'
import type { MessagePort } from 'node:worker_threads'
import { MessageChannel, Worker } from 'node:worker_threads'
import { THREAD_MEMORY } from '../thread-memory.ts'
import type { SpareData, ThreadData } from './thread-messages.ts'

/** The thread's entry stands beside this file, as source and as built. */
function entry(): string {
  const here = import.meta.url
  return fileURLToPath(new URL(here.endsWith('.ts') ? './worker.ts' : './worker.js', here))
}

let spare: { worker: Worker; start: MessagePort } | null = null

/**
 * Begins a thread for whichever role is wanted first. For programs that will open a core in any case: most of what a
 * thread takes to start is then over when the folder of the datasets is known. It keeps no program from ending.
 */
export function beginThread(): void {
  if (spare) return
  const { port1, port2 } = new MessageChannel()
  const data: SpareData = { start: port2 }
  const worker = new Worker(entry(), {
    workerData: data,
    transferList: [port2],
    resourceLimits: THREAD_MEMORY,
  })
  worker.unref()
  const own = { worker, start: port1 }
  spare = own
  // Whoever wants a thread then starts one of its own and learns what is wrong.
  worker.once('error', () => {
    if (spare === own) spare = null
  })
}

/** A thread for a role: the one that has begun already, else a new one. */
export function startThread(data: ThreadData): Worker {
  if (!spare) return new Worker(entry(), { workerData: data, resourceLimits: THREAD_MEMORY })
  const { worker, start } = spare
  spare = null
  worker.ref()
  start.postMessage(data)
  start.close()
  return worker
}
