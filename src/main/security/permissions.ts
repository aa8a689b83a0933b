/** What a page may do beyond showing itself: nothing, but for what is listed here with its reason. */
import type { Session } from 'electron'
import { isOwnAddress } from '../address.ts'

const ALLOWED: ReadonlyMap<string, string> = new Map([
  ['clipboard-sanitized-write', 'a chart or a table is copied as picture or text, on the user’s click'],
])

/** @param asker address or origin of the page that asks */
export function isPermitted(permission: string, asker: string, origins: ReadonlySet<string>): boolean {
  return ALLOWED.has(permission) && isOwnAddress(asker, origins)
}

/** Chromium allows by default, so all three doors are shut: requests, checks and devices. */
export function denyPermissions(session: Session, origins: ReadonlySet<string>): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(details.isMainFrame && isPermitted(permission, details.requestingUrl, origins)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, details) =>
      details.isMainFrame && isPermitted(permission, requestingOrigin, origins),
  )
  session.setDevicePermissionHandler(() => false)
}
