/** Zip archives of any form (APPNOTE 6.3), sound and odd: stored or deflated, sizes behind the data, 64-bit sizes, encrypted. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipForm {
  stored?: boolean
  /** Sum and sizes stand behind the data. */
  descriptor?: boolean
  zip64?: boolean
  encrypted?: boolean
  /** What is said in place of the truth. */
  crc?: number
  size?: number
  packed?: number
}

export function writeZip(
  entries: readonly (readonly [name: string, content: Uint8Array])[],
  form: ZipForm = {},
): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of entries) {
    const data = form.stored ? Buffer.from(content) : deflateRawSync(content)
    const told = {
      crc: form.crc ?? crc32(content),
      packed: form.packed ?? data.length,
      size: form.size ?? content.length,
    }
    const local = Buffer.concat([
      headOf(name, form, told, 'local'),
      data,
      form.descriptor ? numbers([0x08074b50, told.crc, told.packed, told.size]) : Buffer.alloc(0),
    ])
    central.push(headOf(name, form, told, 'central', offset))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

interface Told {
  crc: number
  packed: number
  size: number
}

function headOf(name: string, form: ZipForm, told: Told, kind: 'local' | 'central', offset = 0): Buffer {
  const bytes = Buffer.from(name)
  const behind = kind === 'local' && form.descriptor
  const large = form.zip64 && !behind
  const extra = Buffer.alloc(large ? 20 : 0)
  if (large) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeBigUInt64LE(BigInt(told.size), 4)
    extra.writeBigUInt64LE(BigInt(told.packed), 12)
  }
  const common = Buffer.alloc(26)
  common.writeUInt16LE(form.zip64 ? 45 : 20, 0)
  common.writeUInt16LE(0x0800 | (form.descriptor ? 8 : 0) | (form.encrypted ? 1 : 0), 2)
  common.writeUInt16LE(form.stored ? 0 : 8, 4)
  common.writeUInt16LE(0x21, 8)
  common.writeUInt32LE(behind ? 0 : told.crc, 10)
  common.writeUInt32LE(large ? 0xffffffff : behind ? 0 : told.packed, 14)
  common.writeUInt32LE(large ? 0xffffffff : behind ? 0 : told.size, 18)
  common.writeUInt16LE(bytes.length, 22)
  common.writeUInt16LE(extra.length, 24)
  if (kind === 'local') return Buffer.concat([numbers([0x04034b50]), common, bytes, extra])
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  return Buffer.concat([numbers([0x02014b50]), Buffer.from([45, 3]), common, tail, bytes, extra])
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, i) => bytes.writeUInt32LE(value >>> 0, 4 * i))
  return bytes
}
