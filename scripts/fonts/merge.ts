/** Joins fonts of the same units per em: the first keeps its tables, the others lend it their outlines. */
import type { Mapping } from './cmap.ts'
import { readCmap, writeCmap } from './cmap.ts'
import type { Tables } from './sfnt.ts'
import { readTables, table, writeTables } from './sfnt.ts'

interface Outlines {
  glyphs: Buffer[]
  /** Advance width and left side bearing, in font units. */
  metrics: [advance: number, bearing: number][]
  map: Mapping
}

function outlinesOf(tables: Tables): Outlines {
  const count = table(tables, 'maxp').readUInt16BE(4)
  const long = table(tables, 'head').readInt16BE(50) === 1
  const loca = table(tables, 'loca')
  const at = (i: number) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i))
  const glyf = table(tables, 'glyf')
  const hmtx = table(tables, 'hmtx')
  const full = table(tables, 'hhea').readUInt16BE(34)
  const metrics = Array.from({ length: count }, (_, i): [number, number] => {
    const advance = hmtx.readUInt16BE(4 * Math.min(i, full - 1))
    return [advance, hmtx.readInt16BE(i < full ? 4 * i + 2 : 4 * full + 2 * (i - full))]
  })
  const glyphs = Array.from({ length: count }, (_, i) => Buffer.from(glyf.subarray(at(i), at(i + 1))))
  return { glyphs, metrics, map: readCmap(table(tables, 'cmap')) }
}

/** Rewrites the glyph numbers inside a composite glyph. */
function renumber(glyph: Buffer, number: (old: number) => number): void {
  if (glyph.length < 10 || glyph.readInt16BE(0) >= 0) return
  for (let at = 10; ;) {
    const flags = glyph.readUInt16BE(at)
    glyph.writeUInt16BE(number(glyph.readUInt16BE(at + 2)), at + 2)
    at += 4 + (flags & 0x0001 ? 4 : 2)
    if (flags & 0x0008) at += 2
    else if (flags & 0x0040) at += 4
    else if (flags & 0x0080) at += 8
    if (!(flags & 0x0020)) return
  }
}

/** Appends what `into` lacks, in the order of characters, so that the character map stays short. */
function append(into: Outlines, from: Outlines): void {
  const wanted = [...from.map].filter(([code]) => !into.map.has(code)).sort((a, b) => a[0] - b[0])
  const order = new Map<number, number>()
  for (const [, glyph] of wanted) if (!order.has(glyph)) order.set(glyph, into.glyphs.length + order.size)
  for (let glyph = 1; glyph < from.glyphs.length; glyph++) {
    if (!order.has(glyph)) order.set(glyph, into.glyphs.length + order.size) // parts of composites
  }
  for (const old of order.keys()) {
    const glyph = from.glyphs[old] ?? Buffer.alloc(0)
    renumber(glyph, (part) => order.get(part) ?? 0)
    into.glyphs.push(glyph)
    into.metrics.push(from.metrics[old] ?? [0, 0])
  }
  for (const [code, glyph] of wanted) into.map.set(code, order.get(glyph) ?? 0)
}

function writeOutlines(tables: Tables, { glyphs, metrics, map }: Outlines): void {
  const loca = Buffer.alloc(4 * (glyphs.length + 1))
  const parts = glyphs.map((glyph) => Buffer.concat([glyph, Buffer.alloc(-glyph.length & 3)]))
  parts.reduce((offset, part, i) => {
    loca.writeUInt32BE(offset + part.length, 4 * (i + 1))
    return offset + part.length
  }, 0)
  const hmtx = Buffer.alloc(4 * metrics.length)
  metrics.forEach(([advance, bearing], i) => {
    hmtx.writeUInt16BE(advance, 4 * i)
    hmtx.writeInt16BE(bearing, 4 * i + 2)
  })
  tables.set('glyf', Buffer.concat(parts)).set('loca', loca).set('hmtx', hmtx).set('cmap', writeCmap(map))
  table(tables, 'maxp').writeUInt16BE(glyphs.length, 4)
  table(tables, 'hhea').writeUInt16BE(metrics.length, 34)
  table(tables, 'hhea').writeUInt16BE(Math.max(...metrics.map(([advance]) => advance)), 10)
  table(tables, 'head').writeInt16BE(1, 50)
}

/** Limits that a rasteriser may rely on: the largest of all fonts. */
function widenLimits(tables: Tables, other: Tables): void {
  const maxp = table(tables, 'maxp')
  const theirs = table(other, 'maxp')
  for (let at = 6; at < 32; at += 2)
    maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(at), theirs.readUInt16BE(at)), at)
  const head = table(tables, 'head')
  const box = table(other, 'head')
  for (const at of [36, 38]) head.writeInt16BE(Math.min(head.readInt16BE(at), box.readInt16BE(at)), at)
  for (const at of [40, 42]) head.writeInt16BE(Math.max(head.readInt16BE(at), box.readInt16BE(at)), at)
  const os2 = table(tables, 'OS/2')
  const ranges = table(other, 'OS/2')
  for (const at of [42, 46, 50, 54, 78, 82])
    os2.writeUInt32BE((os2.readUInt32BE(at) | ranges.readUInt32BE(at)) >>> 0, at)
}

/**
 * @param fonts TrueType fonts, not compressed; the first wins where two have a character
 * @param names the `name` table of the result
 * @param weight usWeightClass of the result
 */
export function mergeFonts(fonts: Buffer[], names: Buffer, weight: number): Buffer {
  const [tables, ...others] = fonts.map(readTables)
  if (!tables) throw new Error('no font to merge')
  const outlines = outlinesOf(tables)
  for (const other of others) {
    if (table(other, 'head').readUInt16BE(18) !== table(tables, 'head').readUInt16BE(18)) {
      throw new Error('the fonts differ in units per em')
    }
    append(outlines, outlinesOf(other))
    widenLimits(tables, other)
  }
  writeOutlines(tables, outlines)
  // Glyph names would cost space and nobody reads them.
  const post = Buffer.from(table(tables, 'post').subarray(0, 32))
  post.writeUInt32BE(0x00030000, 0)
  const os2 = table(tables, 'OS/2')
  const codes = [...outlines.map.keys()]
  os2.writeUInt16BE(weight, 4)
  os2.writeUInt16BE(weight === 400 ? 0x40 : 0, 62)
  os2.writeUInt16BE(Math.min(...codes), 64)
  os2.writeUInt16BE(Math.min(0xffff, Math.max(...codes)), 66)
  table(tables, 'head').writeUInt16BE(0, 44)
  tables.set('post', post).set('name', names)
  return writeTables(tables)
}
