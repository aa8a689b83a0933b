/** Small files, read in one go. */
import { gunzipSync } from 'node:zlib'

/** Bytes that a small file may unpack to. */
const MOST_UNPACKED = 64 << 20

/** The content of a file as it is read from disk, unpacked where it is packed. @throws Error of zlib. */
export function unpacked(content: Buffer): Buffer {
  const isPacked = content[0] === 0x1f && content[1] === 0x8b
  return isPacked ? gunzipSync(content, { maxOutputLength: MOST_UNPACKED }) : content
}
