/** Adds to a PNG what a picture needs on paper and in a library: its resolution and its citation. */
import { crc32 } from 'node:zlib'

const AFTER_IHDR = 33

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Pixels per metre are whole numbers, so 72 dpi reads back as 72.009. */
function physical(dpi: number): Buffer {
  const data = Buffer.alloc(9)
  const perMetre = Math.round(dpi / 0.0254)
  data.writeUInt32BE(perMetre, 0)
  data.writeUInt32BE(perMetre, 4)
  data.writeUInt8(1, 8)
  return chunk('pHYs', data)
}

/** @param keyword Latin letters, at most 79 */
function internationalText(keyword: string, text: string): Buffer {
  // No compression, no language tag, no translated keyword.
  const head = Buffer.concat([Buffer.from(keyword, 'latin1'), Buffer.alloc(5)])
  return chunk('iTXt', Buffer.concat([head, Buffer.from(text, 'utf8')]))
}

/** @param texts by keyword of the PNG standard, e.g. `Title`, `Description`, `Software` */
export function annotatePng(
  png: Uint8Array,
  dpi: number,
  texts: [keyword: string, text: string][],
): Uint8Array {
  const filled = texts.filter(([, text]) => text !== '')
  return Buffer.concat([
    png.subarray(0, AFTER_IHDR),
    physical(dpi),
    ...filled.map(([keyword, text]) => internationalText(keyword, text)),
    png.subarray(AFTER_IHDR),
  ])
}
