/** The one way out to the system's browser: https, and only to the places that the app itself cites. */
import { shell } from 'electron'
import { AppError } from '../../shared/contract/errors.ts'

const HOSTS = new Set([
  'nature.com',
  'www.nature.com',
  'natureindex.com',
  'openalex.org',
  'ror.org',
  'doi.org',
  'creativecommons.org',
])

/** True for an address that may be opened outside: https, a listed host, no other port, no user name in it. */
export function isOpenable(address: string): boolean {
  const url = URL.parse(address)
  if (url === null || url.protocol !== 'https:') return false
  return HOSTS.has(url.host) && url.username === '' && url.password === ''
}

/** @throws AppError `forbidden` for an address that is not on the list */
export async function openExternal(address: string): Promise<void> {
  if (!isOpenable(address)) throw new AppError('forbidden', 'this address is not on the list of links')
  await shell.openExternal(new URL(address).href)
}
