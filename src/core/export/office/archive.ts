/** Parts of an Office file, or files of a folder, as a zip archive. */
import { strToU8, zipSync } from 'fflate'
import type { ZippableFile } from 'fflate'

/** Parts by their path in the archive. */
export type Parts = Record<string, Uint8Array | string>

/**
 * The first day of the zip format, in the local time that the library reads it by: archives of every time zone and minute
 * are equal to the byte.
 */
const PACKED_AT = new Date(1980, 0, 1)

/** Equal parts give equal bytes. Pictures are compressed already. */
export function zipped(parts: Readonly<Parts>): Buffer<ArrayBuffer> {
  const files = Object.entries(parts).map(([path, part]): [string, ZippableFile] => [
    path,
    [typeof part === 'string' ? strToU8(part) : part, { level: path.endsWith('.png') ? 0 : 6 }],
  ])
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime: PACKED_AT }))
}
