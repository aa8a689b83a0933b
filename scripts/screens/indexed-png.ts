/** PNG of at most 256 colours: a picture of a screen is a third as large so, and looks the same. */
import { crc32, deflateSync } from 'node:zlib'

export interface Pixels {
  width: number
  height: number
  /** Four bytes a pixel, opaque. */
  rgba: Uint8Array
}

const MOST = 256
/** Colours that cover the most pixels are kept to the bit, so that grounds, lines and ink stay as drawn. */
const EXACT = 128
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

type Colour = readonly [red: number, green: number, blue: number]
interface Counted {
  colour: Colour
  pixels: number
}

const keyAt = (rgba: Uint8Array, at: number): number =>
  (rgba[at]! << 16) | (rgba[at + 1]! << 8) | rgba[at + 2]!
const colourOf = (key: number): Colour => [key >> 16, (key >> 8) & 255, key & 255]

/** Colours of the picture, the most frequent first; equal ones by value, so that the order is always the same. */
function count(rgba: Uint8Array): Counted[] {
  const pixels = new Map<number, number>()
  for (let at = 0; at < rgba.length; at += 4) {
    const key = keyAt(rgba, at)
    pixels.set(key, (pixels.get(key) ?? 0) + 1)
  }
  return [...pixels]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .map(([key, n]) => ({ colour: colourOf(key), pixels: n }))
}

/** The channel along which a box of colours is longest, and how long it is there. */
function longest(box: readonly Counted[]): { channel: 0 | 1 | 2; length: number } {
  const lengths = ([0, 1, 2] as const).map((channel) => {
    const values = box.map(({ colour }) => colour[channel])
    return { channel, length: Math.max(...values) - Math.min(...values) }
  })
  return lengths.reduce((a, b) => (b.length > a.length ? b : a))
}

/** Cuts the box that errs most in two, until there are `wanted`: median cut after Heckbert (1982). */
function cut(all: readonly Counted[], wanted: number): Colour[] {
  const boxes = [{ box: [...all], ...longest(all) }]
  while (boxes.length < wanted) {
    const worst = boxes.reduce((a, b) => (b.length > a.length ? b : a))
    if (worst.length === 0) break
    const sorted = worst.box.sort((a, b) => a.colour[worst.channel] - b.colour[worst.channel])
    const middle = sorted.length >> 1
    const halves = [sorted.slice(0, middle), sorted.slice(middle)].map((box) => ({ box, ...longest(box) }))
    boxes.splice(boxes.indexOf(worst), 1, ...halves)
  }
  return boxes.map(({ box }) => mean(box))
}

function mean(box: readonly Counted[]): Colour {
  const total = box.reduce((sum, { pixels }) => sum + pixels, 0)
  const of = (channel: 0 | 1 | 2) =>
    Math.round(box.reduce((sum, { colour, pixels }) => sum + colour[channel] * pixels, 0) / total)
  return [of(0), of(1), of(2)]
}

function nearest(palette: readonly Colour[], [r, g, b]: Colour): number {
  let best = 0
  let least = Infinity
  palette.forEach(([pr, pg, pb], index) => {
    const distance = (pr - r) ** 2 + (pg - g) ** 2 + (pb - b) ** 2
    if (distance < least) [best, least] = [index, distance]
  })
  return best
}

function paletteOf(counted: readonly Counted[]): Colour[] {
  if (counted.length <= MOST) return counted.map(({ colour }) => colour)
  return [...counted.slice(0, EXACT).map(({ colour }) => colour), ...cut(counted.slice(EXACT), MOST - EXACT)]
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The picture with a palette of its own: unchanged up to 256 colours, else the nearest of 256. */
export function indexedPng({ width, height, rgba }: Pixels): Buffer {
  const counted = count(rgba)
  const palette = paletteOf(counted)
  const indexes = new Map(
    counted.map(({ colour }) => [(colour[0] << 16) | (colour[1] << 8) | colour[2], nearest(palette, colour)]),
  )
  const rows = Buffer.alloc((width + 1) * height) // each begins with its filter, none
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = indexes.get(keyAt(rgba, 4 * (y * width + x)))!
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3], 8) // eight bits a pixel, by palette
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
