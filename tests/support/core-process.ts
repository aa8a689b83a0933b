/** Starts cores in processes of their own (see core-child.ts) and calls them. */
import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Result } from '../../src/shared/contract/errors.ts'
import type { Asked, Told } from './core-child.ts'

export interface CoreProcess {
  process: ChildProcess
  /** Null where the process ended before it answered. */
  call(method: string, input: object, files?: readonly string[]): Promise<Result<unknown> | null>
  /** Called with each step of progress. */
  onStep: ((step: string) => void) | null
  /** What it wrote on stderr: nothing unless something unforeseen failed. */
  said(): string
  /** Resolves when it has ended by SIGKILL. */
  kill(): Promise<void>
  close(): Promise<void>
}

interface StartOptions {
  /** What runs: a whole core, or the work of its threads in one. */
  as?: 'core' | 'writer'
  /** Folder that keeps compiled modules, for those who start many. */
  compiled?: string
}

/** Resolves when it is ready to be called. */
export async function startCore(
  dataDir: string,
  { as = 'core', compiled }: StartOptions = {},
): Promise<CoreProcess> {
  const env = { ...process.env, ...(compiled !== undefined && { NODE_COMPILE_CACHE: compiled }) }
  const child = fork(join(import.meta.dirname, `${as}-child.ts`), [dataDir], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env,
  })
  let said = ''
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  const waiting = new Map<number, (result: Result<unknown> | null) => void>()
  let [calls, isReady] = [0, (): void => undefined]
  const ready = new Promise<void>((resolve) => (isReady = resolve))
  const ended = once(child, 'exit').then(() => {
    for (const answer of waiting.values()) answer(null)
    waiting.clear()
  })
  const core: CoreProcess = {
    process: child,
    onStep: null,
    said: () => said,
    call(method, input, files) {
      const id = ++calls
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        child.send({ id, method, input, files } satisfies Asked)
      })
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async close() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
  child.on('message', (told: Told) => {
    if (told.type === 'ready') isReady()
    else if (told.type === 'step') core.onStep?.(told.step)
    else {
      waiting.get(told.id)?.(told.result)
      waiting.delete(told.id)
    }
  })
  await Promise.race([ready, ended.then(() => Promise.reject(new Error(`the core did not start: ${said}`)))])
  return core
}
