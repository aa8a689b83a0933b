/** Reads pair kerning (feature `kern` of the table GPOS) as amounts between characters. */

/** Kerning of a pair of glyphs, in font units; 0 for most. */
export type PairKerning = (left: number, right: number) => number

function coverage(data: Buffer): Map<number, number> {
  const index = new Map<number, number>()
  const count = data.readUInt16BE(2)
  for (let i = 0; i < count; i++) {
    if (data.readUInt16BE(0) === 1) index.set(data.readUInt16BE(4 + 2 * i), i)
    else {
      const at = 4 + 6 * i
      const first = data.readUInt16BE(at)
      for (let glyph = first; glyph <= data.readUInt16BE(at + 2); glyph++) {
        index.set(glyph, data.readUInt16BE(at + 4) + glyph - first)
      }
    }
  }
  return index
}

function classes(data: Buffer): Map<number, number> {
  const found = new Map<number, number>()
  if (data.readUInt16BE(0) === 1) {
    const first = data.readUInt16BE(2)
    for (let i = 0; i < data.readUInt16BE(4); i++) found.set(first + i, data.readUInt16BE(6 + 2 * i))
    return found
  }
  for (let i = 0; i < data.readUInt16BE(2); i++) {
    const at = 4 + 6 * i
    for (let glyph = data.readUInt16BE(at); glyph <= data.readUInt16BE(at + 2); glyph++) {
      found.set(glyph, data.readUInt16BE(at + 4))
    }
  }
  return found
}

const words = (format: number) => format.toString(2).replaceAll('0', '').length
/** Offset in bytes of XAdvance within a value record, or null. */
const advanceAt = (format: number) => (format & 4 ? 2 * words(format & 3) : null)

/** Returns undefined where the subtable does not hold the pair's first glyph (the next subtable is asked). */
type Subtable = (left: number, right: number) => number | undefined

function pairSubtable(data: Buffer): Subtable {
  const covered = coverage(data.subarray(data.readUInt16BE(2)))
  const [one, two] = [data.readUInt16BE(4), data.readUInt16BE(6)]
  const size = 2 * (words(one) + words(two))
  const advance = advanceAt(one)
  if (advance === null) return () => undefined
  if (data.readUInt16BE(0) === 1) {
    return (left, right) => {
      const index = covered.get(left)
      if (index === undefined) return undefined
      const set = data.subarray(data.readUInt16BE(10 + 2 * index))
      for (let i = 0, at = 2; i < set.readUInt16BE(0); i++, at += 2 + size) {
        if (set.readUInt16BE(at) === right) return set.readInt16BE(at + 2 + advance)
      }
      return undefined
    }
  }
  const lefts = classes(data.subarray(data.readUInt16BE(8)))
  const rights = classes(data.subarray(data.readUInt16BE(10)))
  const columns = data.readUInt16BE(14)
  return (left, right) => {
    if (!covered.has(left)) return undefined
    const cell = (lefts.get(left) ?? 0) * columns + (rights.get(right) ?? 0)
    return data.readInt16BE(16 + cell * size + advance)
  }
}

function lookupSubtables(lookup: Buffer): Subtable[] {
  const found: Subtable[] = []
  for (let i = 0; i < lookup.readUInt16BE(4); i++) {
    let data = lookup.subarray(lookup.readUInt16BE(6 + 2 * i))
    let type = lookup.readUInt16BE(0)
    if (type === 9) {
      type = data.readUInt16BE(2)
      data = data.subarray(data.readUInt32BE(4))
    }
    if (type === 2) found.push(pairSubtable(data))
  }
  return found
}

/** @param gpos the table GPOS */
export function readKerning(gpos: Buffer): PairKerning {
  const features = gpos.subarray(gpos.readUInt16BE(6))
  const lookups = gpos.subarray(gpos.readUInt16BE(8))
  const wanted = new Set<number>()
  for (let i = 0; i < features.readUInt16BE(0); i++) {
    if (features.toString('latin1', 2 + 6 * i, 6 + 6 * i) !== 'kern') continue
    const feature = features.subarray(features.readUInt16BE(6 + 6 * i))
    for (let k = 0; k < feature.readUInt16BE(2); k++) wanted.add(feature.readUInt16BE(4 + 2 * k))
  }
  const groups = [...wanted].map((index) =>
    lookupSubtables(lookups.subarray(lookups.readUInt16BE(2 + 2 * index))),
  )
  return (left, right) => {
    let sum = 0
    for (const subtables of groups) {
      for (const subtable of subtables) {
        const value = subtable(left, right)
        if (value === undefined) continue
        sum += value
        break
      }
    }
    return sum
  }
}
