/** `app://science-cities/…`: the built screens, read-only, with their security headers on every answer. */
import type { Protocol } from 'electron'
import type { Asset } from '../hosting/asset.ts'
import { readAsset, securityHeaders } from '../hosting/asset.ts'
import type { PageSource } from '../hosting/first-page/index.ts'
import { pageParts } from '../hosting/first-page/index.ts'
import { queryOf } from '../shared/address/first-calls.ts'
import type { Visitor } from '../shared/address/first-screen.ts'
import type { Query } from '../shared/address/query.ts'
import { APP_HOST, APP_SCHEME } from './address.ts'

/** Must run before the app is ready. Standard and secure: the pages get a real origin and the web platform's secure parts. */
export function declareScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

export interface SchemeSource extends PageSource {
  /** Whom a page is drawn for, by its address. */
  visitorOf(query: Query): Visitor
}

export function serveScheme(protocol: Protocol, source: SchemeSource): void {
  protocol.handle(APP_SCHEME, (request) => answer(request, source))
}

const refuse = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { ...securityHeaders(), ...headers } })

/** The answer to one request: 405 for anything but GET and HEAD, 403 for a host or path that is not ours. */
export async function answer(request: Request, source: SchemeSource): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, { Allow: 'GET, HEAD' })
  const url = URL.parse(request.url)
  if (url === null || url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return refuse(403)
  if (url.username !== '' || url.password !== '') return refuse(403)
  const asset = await readAsset(source.screensDir, url.pathname)
  const { status, headers } = asset
  if (request.method === 'HEAD' || status !== 200) return new Response(null, { status, headers })
  const isPage = headers['Content-Type']?.startsWith('text/html')
  return new Response(isPage ? page(asset, url, source) : Buffer.from(asset.body), { status, headers })
}

/** A page as it becomes known. Its script asks the core by itself, so that no answers travel in it. */
function page({ body }: Asset, { pathname: path, searchParams }: URL, source: SchemeSource): ReadableStream {
  const query = queryOf(searchParams)
  const asked = {
    page: Buffer.from(body).toString(),
    path,
    query,
    visitor: source.visitorOf(query),
    host: null,
  }
  return ReadableStream.from(pageParts(source, asked)).pipeThrough(new TextEncoderStream())
}
