/** Outlines of WOFF2 as TrueType writes them: seven streams become one record a glyph. */

export interface PlainGlyphs {
  glyf: Buffer
  /** Long offsets. */
  loca: Buffer
  offsets: number[]
}

/** Reads on from where it stands. */
class Stream {
  private readonly bytes: Buffer
  at: number

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes
    this.at = at
  }
  u8(): number {
    return this.bytes.readUInt8(this.at++)
  }
  u16(): number {
    this.at += 2
    return this.bytes.readUInt16BE(this.at - 2)
  }
  i16(): number {
    this.at += 2
    return this.bytes.readInt16BE(this.at - 2)
  }
  take(length: number): Buffer {
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
  /** One to three bytes. */
  short255(): number {
    const code = this.u8()
    if (code === 253) return this.u16()
    if (code === 255) return this.u8() + 253
    return code === 254 ? this.u8() + 506 : code
  }
}

const HEAD = 36
const OVERLAP = 0x40

export function plainGlyphs(table: Buffer): PlainGlyphs {
  const options = table.readUInt16BE(2)
  const count = table.readUInt16BE(4)
  let from = HEAD
  const streams = Array.from({ length: 7 }, (_, i) => {
    const stream = new Stream(table, from)
    from += table.readUInt32BE(8 + i * 4)
    return stream
  })
  const [contours, points, flags, coordinates, composites, boxes, instructions] = streams as Streams
  const boxBits = boxes.take(Math.ceil(count / 32) * 4)
  const overlaps = (options & 1) === 0 ? null : table.subarray(from, from + Math.ceil(count / 8))
  const bit = (bits: Buffer, glyph: number) => ((bits[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) !== 0

  const glyphs: Buffer[] = []
  const offsets = [0]
  let length = 0
  for (let glyph = 0; glyph < count; glyph++) {
    const n = contours.i16()
    const box = bit(boxBits, glyph) ? boxes.take(8) : null
    let made: Buffer | null = null
    if (n < 0) made = composite(composites, coordinates, instructions, box)
    else if (n > 0) {
      const overlap = overlaps !== null && bit(overlaps, glyph)
      made = simple(n, { points, flags, coordinates, instructions }, box, overlap)
    }
    if (made) {
      const padded = Buffer.alloc(Math.ceil(made.length / 4) * 4)
      made.copy(padded)
      glyphs.push(padded)
      length += padded.length
    }
    offsets.push(length)
  }
  const loca = Buffer.alloc(offsets.length * 4)
  offsets.forEach((offset, i) => loca.writeUInt32BE(offset, i * 4))
  return { glyf: Buffer.concat(glyphs), loca, offsets }
}

type Streams = [Stream, Stream, Stream, Stream, Stream, Stream, Stream]

const MORE = 0x20
const INSTRUCTIONS = 0x100

/** Bytes of a component after its flags and its glyph. */
export function componentLength(flags: number): number {
  const places = (flags & 1) === 0 ? 2 : 4
  if ((flags & 0x8) !== 0) return places + 2
  if ((flags & 0x40) !== 0) return places + 4
  return (flags & 0x80) === 0 ? places : places + 8
}

function composite(parts: Stream, sizes: Stream, instructions: Stream, box: Buffer | null): Buffer {
  if (!box) throw new Error('a composite glyph without its box')
  const begin = parts.at
  let hinted = false
  for (let flags = MORE; (flags & MORE) !== 0;) {
    flags = parts.u16()
    hinted ||= (flags & INSTRUCTIONS) !== 0
    parts.at += 2 + componentLength(flags)
  }
  const length = parts.at - begin
  parts.at = begin
  const body = parts.take(length)
  const head = Buffer.alloc(10)
  head.writeInt16BE(-1, 0)
  box.copy(head, 2)
  if (!hinted) return Buffer.concat([head, body])
  const size = sizes.short255()
  const sized = Buffer.alloc(2)
  sized.writeUInt16BE(size, 0)
  return Buffer.concat([head, body, sized, instructions.take(size)])
}

function simple(
  contours: number,
  {
    points,
    flags,
    coordinates,
    instructions,
  }: Record<'points' | 'flags' | 'coordinates' | 'instructions', Stream>,
  box: Buffer | null,
  overlap: boolean,
): Buffer {
  const ends: number[] = []
  let total = 0
  for (let i = 0; i < contours; i++) {
    total += points.short255()
    ends.push(total - 1)
  }
  const steps: [dx: number, dy: number, on: boolean][] = []
  for (let i = 0; i < total; i++) {
    const flag = flags.u8()
    steps.push([...step(flag & 0x7f, coordinates), (flag & 0x80) === 0])
  }
  const size = coordinates.short255()
  const hints = instructions.take(size)

  const bytes = Buffer.alloc(10 + contours * 2 + 2 + size + total * 5)
  bytes.writeInt16BE(contours, 0)
  if (box) box.copy(bytes, 2)
  else boxOf(steps).forEach((edge, i) => bytes.writeInt16BE(edge, 2 + i * 2))
  let at = 10
  for (const end of ends) at = bytes.writeUInt16BE(end, at)
  at = bytes.writeUInt16BE(size, at)
  at += hints.copy(bytes, at)
  // Each step is written in two bytes a coordinate: larger than it might be, and read the same.
  steps.forEach(([, , on], i) => {
    at = bytes.writeUInt8((on ? 1 : 0) | (overlap && i === 0 ? OVERLAP : 0), at)
  })
  for (const [dx] of steps) at = bytes.writeInt16BE(dx, at)
  for (const [, dy] of steps) at = bytes.writeInt16BE(dy, at)
  return bytes.subarray(0, at)
}

function boxOf(steps: readonly (readonly [number, number, boolean])[]): [number, number, number, number] {
  let [x, y] = [0, 0]
  let box: [number, number, number, number] | null = null
  for (const [dx, dy] of steps) {
    x += dx
    y += dy
    box = box
      ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
      : [x, y, x, y]
  }
  return box ?? [0, 0, 0, 0]
}

/** A step from point to point, by the table of the format: 5.2, "Decoding of variable-length X and Y coordinates". */
function step(flag: number, read: Stream): [dx: number, dy: number] {
  const signed = (bits: number, value: number) => ((bits & 1) === 0 ? -value : value)
  if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + read.u8())]
  if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + read.u8()), 0]
  if (flag < 84) {
    const [base, byte] = [flag - 20, read.u8()]
    return [
      signed(flag, 1 + (base & 0x30) + (byte >> 4)),
      signed(flag >> 1, 1 + ((base & 0x0c) << 2) + (byte & 0x0f)),
    ]
  }
  if (flag < 120) {
    const base = flag - 84
    const [x, y] = [read.u8(), read.u8()]
    return [
      signed(flag, 1 + (Math.floor(base / 12) << 8) + x),
      signed(flag >> 1, 1 + (((base % 12) >> 2) << 8) + y),
    ]
  }
  if (flag < 124) {
    const [a, b, c] = [read.u8(), read.u8(), read.u8()]
    return [signed(flag, (a << 4) + (b >> 4)), signed(flag >> 1, ((b & 0x0f) << 8) + c)]
  }
  const [x, y] = [read.u16(), read.u16()]
  return [signed(flag, x), signed(flag >> 1, y)]
}
