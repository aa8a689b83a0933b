import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readPng } from '../../src/core/export/figure/test-png.ts'
import { indexedPng } from './indexed-png.ts'

/** What a viewer would show: the palette's colours in the place of the indexes. */
function shown(png: Uint8Array): { rgba: Uint8Array; colours: number } {
  const { width, height, chunks } = readPng(png)
  const of = (type: string) => chunks.find((each) => each.type === type)!.data
  const rows = inflateSync(of('IDAT'))
  const rgba = new Uint8Array(4 * width * height).fill(255)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const index = rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)]!
    rgba.set(of('PLTE').subarray(3 * index, 3 * index + 3), 4 * pixel)
  }
  return { rgba, colours: of('PLTE').length / 3 }
}

/** A field of `colours` colours, 32 pixels wide, one in ten of them white. */
function field(colours: number): Uint8Array {
  const rgba = new Uint8Array(4 * 32 * 32)
  for (let pixel = 0; pixel < 32 * 32; pixel++) {
    const key = pixel % 10 === 0 ? 0xffffff : ((pixel % colours) * 7919) % 0x1000000
    rgba.set([key >> 16, (key >> 8) & 255, key & 255, 255], 4 * pixel)
  }
  return rgba
}

describe('a picture by palette', () => {
  test('of few colours is unchanged', () => {
    const rgba = field(200)
    const { rgba: seen, colours } = shown(indexedPng({ width: 32, height: 32, rgba }))
    expect(Buffer.from(seen).equals(Buffer.from(rgba))).toBe(true)
    expect(colours).toBeLessThanOrEqual(201)
  })

  test('of many colours has 256, keeps the frequent ones, and no other is far off', () => {
    const rgba = field(900)
    const { rgba: seen, colours } = shown(indexedPng({ width: 32, height: 32, rgba }))
    expect(colours).toBe(256)
    let worst = 0
    for (let at = 0; at < rgba.length; at += 4) {
      const off = Math.max(...[0, 1, 2].map((channel) => Math.abs(seen[at + channel]! - rgba[at + channel]!)))
      if (rgba[at] === 255 && rgba[at + 1] === 255 && rgba[at + 2] === 255) expect(off).toBe(0)
      worst = Math.max(worst, off)
    }
    expect(worst).toBeGreaterThan(0)
    expect(worst).toBeLessThan(64)
  })

  test('is the same each time, and its chunks carry true checksums', () => {
    const picture = { width: 32, height: 32, rgba: field(900) }
    const png = indexedPng(picture)
    expect(indexedPng(picture).equals(png)).toBe(true)
    expect(readPng(png).chunks.map(({ type }) => type)).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  })
})
