/** Measures text with the widths and kerning of the bundled fonts, as a browser's canvas measures it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Weight } from '../../shared/figures/text.ts'

interface MetricsFile {
  unitsPerEm: number
  ascent: number
  descent: number
  emAscent: number
  emDescent: number
  weights: Record<
    string,
    {
      /** Triples: characters skipped, characters in the run, advance width of each. */
      advances: number[]
      kerning: [lefts: string, rights: Record<string, string>][]
    }
  >
}

interface WeightTable {
  /** First character, last character and width of each run, ascending. */
  runs: [first: number, last: number, width: number][]
  /** By the left character, then the right one, in font units. */
  kerning: Map<string, Map<string, number>>
}

export interface TextMetrics {
  /** Width in px of a line of text at `size` px. */
  width(text: string, size: number, weight: Weight): number
  /** Whether the weight has a glyph for each character of the text. */
  covers(text: string, weight: Weight): boolean
  /** As shares of the size; both positive. */
  emAscent: number
  emDescent: number
  ascent: number
  descent: number
}

function tableOf({ advances, kerning }: MetricsFile['weights'][string]): WeightTable {
  const runs: WeightTable['runs'] = []
  let next = 0
  for (let i = 0; i + 2 < advances.length; i += 3) {
    const first = next + (advances[i] ?? 0)
    next = first + (advances[i + 1] ?? 0)
    runs.push([first, next - 1, advances[i + 2] ?? 0])
  }
  const pairs: WeightTable['kerning'] = new Map()
  for (const [lefts, rights] of kerning) {
    const row = new Map(
      Object.entries(rights).flatMap(([amount, all]) => Array.from(all, (sign) => [sign, +amount] as const)),
    )
    for (const left of lefts) pairs.set(left, row)
  }
  return { runs, kerning: pairs }
}

/** Advance width in font units, or null where the weight lacks the character. */
function advance({ runs }: WeightTable, code: number): number | null {
  let [low, high] = [0, runs.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last, width] = runs[middle] ?? [0, 0, 0]
    if (code < first) high = middle - 1
    else if (code > last) low = middle + 1
    else return width
  }
  return null
}

/** @param fontsDir folder with `metrics.json`, which is written beside the fonts when they are built */
export function loadTextMetrics(fontsDir: string): TextMetrics {
  const file = JSON.parse(readFileSync(join(fontsDir, 'metrics.json'), 'utf8')) as MetricsFile
  const tables = new Map(
    Object.entries(file.weights).map(([weight, entry]) => [Number(weight), tableOf(entry)]),
  )
  const tableFor = (weight: Weight): WeightTable => {
    const found = tables.get(weight)
    if (!found) throw new Error(`no widths of weight ${weight}`)
    return found
  }
  const em = file.unitsPerEm
  const covers = (text: string, weight: Weight) =>
    Array.from(text).every((sign) => advance(tableFor(weight), sign.codePointAt(0) ?? 0) !== null)
  return {
    covers,
    width(text, size, weight) {
      const table = tableFor(drawnWeight(text, weight, covers))
      let units = 0
      let before = ''
      for (const sign of text) {
        // A character that no font has takes an em, as the box drawn for it does.
        units +=
          (advance(table, sign.codePointAt(0) ?? 0) ?? em) + (table.kerning.get(before)?.get(sign) ?? 0)
        before = sign
      }
      return (units * size) / em
    },
    emAscent: file.emAscent / em,
    emDescent: file.emDescent / em,
    ascent: file.ascent / em,
    descent: -file.descent / em,
  }
}

const loaded = new Map<string, TextMetrics>()

/** The measures of the bundled fonts, read once a thread. */
export function textMetricsIn(fontsDir: string): TextMetrics {
  const metrics = loaded.get(fontsDir) ?? loadTextMetrics(fontsDir)
  loaded.set(fontsDir, metrics)
  return metrics
}

/** Weight 600 lacks rare characters; a line that has one is drawn in the regular weight as a whole. */
export function drawnWeight(text: string, weight: Weight, covers: TextMetrics['covers']): Weight {
  return weight === 600 && !covers(text, 600) && covers(text, 400) ? 400 : weight
}
