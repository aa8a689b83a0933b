/**
 * WOFF2 to TrueType, as PDF and subsets need it (W3C, WOFF File Format 2.0): the tables are unpacked, outlines and widths are
 * put back into their plain form. Faces of TrueType outlines alone, which ours are.
 */
import { brotliDecompressSync } from 'node:zlib'
import { plainGlyphs } from './woff2-glyphs.ts'

/** Tables of a font by their tag. */
export type FontTables = Map<string, Buffer>

const TAGS =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
const KNOWN_TAG = (index: number) => TAGS.slice(index * 5, index * 5 + 4)

/** @throws Error where the file is no WOFF2 face of TrueType outlines */
export function readWoff2(file: Buffer): FontTables {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 file')
  const count = file.readUInt16BE(12)
  const packed = file.readUInt32BE(20)
  let at = 48
  const number = (): number => {
    let value = 0
    for (let i = 0; i < 5; i++) {
      const byte = file.readUInt8(at++)
      value = value * 128 + (byte & 0x7f)
      if ((byte & 0x80) === 0) return value
    }
    throw new Error('a number of WOFF2 is too long')
  }
  const entries = Array.from({ length: count }, () => {
    const flags = file.readUInt8(at++)
    const index = flags & 0x3f
    const tag = index === 0x3f ? file.toString('latin1', at, (at += 4)) : KNOWN_TAG(index)
    const version = flags >> 6
    const plainLength = number()
    const isOutlines = tag === 'glyf' || tag === 'loca'
    const transformed = isOutlines ? version === 0 : version !== 0
    return { tag, transformed, length: transformed ? number() : plainLength }
  })
  const data = brotliDecompressSync(file.subarray(at, at + packed))
  const tables: FontTables = new Map()
  const changed = new Set<string>()
  let from = 0
  for (const { tag, transformed, length } of entries) {
    tables.set(tag, data.subarray(from, from + length))
    if (transformed) changed.add(tag)
    from += length
  }
  restore(tables, changed)
  return tables
}

function restore(tables: FontTables, changed: ReadonlySet<string>): void {
  const outlines = tables.get('glyf')
  const head = tables.get('head')
  if (!outlines || !head) throw new Error('a face without TrueType outlines')
  if (changed.has('glyf')) {
    const { glyf, loca, offsets } = plainGlyphs(outlines)
    tables.set('glyf', glyf)
    tables.set('loca', loca)
    const long = Buffer.from(head)
    long.writeInt16BE(1, 50)
    tables.set('head', long)
    if (changed.has('hmtx')) tables.set('hmtx', plainWidths(tables, glyf, offsets))
  }
}

/** Left bearings that equal the outlines' left edges are left out of the file. */
function plainWidths(tables: FontTables, glyf: Buffer, offsets: readonly number[]): Buffer {
  const packed = tables.get('hmtx')
  const hhea = tables.get('hhea')
  if (!packed || !hhea) throw new Error('a face without widths')
  const glyphs = offsets.length - 1
  const widths = hhea.readUInt16BE(34)
  const flags = packed.readUInt8(0)
  let at = 1
  const advances = Array.from({ length: widths }, () => packed.readUInt16BE((at += 2) - 2))
  const left = (glyph: number, leftOut: boolean): number => {
    if (!leftOut) return packed.readInt16BE((at += 2) - 2)
    const from = offsets[glyph] ?? 0
    return (offsets[glyph + 1] ?? 0) > from ? glyf.readInt16BE(from + 2) : 0
  }
  const plain = Buffer.alloc(widths * 4 + (glyphs - widths) * 2)
  let to = 0
  for (let glyph = 0; glyph < glyphs; glyph++) {
    const proportional = glyph < widths
    if (proportional) to = plain.writeUInt16BE(advances[glyph] ?? 0, to)
    to = plain.writeInt16BE(left(glyph, (flags & (proportional ? 1 : 2)) !== 0), to)
  }
  return plain
}

/** The bytes of a TrueType file; its sums are written as the format wants them. */
export function writeTrueType(tables: FontTables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const count = sorted.length
  const power = 2 ** Math.floor(Math.log2(count))
  const directory = Buffer.alloc(12 + count * 16)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(power * 16, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE((count - power) * 16, 10)
  let offset = directory.length
  const parts = [directory]
  sorted.forEach(([tag, table], i) => {
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4)
    table.copy(padded)
    if (tag === 'head') padded.writeUInt32BE(0, 8)
    const at = 12 + i * 16
    directory.write(tag, at, 'latin1')
    directory.writeUInt32BE(sumOf(padded), at + 4)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(table.length, at + 12)
    offset += padded.length
    parts.push(padded)
  })
  const whole = Buffer.concat(parts)
  const headAt = sorted.findIndex(([tag]) => tag === 'head')
  if (headAt >= 0) {
    const at = whole.readUInt32BE(12 + headAt * 16 + 8)
    whole.writeUInt32BE((0xb1b0afba - sumOf(whole)) >>> 0, at + 8)
  }
  return whole
}

function sumOf(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}
