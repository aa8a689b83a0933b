/** For the tests of this folder: a core that answers what it is told to, and requests of any shape. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { mkdtempSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Result } from '../shared/contract/errors.ts'
import type { CoreEvent } from '../shared/contract/events.ts'
import type { Bounds } from './listener.ts'
import type { HostedCore, WebHost } from './server.ts'
import { startWebHost } from './server.ts'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  json: () => { ok: boolean; value?: unknown; error?: { code: string; message: string } }
}

export interface Ask {
  method?: string
  path?: string
  headers?: Record<string, string | undefined>
  /** One piece is sent with its length, several in chunks without. */
  body?: (string | Buffer)[]
}

/** Sends exactly what is given: the path is not normalised and no header but Host is added. */
export function ask(
  port: number,
  { method = 'GET', path = '/', headers = {}, body = [] }: Ask,
): Promise<Answer> {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
  const length = body.length === 1 ? { 'content-length': Buffer.byteLength(body[0] ?? '') } : {}
  return new Promise((resolve, reject) => {
    const req = request({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { ...length, ...given } as Record<string, string>,
    })
    req.once('error', reject)
    req.once('response', (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.once('error', reject)
      res.once('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text, json: () => JSON.parse(text) })
      })
    })
    body.forEach((piece) => req.write(piece))
    req.end()
  })
}

export interface FakeCore extends HostedCore {
  calls: { name: string; input: unknown }[]
  granted: string[]
  emit(event: CoreEvent): void
  listeners(): number
}

/** A core that notes what it is asked and answers with `reply`. */
export function fakeCore(
  reply: (name: string, input: unknown) => Result<unknown> = () => ({ ok: true, value: 1 }),
): FakeCore {
  const listeners = new Set<(event: CoreEvent) => void>()
  const core: FakeCore = {
    dataDir: mkdtempSync(join(tmpdir(), 'science-cities-test-')),
    calls: [],
    granted: [],
    emit: (event) => listeners.forEach((listener) => listener(event)),
    listeners: () => listeners.size,
    async call(name, input) {
      core.calls.push({ name, input })
      return reply(name, input)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async grantFolder(path) {
      core.granted.push(path)
      return { token: 'a'.repeat(24), name: basename(path), files: [] }
    },
    async grantFiles(paths) {
      core.granted.push(...paths)
      return { token: 'f'.repeat(24), name: '', files: [] }
    },
  }
  return core
}

export interface Started {
  host: WebHost
  cookie: string
  screensDir: string
  /** Asks as the app's own page does. */
  own(what: Ask): Promise<Answer>
  call(name: string, input: unknown): Promise<Answer>
  close(): Promise<void>
}

/** A host on a folder with a page and a script; `secret.txt` and `secret.json` stand beside the folder. */
export async function startHost(core: HostedCore, bounds?: Bounds): Promise<Started> {
  const root = await mkdtemp(join(tmpdir(), 'science-cities-test-'))
  const screensDir = join(root, 'screens')
  await mkdir(join(screensDir, 'assets'), { recursive: true })
  await writeFile(join(screensDir, 'index.html'), '<!doctype html><title>Science Cities</title>')
  await writeFile(join(screensDir, 'assets', 'index-abcd1234.js'), 'export {}')
  await writeFile(join(root, 'secret.json'), '{"secret":true}')
  const host = await startWebHost({ core, screensDir, ...(bounds ? { bounds } : {}) })
  const opened = await ask(host.port, { path: host.openUrl.slice(host.address.length) })
  const cookie = String(opened.headers['set-cookie']?.[0]).split(';')[0] ?? ''
  const own = (what: Ask) =>
    ask(host.port, { ...what, headers: { cookie, 'sec-fetch-site': 'same-origin', ...what.headers } })
  return {
    host,
    cookie,
    screensDir,
    own,
    call: (name, input) =>
      own({
        method: 'POST',
        path: `/api/call/${name}`,
        headers: { 'content-type': 'application/json', origin: host.address },
        body: [JSON.stringify(input)],
      }),
    async close() {
      await host.close()
      await rm(root, { recursive: true, force: true })
      await rm(core.dataDir, { recursive: true, force: true })
    },
  }
}
