/** What a page of the loopback host does, and what none should: whole calls, streams, and requests broken off half-way. */
import { connect } from 'node:net'
import type { Served } from '../../../scripts/support/built-host.ts'

export interface Said {
  status: number
  ok: boolean
  /** Code of the error; null where it is an answer. */
  code: string | null
  message: string
  value: unknown
}

export interface Page {
  call(name: string, input: unknown): Promise<Said>
  post(path: string, body: unknown): Promise<Said>
  /** A body as it is written. */
  text(path: string, body: string): Promise<Said>
  bytes(path: string): Promise<Uint8Array>
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; bytes: number }>
  /** Hands files over as the screens do. @returns their token */
  upload(files: readonly { name: string; bytes: Uint8Array }[]): Promise<string>
  part(upload: string, index: number, from: number, bytes: Uint8Array): Promise<Said>
  /** Sends text as it is and ends the connection after a time, whatever came. @returns what came */
  raw(text: string, afterMs?: number): Promise<string>
  /** Head of a request of this page's own, to be sent raw. */
  head(method: string, path: string, headers?: Record<string, string>): string
  origin: string
}

/** Opens the app as a browser does. */
export async function openPage(served: Served): Promise<Page> {
  const { origin, port } = new URL(served.openUrl)
  const opened = await fetch(served.openUrl, { redirect: 'manual' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const own = { cookie, origin, 'sec-fetch-site': 'same-origin' }

  async function said(path: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<Said> {
    const headers = { ...own, 'content-type': type }
    const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body })
    const { ok, value, error } = (await answer.json()) as {
      ok: boolean
      value?: unknown
      error?: { code: string; message: string }
    }
    return { status: answer.status, ok, code: error?.code ?? null, message: error?.message ?? '', value }
  }

  const text = (path: string, body: string) => said(path, 'application/json', body)
  const post = (path: string, body: unknown) => text(path, JSON.stringify(body) ?? '')
  const fetched = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${origin}${path}`, { headers: { ...own, ...headers } })
  const part = (upload: string, index: number, from: number, bytes: Uint8Array) =>
    said(`/api/files/${upload}/${index}?from=${from}`, 'application/octet-stream', new Uint8Array(bytes))

  const page: Page = {
    origin,
    post,
    text,
    part,
    bytes: async (path) => new Uint8Array(await (await fetched(path)).arrayBuffer()),
    call: (name, input) => post(`/api/call/${name}`, input),
    async get(path, headers = {}) {
      const answer = await fetched(path, headers)
      return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength }
    },
    async upload(files) {
      const listed = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }))
      const begun = await post('/api/files/begin', { files: listed })
      const { upload } = begun.value as { upload: string }
      for (const [index, { bytes }] of files.entries())
        if (bytes.length > 0) await part(upload, index, 0, bytes)
      const done = await post('/api/files/done', { upload })
      return (done.value as { token: string }).token
    },
    raw: (text, afterMs = 200) => sendRaw(Number(port), text, afterMs),
    head: (method, path, headers = {}) =>
      [
        `${method} ${path} HTTP/1.1`,
        ...Object.entries({ Host: `127.0.0.1:${port}`, Cookie: cookie, ...headers }).map(
          ([name, value]) => `${name}: ${value}`,
        ),
        '',
        '',
      ].join('\r\n'),
  }
  return page
}

function sendRaw(port: number, text: string, afterMs: number): Promise<string> {
  return new Promise((resolve) => {
    let came = ''
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(text))
    const end = () => {
      socket.destroy()
      resolve(came)
    }
    const timer = setTimeout(end, afterMs)
    socket.on('data', (bytes: Buffer) => (came += bytes.toString('latin1')))
    socket.once('error', () => undefined)
    socket.once('close', () => {
      clearTimeout(timer)
      resolve(came)
    })
  })
}
