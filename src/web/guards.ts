/** What a request must show before anything looks at it. Pure: headers in, a refusal or nothing out. */
import type { IncomingHttpHeaders } from 'node:http'
import type { ErrorCode } from '../shared/contract/errors.ts'
import type { Session } from './session.ts'

export interface Refusal {
  status: 400 | 403 | 405 | 415
  code: ErrorCode
  message: string
}

export interface RequestHead {
  method: string
  url: string
  headers: IncomingHttpHeaders
  /** Names and values in turn, as they came. */
  rawHeaders: readonly string[]
}

const forbidden = (message: string): Refusal => ({ status: 403, code: 'forbidden', message })
const METHODS = new Set(['GET', 'HEAD', 'POST'])

const ONCE = new Set(['host', 'origin', 'content-type', 'sec-fetch-site'])

/** Refuses a head that says twice what is looked at: another reader of it might take the other. */
export function checkOnce({ rawHeaders }: RequestHead): Refusal | null {
  const names = rawHeaders.filter((_, n) => n % 2 === 0).map((name) => name.toLowerCase())
  const judged = names.filter((name) => ONCE.has(name))
  if (new Set(judged).size === judged.length) return null
  return { status: 400, code: 'input-invalid', message: 'a header is given twice' }
}

/**
 * Refuses what does not come from this app's own page: a name other than ours in `Host` (a rebound DNS name), a
 * page of another origin, a method that we do not serve. Holds for every request, `/open` included; there a window may
 * come from a page of this user's disk (`opening-page.ts`), which browsers take for another site: it needs the token.
 * @param isOpening - whether the path is `/open`
 */
export function checkOrigin(head: RequestHead, port: number, isOpening = false): Refusal | null {
  const host = head.headers.host
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    return forbidden('this address is not served here')
  }
  // Only a proxy is asked with a whole URL.
  if (!head.url.startsWith('/')) return { status: 400, code: 'input-invalid', message: 'a path is expected' }
  if (!METHODS.has(head.method)) {
    return { status: 405, code: 'usage', message: `method ${head.method} is not served` }
  }
  const { origin } = head.headers
  if (origin !== undefined && origin !== `http://${host}`) return forbidden('foreign origin')
  const site = head.headers['sec-fetch-site']
  const isWindow =
    head.headers['sec-fetch-mode'] === 'navigate' && head.headers['sec-fetch-dest'] === 'document'
  if (isOpening && isWindow && head.method === 'GET') return null
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return forbidden('request of another site')
  return null
}

/** Refuses a request without this run's cookie. */
export function checkCookie(head: RequestHead, session: Session): Refusal | null {
  if (session.holds(head.headers.cookie)) return null
  return forbidden('no session: open the one-time address that the app printed when it started')
}

/** Refuses a body that is not JSON. A form of another site can send text or a form, never this type unasked. */
export function checkJsonType(head: RequestHead): Refusal | null {
  const type = head.headers['content-type'] ?? ''
  if (/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) return null
  return { status: 415, code: 'input-invalid', message: 'the body must be application/json' }
}

/** Refuses a part of a file that is not sent as bytes; no form of another site can send this type either. */
export function checkBytesType(head: RequestHead): Refusal | null {
  if (/^application\/octet-stream$/i.test(head.headers['content-type'] ?? '')) return null
  return { status: 415, code: 'input-invalid', message: 'the body must be application/octet-stream' }
}

/** The local path to go to after opening, or `/` where the given one could lead elsewhere. */
export function localPath(to: string | null): string {
  const base = 'http://127.0.0.1'
  const url = to?.startsWith('/') ? URL.parse(to, base) : null
  // `/.//elsewhere` resolves to a path that a browser would take for a host.
  if (!url || url.origin !== base || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search + url.hash
}
