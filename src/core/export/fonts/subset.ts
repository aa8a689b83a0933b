/** The letters that occur, cut out of a face: what a file must carry so that it looks alike on machines without our fonts. */
import { deflateSync } from 'node:zlib'
import { componentLength } from './woff2-glyphs.ts'
import type { FontTables } from './woff2.ts'
import { writeTrueType } from './woff2.ts'

/** Tables that do not know single glyphs and stay as they are. */
const KEPT = ['OS/2', 'name', 'cvt ', 'fpgm', 'prep', 'gasp']

/**
 * A TrueType face with the characters of a text alone; those that the face lacks are left out. Kerning and other
 * features are not kept.
 */
export function subsetFace(tables: FontTables, text: string): FontTables {
  const wanted = [...new Set(Array.from(text, (sign) => sign.codePointAt(0) ?? 0))].sort((a, b) => a - b)
  const glyphOf = charactersOf(tableIn(tables, 'cmap'))
  const mapped = wanted.flatMap((code): [number, number][] => {
    const glyph = glyphOf(code)
    return glyph === 0 ? [] : [[code, glyph]]
  })
  const outlines = outlinesOf(tables)
  const old = closed([0, ...mapped.map(([, glyph]) => glyph)], outlines)
  const renumbered = new Map(old.map((glyph, i) => [glyph, i]))
  const glyphs = old.map((glyph) => withComponents(outlines(glyph), renumbered))
  const loca = Buffer.alloc((glyphs.length + 1) * 4)
  let length = 0
  glyphs.forEach((glyph, i) => {
    length += glyph.length
    loca.writeUInt32BE(length, (i + 1) * 4)
  })
  const made: FontTables = new Map()
  for (const tag of KEPT) {
    const table = tables.get(tag)
    if (table) made.set(tag, table)
  }
  made.set('glyf', Buffer.concat(glyphs))
  made.set('loca', loca)
  made.set(
    'head',
    changed(tableIn(tables, 'head'), (head) => head.writeInt16BE(1, 50)),
  )
  made.set(
    'maxp',
    changed(tableIn(tables, 'maxp'), (maxp) => maxp.writeUInt16BE(glyphs.length, 4)),
  )
  made.set(
    'hhea',
    changed(tableIn(tables, 'hhea'), (hhea) => hhea.writeUInt16BE(glyphs.length, 34)),
  )
  made.set('hmtx', Buffer.concat(old.map((glyph) => metricOf(tables, glyph))))
  made.set('cmap', cmapOf(mapped.map(([code, glyph]) => [code, renumbered.get(glyph) ?? 0])))
  // Without names of glyphs.
  made.set(
    'post',
    changed(tableIn(tables, 'post').subarray(0, 32), (post) => post.writeUInt32BE(0x00030000, 0)),
  )
  return made
}

function tableIn(tables: FontTables, tag: string): Buffer {
  const table = tables.get(tag)
  if (!table) throw new Error(`a face without ${tag}`)
  return table
}

function changed(table: Buffer, change: (copy: Buffer) => unknown): Buffer {
  const copy = Buffer.from(table)
  change(copy)
  return copy
}

function outlinesOf(tables: FontTables): (glyph: number) => Buffer {
  const [glyf, loca, head] = [tableIn(tables, 'glyf'), tableIn(tables, 'loca'), tableIn(tables, 'head')]
  const isLong = head.readInt16BE(50) === 1
  const offset = (i: number) => (isLong ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2)
  return (glyph) => glyf.subarray(offset(glyph), offset(glyph + 1))
}

const isComposite = (outline: Buffer): boolean => outline.length > 0 && outline.readInt16BE(0) < 0

/** Where the numbers of a composite's glyphs stand in it. */
function componentsAt(outline: Buffer): number[] {
  const places: number[] = []
  for (let at = 10, flags = 0x20; (flags & 0x20) !== 0; at += 4 + componentLength(flags)) {
    flags = outline.readUInt16BE(at)
    places.push(at + 2)
  }
  return places
}

