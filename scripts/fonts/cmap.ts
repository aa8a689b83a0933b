/** The table that maps characters to glyphs, read and written in formats 4 (plane 0) and 12 (all). */

export type Mapping = Map<number, number>

function readFormat4(sub: Buffer, map: Mapping): void {
  const twice = sub.readUInt16BE(6)
  for (let i = 0; i < twice; i += 2) {
    const end = sub.readUInt16BE(14 + i)
    const start = sub.readUInt16BE(16 + twice + i)
    const delta = sub.readUInt16BE(16 + 2 * twice + i)
    const rangeAt = 16 + 3 * twice + i
    const range = sub.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = range === 0 ? code : sub.readUInt16BE(rangeAt + range + 2 * (code - start))
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph) map.set(code, glyph)
    }
  }
}

function readFormat12(sub: Buffer, map: Mapping): void {
  for (let i = 0; i < sub.readUInt32BE(12); i++) {
    const at = 16 + 12 * i
    const start = sub.readUInt32BE(at)
    for (let code = start; code <= sub.readUInt32BE(at + 4); code++) {
      map.set(code, sub.readUInt32BE(at + 8) + code - start)
    }
  }
}

export function readCmap(data: Buffer): Mapping {
  const map: Mapping = new Map()
  for (let i = 0; i < data.readUInt16BE(2); i++) {
    const sub = data.subarray(data.readUInt32BE(8 + 8 * i))
    const format = sub.readUInt16BE(0)
    if (format === 4) readFormat4(sub, map)
    if (format === 12) readFormat12(sub, map)
  }
  return map
}

/** Runs in which both the characters and the glyphs follow each other. */
function runs(map: Mapping): [start: number, end: number, glyph: number][] {
  const result: [number, number, number][] = []
  for (const [code, glyph] of [...map].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && code === last[1] + 1 && glyph === last[2] + code - last[0]) last[1] = code
    else result.push([code, code, glyph])
  }
  return result
}

function writeFormat4(map: Mapping): Buffer {
  const plane0 = new Map([...map].filter(([code]) => code < 0xffff))
  const segments: [number, number, number][] = [...runs(plane0), [0xffff, 0xffff, 0]]
  const n = segments.length
  const sub = Buffer.alloc(16 + 8 * n)
  if (sub.length > 0xffff) throw new Error(`format 4 would need ${sub.length} bytes`)
  const power = Math.floor(Math.log2(n))
  const head = [4, sub.length, 0, 2 * n, 2 * 2 ** power, power, 2 * (n - 2 ** power)]
  head.forEach((value, i) => sub.writeUInt16BE(value, 2 * i))
  segments.forEach(([start, end, glyph], i) => {
    sub.writeUInt16BE(end, 14 + 2 * i)
    sub.writeUInt16BE(start, 16 + 2 * n + 2 * i)
    sub.writeUInt16BE(start === 0xffff ? 1 : (glyph - start) & 0xffff, 16 + 4 * n + 2 * i)
  })
  return sub
}

function writeFormat12(map: Mapping): Buffer {
  const groups = runs(map)
  const sub = Buffer.alloc(16 + 12 * groups.length)
  sub.writeUInt16BE(12, 0)
  sub.writeUInt32BE(sub.length, 4)
  sub.writeUInt32BE(groups.length, 12)
  groups.forEach((group, i) => group.forEach((value, k) => sub.writeUInt32BE(value, 16 + 12 * i + 4 * k)))
  return sub
}

export function writeCmap(map: Mapping): Buffer {
  const four = writeFormat4(map)
  const twelve = writeFormat12(map)
  const subtables: [platform: number, encoding: number, data: Buffer][] = [
    [0, 3, four],
    [0, 4, twelve],
    [3, 1, four],
    [3, 10, twelve],
  ]
  const head = Buffer.alloc(4 + 8 * subtables.length)
  head.writeUInt16BE(subtables.length, 2)
  subtables.forEach(([platform, encoding, data], i) => {
    head.writeUInt16BE(platform, 4 + 8 * i)
    head.writeUInt16BE(encoding, 6 + 8 * i)
    head.writeUInt32BE(head.length + (data === four ? 0 : four.length), 8 + 8 * i)
  })
  return Buffer.concat([head, four, twelve])
}
