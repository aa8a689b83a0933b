import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { resourcesDir } from '../../app-info.ts'
import { faceTables, trueTypeFace } from './faces.ts'
import { fontFaceRules } from './font-face.ts'
import { subsetFace, writeWoff } from './subset.ts'
import { readWoff2, writeTrueType } from './woff2.ts'

const fontsDir = join(resourcesDir, 'fonts')
const SCRIPTS = '北京東京서울ŁódźÅé'

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(readFileSync(wasm))
})

/** Letters apart from each other, so that kerning has no part in it. */
function drawn(font: Uint8Array): Uint8Array {
  const signs = Array.from(
    SCRIPTS,
    (sign, i) => `<text x="${10 + i * 40}" y="40" font-size="32">${sign}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="60" font-family="Science Cities Sans">${signs.join('')}</svg>`
  const options = {
    font: { loadSystemFonts: false, fontBuffers: [font], defaultFontFamily: 'Science Cities Sans' },
  }
  return new Resvg(svg, options).render().asPng()
}

describe('a face out of WOFF2', () => {
  test('draws what the packed face draws', () => {
    const packed = readFileSync(join(fontsDir, 'science-cities-sans-400.woff2'))
    const expected = Buffer.from(drawn(packed))
    expect(expected.length).toBeGreaterThan(1000)
    expect(Buffer.from(drawn(trueTypeFace(fontsDir, 400))).equals(expected)).toBe(true)
  })

  test('has a sum that makes the whole file come to the number of the format', () => {
    const bytes = writeTrueType(subsetFace(faceTables(fontsDir, 400), 'A'))
    let sum = 0
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
  })

  test('is refused where it is none', () => {
    expect(() => readWoff2(Buffer.from('wOFF0000'))).toThrow('not a WOFF2')
  })
})

describe('the letters of a text cut out of a face', () => {
  test('draw as the whole face does, parts of composed letters included', () => {
    const subset = writeTrueType(subsetFace(faceTables(fontsDir, 400), SCRIPTS))
    expect(subset.length).toBeLessThan(30_000)
    expect(Buffer.from(drawn(subset)).equals(Buffer.from(drawn(trueTypeFace(fontsDir, 400))))).toBe(true)
  })

  test('leave out what the face lacks, and pack without loss', () => {
    const plain = writeTrueType(subsetFace(faceTables(fontsDir, 600), 'ab\u0e01'))
    const packed = writeWoff(subsetFace(faceTables(fontsDir, 600), 'ab\u0e01'))
    expect(packed.readUInt32BE(16)).toBe(plain.length)
    expect(packed.readUInt32BE(8)).toBe(packed.length)
    for (let i = 0; i < packed.readUInt16BE(12); i++) {
      const [offset, size, length] = [48, 52, 56].map((at) => packed.readUInt32BE(at + i * 20)) as [
        number,
        number,
        number,
      ]
      const body = packed.subarray(offset, offset + size)
      const table = size < length ? inflateSync(body) : body
      const from = plain.readUInt32BE(12 + i * 16 + 8)
      expect(table.equals(plain.subarray(from, from + length))).toBe(true)
    }
  })

  test('stand in rules of CSS, one a weight that occurs', () => {
    expect(fontFaceRules({}, fontsDir)).toBe('')
    const rules = fontFaceRules({ 600: 'Title' }, fontsDir)
    expect(rules).toMatch(
      /^@font-face\{font-family:'Science Cities Sans';font-weight:600;src:url\(data:font\/woff;base64,[\w+/=]+\)/,
    )
  })
})
