/**
 * A page of the data folder that leads a browser to the one-time address. An opener is given the page's path: what stands on
 * a command line every user of the machine can read, and the page none but its owner.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { newTemporaryFolder } from '../core/datasets/temporary.ts'
import { writePrivateFile } from '../core/kept/private.ts'
import { ADDRESS_LIFE_MS } from './session.ts'

export interface OpeningPage {
  path: string
  /** Takes it away; it goes by itself when the address has expired. */
  remove(): void
}

/** Null where the data folder cannot be written: then the address is to be opened by hand. */
export function makeOpeningPage(dataDir: string, address: string): OpeningPage | null {
  let folder: string
  try {
    folder = newTemporaryFolder(dataDir)
  } catch {
    return null
  }
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const path = join(folder, 'open.html')
  writePrivateFile(path, leadingTo(address))
  setTimeout(remove, ADDRESS_LIFE_MS).unref()
  return { path, remove }
}

/** A page that goes on to an address without a script. */
export function leadingTo(address: string): string {
  const to = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Science Cities</title>',
    '<meta name="referrer" content="no-referrer">',
    `<meta http-equiv="refresh" content="0;url=${to}"></head>`,
    `<body><p><a href="${to}">Science Cities</a></p></body></html>\n`,
  ].join('\n')
}
