/**
 * A zip archive (APPNOTE 6.3) written to disk as its entries come, of any size: what an entry turns out to be is written
 * into its head afterwards. Dates are those of the format's first day, so that equal entries give equal bytes.
 */
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { PRIVATE_FILE } from '../../kept/private.ts'
import { passing } from './copy-bytes.ts'

/** What must be written apart, as 64 bits, where the format has 32 for it. */
const FULL = 0xffffffff
const MOST_ENTRIES = 0xffff
/** 1 January 1980. */
const DATE = 0x21
/** Names are UTF-8. */
const UTF8 = 0x0800
const STORED = 0
const DEFLATED = 8
/** Of deflate: an index is packed numbers and compressed words, on which more effort gains little. */
const LEVEL = 4

interface Entry {
  name: Buffer
  method: number
  crc: number
  size: number
  packed: number
  offset: number
}

export class ZipWriter {
  readonly #file: number
  readonly #entries: Entry[] = []
  #at = 0

  constructor(path: string) {
    this.#file = openSync(path, 'wx', PRIVATE_FILE)
  }

  /** An entry whose bytes are at hand, not compressed. */
  add(name: string, bytes: Uint8Array): void {
    const entry = this.#entry(name, STORED)
    entry.crc = crc32(bytes)
    entry.size = entry.packed = bytes.length
    this.#write(localHead(entry))
    this.#write(bytes)
  }

  /** An entry from streams, compressed. @throws the signal's reason, the system's errors. */
  async addStream(name: string, from: NodeJS.ReadableStream[], signal: AbortSignal): Promise<void> {
    const entry = this.#entry(name, DEFLATED)
    this.#write(localHead(entry))
    const counted = passing((chunk) => {
      entry.crc = crc32(chunk, entry.crc)
      entry.size += chunk.length
    })
    const into = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        try {
          this.#write(chunk)
          entry.packed += chunk.length
          done()
        } catch (error) {
          done(error as Error)
        }
      },
    })
    await pipeline([...from, counted, createDeflateRaw({ level: LEVEL }), into] as never, { signal } as never)
    writeWhole(this.#file, localHead(entry), entry.offset)
  }

  /** Takes back the last entry: what was to stand in it cannot be read. */
  dropLast(): void {
    const entry = this.#entries.pop()
    if (entry) this.#at = entry.offset
  }

  /** Writes the list of entries and closes the file. */
  finish(): void {
    const start = this.#at
    for (const entry of this.#entries) this.#write(centralHead(entry))
    this.#write(endOf(this.#entries.length, this.#at - start, start))
    ftruncateSync(this.#file, this.#at) // what was taken back may have been longer
    this.close()
  }

  close(): void {
    closeSync(this.#file)
  }

  #entry(name: string, method: number): Entry {
    const entry = { name: Buffer.from(name), method, crc: 0, size: 0, packed: 0, offset: this.#at }
    this.#entries.push(entry)
    return entry
  }

  #write(bytes: Uint8Array): void {
    writeWhole(this.#file, bytes, this.#at)
    this.#at += bytes.length
  }
}

function writeWhole(file: number, bytes: Uint8Array, position: number): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, position + at)
}

/** Head before the bytes; sizes always stand in 64 bits, as it is written before they are known. */
function localHead({ name, method, crc, size, packed }: Entry): Buffer {
  const head = Buffer.alloc(30 + name.length + 20)
  head.writeUInt32LE(0x04034b50, 0)
  shared(head, 4, method, crc)
  head.writeUInt32LE(FULL, 18)
  head.writeUInt32LE(FULL, 22)
  head.writeUInt16LE(name.length, 26)
  head.writeUInt16LE(20, 28)
  name.copy(head, 30)
  sizes64(head, 30 + name.length, [size, packed])
  return head
}

function centralHead({ name, method, crc, size, packed, offset }: Entry): Buffer {
  const large = [size, packed, offset].filter((value) => value >= FULL)
  const extra = large.length > 0 ? 4 + 8 * large.length : 0
  const head = Buffer.alloc(46 + name.length + extra)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(45, 4)
  shared(head, 6, method, crc)
  head.writeUInt32LE(Math.min(packed, FULL), 20)
  head.writeUInt32LE(Math.min(size, FULL), 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(extra, 30)
  head.writeUInt32LE(Math.min(offset, FULL), 42)
  name.copy(head, 46)
  if (extra > 0) sizes64(head, 46 + name.length, large)
  return head
}

/** Version needed, flags, method, time, date and sum, as both heads have them. */
function shared(head: Buffer, at: number, method: number, crc: number): void {
  head.writeUInt16LE(45, at)
  head.writeUInt16LE(UTF8, at + 2)
  head.writeUInt16LE(method, at + 4)
  head.writeUInt16LE(0, at + 6)
  head.writeUInt16LE(DATE, at + 8)
  head.writeUInt32LE(crc, at + 10)
}

function sizes64(head: Buffer, at: number, values: readonly number[]): void {
  head.writeUInt16LE(1, at)
  head.writeUInt16LE(8 * values.length, at + 2)
  values.forEach((value, i) => head.writeBigUInt64LE(BigInt(value), at + 4 + 8 * i))
}

function endOf(entries: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 8)
  end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 10)
  end.writeUInt32LE(Math.min(size, FULL), 12)
  end.writeUInt32LE(Math.min(start, FULL), 16)
  if (entries < MOST_ENTRIES && size < FULL && start < FULL) return end
  const [large, locator] = [Buffer.alloc(56), Buffer.alloc(20)]
  large.writeUInt32LE(0x06064b50, 0)
  large.writeBigUInt64LE(44n, 4)
  large.writeUInt16LE(45, 12)
  large.writeUInt16LE(45, 14)
  ;[entries, entries, size, start].forEach((value, i) => large.writeBigUInt64LE(BigInt(value), 24 + 8 * i))
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + size), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([large, locator, end])
}
