/** Bytes of a file damaged at random: bits, cuts, holes, repeats, and values that a reader may trust. */
import type { Random } from '../calls/schema-values.ts'
import { pickOf } from '../calls/schema-values.ts'

const INSERTED: readonly (() => Buffer)[] = [
  () => Buffer.from([0]),
  () => Buffer.from([0xef, 0xbb, 0xbf]),
  () => Buffer.from([0xff, 0xfe]),
  () => Buffer.from('\r'),
  () => Buffer.from('"'),
  () => Buffer.from('\n'.repeat(5000)),
  () => Buffer.from(','.repeat(3000)),
  () => Buffer.from('a'.repeat(70_000)),
  () => Buffer.from('['.repeat(20_000)),
  () => Buffer.from('{"a":'.repeat(5000)),
  () => Buffer.from('1e999'),
  () => Buffer.from('-9223372036854775809'),
  () => Buffer.from('null'),
  () => Buffer.from('\\ud800'),
  () => Buffer.from('\u202e\u0000\u001b[2J'),
  () => Buffer.from('__proto__'),
  () => Buffer.from('=1+1'),
]

type Damage = (bytes: Buffer, random: Random, at: number) => Buffer

const DAMAGES: Record<string, Damage> = {
  bit(bytes, random, at) {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    return bytes
  },
  byte(bytes, random, at) {
    bytes[at] = Math.floor(random() * 256)
    return bytes
  },
  cut: (bytes, _random, at) => bytes.subarray(0, at),
  hole: (bytes, random, at) =>
    Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + Math.floor(random() * 200))]),
  insert: (bytes, random, at) =>
    Buffer.concat([bytes.subarray(0, at), pickOf(random, INSERTED)(), bytes.subarray(at)]),
  repeat(bytes, random, at) {
    const part = bytes.subarray(at, at + 1 + Math.floor(random() * 2000))
    const times = 1 + Math.floor(random() * 20)
    return Buffer.concat([bytes.subarray(0, at), ...Array<Buffer>(times).fill(part), bytes.subarray(at)])
  },
  swap(bytes, random, at) {
    const other = Math.floor(random() * bytes.length)
    const size = Math.min(100, bytes.length - Math.max(at, other))
    const held = Buffer.from(bytes.subarray(at, at + size))
    bytes.copyWithin(at, other, other + size)
    held.copy(bytes, other)
    return bytes
  },
  word(bytes, random, at) {
    if (bytes.length >= 8) bytes.writeUInt32LE(Math.floor(random() * 2 ** 32), Math.min(at, bytes.length - 4))
    return bytes
  },
}

/** @returns the bytes with one to four damages, and what was done */
export function damage(sound: Uint8Array, random: Random): { bytes: Buffer; done: string[] } {
  let bytes = Buffer.from(sound)
  const done: string[] = []
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) {
    const name = pickOf(random, Object.keys(DAMAGES))
    const at = Math.floor(random() * Math.max(1, bytes.length))
    bytes = Buffer.from((DAMAGES[name] as Damage)(bytes, random, at))
    done.push(`${name}@${at}`)
  }
  return { bytes, done }
}
