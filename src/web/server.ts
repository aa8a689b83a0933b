/** The loopback host: the screens and the core for a browser on this machine, and for nobody else. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Core } from '../core/create-core.ts'
import { isMethodName } from '../core/method-kinds.ts'
import type { MethodName } from '../shared/contract/index.ts'
import { isExportMethod } from '../shared/contract/export-methods.ts'
import { securityHeaders } from '../hosting/asset.ts'
import type { ExportedFile } from '../shared/contract/exports.ts'
import type { Result } from '../shared/contract/errors.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { Connections } from './connections.ts'
import type { Downloads } from './downloads.ts'
import { createDownloads } from './downloads.ts'
import type { EventStreams } from './events.ts'
import { createEventStreams } from './events.ts'
import { answerFiles, isFilePart } from './file-routes.ts'
import type { FileUploads } from './file-uploads.ts'
import { createFileUploads } from './file-uploads.ts'
import type { Refusal, RequestHead } from './guards.ts'
import { checkBytesType, checkCookie, checkJsonType, checkOrigin, checkOnce, localPath } from './guards.ts'
import { dropRest, failure, readJson, sendResult } from './http.ts'
import type { Bounds } from './listener.ts'
import { listen } from './listener.ts'
import { leadingTo } from './opening-page.ts'
import { hostSays, sendScreen } from './screen.ts'
import type { Session } from './session.ts'
import { createSession } from './session.ts'
import type { Uploads } from './uploads.ts'
import { createUploads } from './uploads.ts'

export type HostedCore = Pick<Core, 'dataDir' | 'call' | 'subscribe' | 'grantFolder' | 'grantFiles'>

export interface WebHostOptions {
  core: HostedCore
  /** Folder of the built screens. */
  screensDir: string
  /** A free port when left out. */
  port?: number
  /** Others than usual, for tests of them. */
  bounds?: Bounds
  /** Told of a one-time address that was opened when its use or its time was over: once, or by somebody else? */
  onRefused?(why: 'used' | 'expired'): void
}

export interface WebHost {
  /** `http://127.0.0.1:PORT` */
  address: string
  /** Opens the app once, in one browser, within two minutes. */
  openUrl: string
  /** Another such address. */
  newOpenUrl(): string
  port: number
  /** Ends every connection, stops listening and removes uploaded files. The core stays open: its owner closes it. */
  close(): Promise<void>
}

interface Context {
  core: HostedCore
  screensDir: string
  port: number
  session: Session
  streams: EventStreams
  uploads: Uploads
  files: FileUploads
  downloads: Downloads
  onRefused(why: 'used' | 'expired'): void
  proved: Connections['proved']
}

const HOST = '127.0.0.1'
const CALL_LIMIT = 1 << 20
const UPLOAD_LIMIT = 32 << 20

/** Starts the host. Rejects where the port is taken. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { core, screensDir, port = 0, bounds, onRefused = () => undefined } = options
  let context: Context | null = null // made when the port is known, and so before anybody asks
  const { server, proved } = await listen(
    port,
    {
      request: (req, res) => void (context ? answer(context, req, res) : res.destroy()),
      welcomes: (req) => context !== null && refusalOf(context, headOf(req)) === null,
    },
    bounds,
  )
  const bound = (server.address() as AddressInfo).port
  const session = createSession(bound)
  const streams = createEventStreams((listener) => core.subscribe(listener))
  const uploads = createUploads(core)
  const files = createFileUploads(core)
  const downloads = createDownloads(core)
  context = {
    ...{ core, screensDir, port: bound, session, streams, uploads, files, downloads },
    ...{ onRefused, proved },
  }
  const address = `http://${HOST}:${bound}`
  const newOpenUrl = () => `${address}/open?token=${session.issue()}`
  return {
    address,
    openUrl: newOpenUrl(),
    newOpenUrl,
    port: bound,
    async close() {
      streams.close()
      downloads.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      await Promise.all([uploads.close(), files.close()])
    },
  }
}

async function answer(context: Context, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    await route(context, req, res)
  } catch (error) {
    if (res.headersSent) return void res.destroy()
    sendResult(res, error instanceof AppError ? { ok: false, error: error.toData() } : internal(error))
  }
  dropRest(req)
}

/** What the caller learns of an unforeseen failure: that it happened. The terminal gets the rest. */
function internal(error: unknown) {
  console.error(error)
  return failure('internal', 'internal error')
}

const headOf = ({ method = '', url = '', headers, rawHeaders }: IncomingMessage): RequestHead => ({
  ...{ method, url, headers, rawHeaders },
})

