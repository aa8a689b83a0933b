/** The built app behind the loopback host, in a process of its own as a user starts it. */
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { StartApp } from './app.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/open\?token=[\w-]+/

export interface Served {
  /** The one-time address. */
  openUrl: string
  process: ChildProcess
  /** Time from the start of the process to the address on its stdout. */
  listeningMs: number
  close(): Promise<void>
}

/** Starts the built command line's `serve`, or the script where that is not built. */
export async function serve(dataDir: string): Promise<Served> {
  const cli = join(root, 'out', 'main', 'cli.js')
  const command = existsSync(cli) ? [cli, 'serve'] : [join(root, 'scripts', 'serve.ts')]
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...command, '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
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

const start: StartApp = async ({ dataDir }) => {
  const served = await serve(dataDir)
  const { origin } = new URL(served.openUrl)
  // The address works once a run; its cookie then stands for every test of this worker.
  const opened = await fetch(served.openUrl, { redirect: 'manual' })
  const [name = '', value = ''] = opened.headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? []
  return {
    async open(context) {
      await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Strict' }])
      return { page: await context.newPage(), url: (path) => origin + path }
    },
    close: () => served.close(),
  }
}

export default start
