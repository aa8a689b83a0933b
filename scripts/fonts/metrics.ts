/**
 * The widths of a font as a small table, so that text can be measured without reading the font.
 * Written to `resources/fonts/metrics.json`; `src/core/drawing/text-metrics.ts` reads it.
 */
import { readCmap } from './cmap.ts'
import { readKerning } from './kerning.ts'
import { readTables, table } from './sfnt.ts'

export interface WeightMetrics {
  /** Triples: characters skipped since the last run, characters in the run, advance width of each in font units. */
  advances: number[]
  /** Characters on the left that kern alike, with the characters on the right by amount in font units. */
  kerning: [lefts: string, rights: Record<string, string>][]
}

export interface FontMetrics {
  family: string
  unitsPerEm: number
  /** Heights above (positive) and below (negative) the baseline, in font units. */
  ascent: number
  descent: number
  /** Share of the em above and below the baseline: canvases place `top`, `middle` and `bottom` text by it. */
  emAscent: number
  emDescent: number
  capHeight: number
  xHeight: number
  weights: Record<string, WeightMetrics>
}

/** @param font the merged font, not compressed */
export function weightMetrics(font: Buffer, kerned: ReadonlySet<number>): WeightMetrics {
  const tables = readTables(font)
  const map = readCmap(table(tables, 'cmap'))
  const hmtx = table(tables, 'hmtx')
  const advances: number[] = []
  let next = 0
  for (const [code, glyph] of [...map].sort((a, b) => a[0] - b[0])) {
    const width = hmtx.readUInt16BE(4 * glyph)
    const run = advances.length - 3
    if (run >= 0 && code === next && advances[run + 2] === width) advances[run + 1]! += 1
    else advances.push(code - next, 1, width)
    next = code + 1
  }
  return { advances, kerning: kerningGroups(map, kerned, readKerning(table(tables, 'GPOS'))) }
}

function kerningGroups(
  map: ReadonlyMap<number, number>,
  kerned: ReadonlySet<number>,
  kerning: (left: number, right: number) => number,
): WeightMetrics['kerning'] {
  const letters = [...kerned].filter((code) => map.has(code)).sort((a, b) => a - b)
  const byRow = new Map<string, string>()
  for (const left of letters) {
    const row: Record<string, string> = {}
    for (const right of letters) {
      const amount = kerning(map.get(left) ?? 0, map.get(right) ?? 0)
      if (amount) row[amount] = (row[amount] ?? '') + String.fromCodePoint(right)
    }
    const key = JSON.stringify(row)
    if (key !== '{}') byRow.set(key, (byRow.get(key) ?? '') + String.fromCodePoint(left))
  }
  return [...byRow].map(([row, lefts]) => [lefts, JSON.parse(row) as Record<string, string>])
}

/** Heights and names common to all weights, from one of them. */
export function familyMetrics(font: Buffer, family: string): Omit<FontMetrics, 'weights'> {
  const tables = readTables(font)
  const os2 = table(tables, 'OS/2')
  const hhea = table(tables, 'hhea')
  return {
    family,
    unitsPerEm: table(tables, 'head').readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    emAscent: os2.readInt16BE(68),
    emDescent: -os2.readInt16BE(70),
    capHeight: os2.readInt16BE(88),
    xHeight: os2.readInt16BE(86),
  }
}