/** The glyphs and those that they are composed of, in the order in which they are met. */
function closed(glyphs: readonly number[], outlines: (glyph: number) => Buffer): number[] {
  const met = new Set(glyphs)
  for (const glyph of met) {
    const outline = outlines(glyph)
    if (isComposite(outline)) for (const at of componentsAt(outline)) met.add(outline.readUInt16BE(at))
  }
  return [...met]
}

function withComponents(outline: Buffer, renumbered: ReadonlyMap<number, number>): Buffer {
  if (!isComposite(outline)) return outline
  return changed(outline, (copy) => {
    for (const at of componentsAt(copy)) copy.writeUInt16BE(renumbered.get(copy.readUInt16BE(at)) ?? 0, at)
  })
}

function metricOf(tables: FontTables, glyph: number): Buffer {
  const hmtx = tableIn(tables, 'hmtx')
  const widths = tableIn(tables, 'hhea').readUInt16BE(34)
  if (glyph < widths) return hmtx.subarray(glyph * 4, glyph * 4 + 4)
  const bearing = widths * 4 + (glyph - widths) * 2
  return Buffer.concat([hmtx.subarray(widths * 4 - 4, widths * 4 - 2), hmtx.subarray(bearing, bearing + 2)])
}

/** The glyph of a character, 0 where there is none; reads the whole table of Unicode (form 12). */
function charactersOf(cmap: Buffer): (code: number) => number {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const from = cmap.readUInt32BE(4 + i * 8 + 4)
    if (cmap.readUInt16BE(from) !== 12) continue
    const groups = Array.from({ length: cmap.readUInt32BE(from + 12) }, (_, g) => {
      const at = from + 16 + g * 12
      return [cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4), cmap.readUInt32BE(at + 8)] as const
    })
    return (code) => {
      const group = groups.find(([first, last]) => code >= first && code <= last)
      return group ? group[2] + code - group[0] : 0
    }
  }
  throw new Error('a face without a table of all characters')
}

/** @param pairs ascending by character */
function cmapOf(pairs: readonly (readonly [code: number, glyph: number])[]): Buffer {
  const head = Buffer.alloc(12 + 16)
  head.writeUInt16BE(1, 2)
  head.writeUInt16BE(3, 4)
  head.writeUInt16BE(10, 6)
  head.writeUInt32BE(12, 8)
  head.writeUInt16BE(12, 12)
  head.writeUInt32BE(16 + pairs.length * 12, 16)
  head.writeUInt32BE(pairs.length, 24)
  const groups = Buffer.alloc(pairs.length * 12)
  pairs.forEach(([code, glyph], i) => {
    groups.writeUInt32BE(code, i * 12)
    groups.writeUInt32BE(code, i * 12 + 4)
    groups.writeUInt32BE(glyph, i * 12 + 8)
  })
  return Buffer.concat([head, groups])
}

/** The face packed for pages and pictures (W3C, WOFF File Format 1.0), which every browser reads. */
export function writeWoff(tables: FontTables): Buffer {
  const plain = writeTrueType(tables)
  const count = plain.readUInt16BE(4)
  const header = Buffer.alloc(44 + count * 20)
  const bodies: Buffer[] = []
  let offset = header.length
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16
    const length = plain.readUInt32BE(at + 12)
    const table = plain.subarray(plain.readUInt32BE(at + 8), plain.readUInt32BE(at + 8) + length)
    const packed = deflateSync(table, { level: 9 })
    const body = packed.length < length ? packed : table
    const entry = 44 + i * 20
    plain.copy(header, entry, at, at + 4)
    header.writeUInt32BE(offset, entry + 4)
    header.writeUInt32BE(body.length, entry + 8)
    header.writeUInt32BE(length, entry + 12)
    plain.copy(header, entry + 16, at + 4, at + 8)
    const padded = Buffer.alloc(Math.ceil(body.length / 4) * 4)
    body.copy(padded)
    bodies.push(padded)
    offset += padded.length
  }
  header.write('wOFF', 0, 'latin1')
  header.writeUInt32BE(0x00010000, 4)
  header.writeUInt32BE(offset, 8)
  header.writeUInt16BE(count, 12)
  header.writeUInt32BE(plain.length, 16)
  return Buffer.concat([header, ...bodies])
}
