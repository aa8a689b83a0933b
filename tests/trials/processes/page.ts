/** `serve` from source, and what a page of it may do: calls, and files handed over in parts. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { serveBuilt } from '../../../scripts/support/built-host.ts'
import { appRoot } from '../../../src/core/app-info.ts'
import type { Result } from '../../../src/shared/contract/errors.ts'

export interface Page {
  pid: number
  call(method: string, input: object): Promise<Result<unknown>>
  /** @returns the token that stands for the files */
  handOver(paths: readonly string[]): Promise<string>
  said(): string
  close(): Promise<void>
}

export async function startPage(dataDir: string): Promise<Page> {
  const script = [join(appRoot, 'src', 'cli', 'index.ts'), 'serve']
  const served = await serveBuilt({ script, args: ['--data-dir', dataDir, '--quiet'] })
  let said = ''
  served.process.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  const { origin } = new URL(served.openUrl)
  const opened = await fetch(served.openUrl, { redirect: 'manual' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const post = async (path: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') => {
    const headers = { cookie, origin, 'content-type': type }
    const answer = await fetch(`${origin}/api/${path}`, { method: 'POST', headers, body })
    return (await answer.json()) as Result<unknown>
  }
  const valueOf = async (result: Promise<Result<unknown>>) => {
    const found = await result
    if (!found.ok) throw new Error(`${found.error.code}: ${found.error.message}`)
    return found.value
  }
  return {
    pid: served.process.pid ?? 0,
    call: (method, input) => post(`call/${method}`, JSON.stringify(input)),
    async handOver(paths) {
      const parts = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
      const list = parts.map(({ name, bytes }) => ({ name, bytes: bytes.length }))
      const begun = await valueOf(post('files/begin', JSON.stringify({ folder: '', files: list })))
      const { upload } = begun as { upload: string }
      for (const [i, { bytes }] of parts.entries())
        await valueOf(post(`files/${upload}/${i}?from=0`, new Uint8Array(bytes), 'application/octet-stream'))
      return ((await valueOf(post('files/done', JSON.stringify({ upload })))) as { token: string }).token
    },
    said: () => said,
    close: () => served.close(),
  }
}