/** Null where the request is one of this app's own page. */
function refusalOf({ port, session }: Context, head: RequestHead): Refusal | null {
  const [path = ''] = head.url.split('?')
  return (
    checkOnce(head) ??
    checkOrigin(head, port, path === '/open') ??
    (path === '/open' ? null : checkCookie(head, session)) ??
    (head.method !== 'POST' ? null : isFilePart(path) ? checkBytesType(head) : checkJsonType(head))
  )
}

async function route(context: Context, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const head = headOf(req)
  const [path = '', query = ''] = head.url.split(/\?(.*)/s)
  const refusal = refusalOf(context, head)
  if (refusal) return sendResult(res, failure(refusal.code, refusal.message), refusal.status)
  if (path !== '/open') context.proved(req.socket)

  const served = servedMethods(path)
  if (!served.includes(head.method)) {
    res.setHeader('Allow', served.join(', '))
    return sendResult(res, failure('usage', `method ${head.method} is not served here`), 405)
  }
  if (path === '/open') return open(context, new URLSearchParams(query), res)
  if (path.startsWith('/api/')) return api(context, { path: path.slice('/api/'.length), query }, req, res)
  return sendScreen(context, { path, query }, res)
}

/** The methods of a path. A HEAD must not spend the token. */
function servedMethods(path: string): string[] {
  if (/^\/api\/(call\/|files\/|(uploads|downloads)$)/.test(path)) return ['POST']
  if (path === '/open' || path.startsWith('/api/')) return ['GET']
  return ['GET', 'HEAD']
}

const REFUSED = {
  unknown: 'the one-time address is not of this run',
  used: 'the one-time address was used already',
  expired: 'the one-time address has expired: it holds for two minutes',
}

/** A page of a disk that leads here counts as another site, and a redirect would go on as one, without the cookie. */
function open({ session, onRefused, proved }: Context, query: URLSearchParams, res: ServerResponse): void {
  const opened = session.redeem(query.get('token') ?? '')
  if ('refused' in opened) {
    if (opened.refused !== 'unknown') onRefused(opened.refused)
    return sendResult(res, failure('forbidden', REFUSED[opened.refused]))
  }
  proved(res.req.socket)
  const to = localPath(query.get('to'))
  const headers = { ...securityHeaders(), 'Set-Cookie': opened.cookie, 'Cache-Control': 'no-store' }
  if (res.req.headers['sec-fetch-site'] !== 'cross-site') {
    res.writeHead(303, { ...headers, Location: to })
    return void res.end()
  }
  res.writeHead(200, { ...headers, 'Content-Type': 'text/html; charset=utf-8' })
  res.end(leadingTo(to))
}

async function api(
  context: Context,
  { path, query }: { path: string; query: string },
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (path.startsWith('call/')) {
    const name = path.slice('call/'.length)
    if (!isMethodName(name)) return sendResult(res, failure('method-unknown', 'unknown method'))
    return sendResult(res, await call(context, name, await readJson(req, CALL_LIMIT)))
  }
  if (path === 'uploads') {
    return sendResult(res, { ok: true, value: await context.uploads.take(await readJson(req, UPLOAD_LIMIT)) })
  }
  if (path === 'downloads') {
    const value = await context.downloads.make(await readJson(req, CALL_LIMIT))
    return sendResult(res, { ok: true, value })
  }
  if (path.startsWith('downloads/')) return context.downloads.send(path.slice('downloads/'.length), res)
  if (path.startsWith('files/')) {
    const asked = new URLSearchParams(query)
    const value = await answerFiles(context.files, path.slice('files/'.length), asked, req)
    return sendResult(res, { ok: true, value })
  }
  if (path === 'events') {
    const since = new URLSearchParams(query).get('since')
    return context.streams.open(res, since === null ? undefined : Number(since))
  }
  if (path === 'host') {
    return sendResult(res, { ok: true, value: hostSays() })
  }
  return sendResult(res, failure('not-found', 'no such address'))
}

/** Methods that take in what a page handed over: once that went well its files are not needed again; after a failure another try may be. */
const TAKES_IN: ReadonlySet<string> = new Set<MethodName>([
  'imports.index',
  'datasets.import',
  'backups.restore',
])

/** A call to the core. */
async function call({ core, files }: Context, name: string, input: unknown): Promise<Result<unknown>> {
  const result = await core.call(name, input)
  const { files: given, file = given } = (input ?? {}) as { files?: unknown; file?: unknown }
  if (TAKES_IN.has(name) && result.ok) await files.release(file)
  return isExportMethod(name) ? withText(result) : result
}

/** A preview's bytes in JSON, which has none: as base64. */
function withText(result: Result<unknown>): Result<unknown> {
  if (!result.ok) return result
  const file = result.value as ExportedFile
  return { ok: true, value: { ...file, bytes: Buffer.from(file.bytes).toString('base64') } }
}
