/** Reads and writes the container of a TrueType font: a directory of tables with checksums. */

export type Tables = Map<string, Buffer>

/** @param font a TrueType font, not compressed */
export function readTables(font: Buffer): Tables {
  const tables: Tables = new Map()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + 16 * i
    const start = font.readUInt32BE(at + 8)
    tables.set(
      font.toString('latin1', at, at + 4),
      Buffer.from(font.subarray(start, start + font.readUInt32BE(at + 12))),
    )
  }
  return tables
}

/** The table, or an error that names it: every font here must have it. */
export function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag)
  if (!found) throw new Error(`the font has no table ${tag}`)
  return found
}

function checksum(data: Buffer): number {
  let sum = 0
  for (let i = 0; i + 4 <= data.length; i += 4) sum = (sum + data.readUInt32BE(i)) >>> 0
  return sum
}

const padded = (data: Buffer) => Buffer.concat([data, Buffer.alloc(-data.length & 3)])

/** Writes the tables in the order of their tags and sets the checksum of the whole in `head`. */
export function writeTables(tables: Tables): Buffer {
  const tags = [...tables.keys()].sort()
  table(tables, 'head').writeUInt32BE(0, 8)
  const power = Math.floor(Math.log2(tags.length))
  const directory = Buffer.alloc(12 + 16 * tags.length)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tags.length, 4)
  directory.writeUInt16BE(16 * 2 ** power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * (tags.length - 2 ** power), 10)

  let offset = directory.length
  const parts: Buffer[] = []
  let head = 0
  tags.forEach((tag, i) => {
    const data = table(tables, tag)
    const part = padded(data)
    const at = 12 + 16 * i
    directory.write(tag, at, 'latin1')
    directory.writeUInt32BE(checksum(part), at + 4)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(data.length, at + 12)
    if (tag === 'head') head = offset
    parts.push(part)
    offset += part.length
  })
  const font = Buffer.concat([directory, ...parts])
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8)
  return font
}
