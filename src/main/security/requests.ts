/** The app works offline: whatever a page might try, no request leaves for the network or the disk. */
import type { Session } from 'electron'
import { originOf } from '../address.ts'

const OUTSIDE = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:', 'file:'])

/** True for a request that the app's pages have no business making. The development server speaks HTTP and WebSocket. */
export function isOutside(address: string, origins: ReadonlySet<string>): boolean {
  const url = URL.parse(address)
  if (url === null) return true
  if (!OUTSIDE.has(url.protocol)) return false
  const origin = originOf(address.replace(/^ws/, 'http'))
  return origin === null || !origins.has(origin)
}

export function blockOutsideRequests(session: Session, origins: ReadonlySet<string>): void {
  session.webRequest.onBeforeRequest((details, callback) =>
    callback({ cancel: isOutside(details.url, origins) }),
  )
}
