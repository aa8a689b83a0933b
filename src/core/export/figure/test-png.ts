/** Reads the PNG files that the tests made: chunks and pixels, 8 bits a channel, not interlaced. */
import { inflateSync } from 'node:zlib'

export interface Png {
  width: number
  height: number
  /** Four bytes a pixel. */
  rgba: Uint8Array
  chunks: { type: string; data: Buffer; checksum: number }[]
}

export function readPng(bytes: Uint8Array): Png {
  const file = Buffer.from(bytes)
  const chunks: Png['chunks'] = []
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at)
    const data = file.subarray(at + 8, at + 8 + length)
    chunks.push({
      type: file.toString('latin1', at + 4, at + 8),
      data,
      checksum: file.readUInt32BE(at + 8 + length),
    })
    at += 12 + length
  }
  const head = chunks[0]?.data ?? Buffer.alloc(13)
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3]
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  return { width, height, chunks, rgba: unfilter(raw, width, height, channels) }
}

function unfilter(raw: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels
  const rows = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x >= channels ? rows[at - channels]! : 0
      const up = y > 0 ? rows[at - stride]! : 0
      const corner = x >= channels && y > 0 ? rows[at - stride - channels]! : 0
      rows[at] = raw[at + y + 1]! + predict(filter, left, up, corner)
    }
  }
  if (channels === 4) return rows
  const rgba = new Uint8Array(4 * width * height).fill(255)
  for (let pixel = 0; pixel < width * height; pixel++)
    rgba.set(rows.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel)
  return rgba
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 4) return paeth(left, up, corner)
  return filter === 3 ? (left + up) >> 1 : filter === 2 ? up : filter === 1 ? left : 0
}

function paeth(left: number, up: number, corner: number): number {
  const a = Math.abs(up - corner)
  const b = Math.abs(left - corner)
  const c = Math.abs(left + up - 2 * corner)
  return a <= b && a <= c ? left : b <= c ? up : corner
}

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Smallest box around the pixels that differ from the top left one, within a part of the picture; null where none does. */
export function inkBox({ rgba, width, height }: Png, part?: Partial<Box>): Box | null {
  const { left = 0, top = 0, right = width, bottom = height } = part ?? {}
  const box: Box = { left: right, top: bottom, right: left, bottom: top }
  for (let y = Math.floor(top); y < bottom; y++) {
    for (let x = Math.floor(left); x < right; x++) {
      const at = 4 * (y * width + x)
      if ([0, 1, 2, 3].every((k) => Math.abs(rgba[at + k]! - rgba[k]!) <= 96)) continue
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x + 1)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y + 1)
    }
  }
  return box.right > box.left ? box : null
}
