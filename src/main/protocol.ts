/** `app://science-cities/…`: the built screens, read-only, with their security headers on every answer. */
import type { Protocol } from 'electron'
import { readAsset, securityHeaders } from '../hosting/asset.ts'
import { APP_HOST, APP_SCHEME } from './address.ts'

/** Must run before the app is ready. Standard and secure: the pages get a real origin and the web platform's secure parts. */
export function declareScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

export function serveScheme(protocol: Protocol, screens: string): void {
  protocol.handle(APP_SCHEME, (request) => answer(request, screens))
}

const refuse = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { ...securityHeaders(), ...headers } })

/** The answer to one request: 405 for anything but GET and HEAD, 403 for a host or path that is not ours. */
export async function answer(request: Request, screens: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, { Allow: 'GET, HEAD' })
  const url = URL.parse(request.url)
  if (url === null || url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return refuse(403)
  if (url.username !== '' || url.password !== '') return refuse(403)
  const asset = await readAsset(screens, url.pathname)
  const body = request.method === 'HEAD' || asset.status !== 200 ? null : Buffer.from(asset.body)
  return new Response(body, { status: asset.status, headers: asset.headers })
}
