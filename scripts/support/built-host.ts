/** The built app behind the loopback host, in a process of its own: what `npm start` opens and the journeys drive. */
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { appRoot } from '../../src/core/app-info.ts'

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/open\?token=[\w-]+/

export const BUILT = join(appRoot, 'out', 'main', 'cli.js')

/** The C library keeps memory apart for each thread that once asked for some: two such places serve all (Linux). */
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' }

export interface Served {
  /** The one-time address. */
  openUrl: string
  process: ChildProcess
  /** Time from the start of the process to the address on its stdout. */
  listeningMs: number
  close(): Promise<void>
}

export interface ServeOptions {
  args?: readonly string[]
  /** What is run: a script of Node's that prints the address. */
  script?: readonly string[]
  /** Whether what is typed goes to the host: Enter gives another address. */
  stdin?: 'ignore' | 'inherit'
  /** Messages of the host are kept for the error of a failing start, or go where this process's go. */
  stderr?: 'pipe' | 'inherit'
  /** Beside what this process was given. */
  env?: NodeJS.ProcessEnv
}

/** Starts the built command line's `serve`. @throws Error with what it said, where it ends before it listens. */
export async function serveBuilt(options: ServeOptions = {}): Promise<Served> {
  const { args = [], script = [BUILT, 'serve'], stderr = 'pipe', stdin = 'ignore' } = options
  const startedAt = performance.now()
  const env = { ...FEW_ARENAS, ...process.env, ...options.env }
  const child = spawn(process.execPath, [...script, ...args], { env, stdio: [stdin, 'pipe', stderr] })
  const openUrl = await addressOf(child)
  return {
    openUrl,
    process: child,
    listeningMs: performance.now() - startedAt,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = ''
    let err = ''
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const address = ADDRESS.exec(out)?.[0]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the app ended with ${code} before it listened:\n${err}`)))
    child.once('error', reject)
  })
}
