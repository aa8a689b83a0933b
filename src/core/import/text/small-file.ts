/** Small files, read in one go. */
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { isZstd, ZstdFrames } from './zstd-frames.ts'

/** Bytes that a small file may unpack to. */
const MOST_UNPACKED = 64 << 20

/** The content of a file as it is read from disk, unpacked where it is packed. @throws Error of zlib. */
export function unpacked(content: Buffer): Buffer {
  const options = { maxOutputLength: MOST_UNPACKED }
  if (content[0] === 0x1f && content[1] === 0x8b) return gunzipSync(content, options)
  if (content.length < 4 || !isZstd(content)) return content
  const frames = new ZstdFrames().cut(content).filter((frame) => frame[0] === 0x28) // others hold no content
  return Buffer.concat(frames.map((frame) => zstdDecompressSync(frame, options)))
}
