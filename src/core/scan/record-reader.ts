import { readSync } from 'node:fs'
import { ElementReader } from './element-reader.ts'
import { HEAD_BYTES, detectLayout } from './layout.ts'
import type { Layout } from './layout.ts'
import { LineReader } from './line-reader.ts'
import type { ReadCounts, ReaderOptions, RecordReader } from './record-judge.ts'

/** Small enough for the processor's own memory: bytes that were just copied are scanned where they lie. */
const CHUNK_BYTES = 256 * 1024

export function createRecordReader(layout: Layout, options: ReaderOptions): RecordReader {
  if (layout === 'lines') return new LineReader(options)
  return new ElementReader({ ...options, pages: layout === 'page' })
}

/** The first bytes of a file. */
export function readHead(fd: number, bytes = HEAD_BYTES): Buffer {
  const head = Buffer.alloc(bytes)
  let length = 0
  for (let count = -1; count !== 0 && length < bytes; length += count)
    count = readSync(fd, head, length, bytes - length, length)
  return head.subarray(0, length)
}

export interface FileRange extends ReaderOptions {
  fd: number
  layout: Layout
  from: number
  /** Byte behind the last; only lines may be read in parts, cut after newlines. */
  to: number
  /** After each portion, with the bytes of the range read so far; throwing stops the reading. */
  afterRead?: (bytes: number) => void
}

/** Reads the records of a part of a file. @throws Error where the file ends before `to` */
export function readFileRecords(range: FileRange): ReadCounts {
  const reader = createRecordReader(range.layout, range)
  const chunk = reader instanceof LineReader ? null : Buffer.alloc(CHUNK_BYTES)
  for (let at = range.from; at < range.to;) {
    const room = reader instanceof LineReader ? reader.room() : null
    const length = Math.min(room?.length ?? CHUNK_BYTES, CHUNK_BYTES, range.to - at)
    const target = room?.bytes ?? (chunk as Buffer)
    const count = readSync(range.fd, target, room?.at ?? 0, length, at)
    if (count === 0) throw new Error(`The file ends at byte ${at}, before ${range.to}`)
    if (reader instanceof LineReader) reader.filled(count)
    else reader.push(target.subarray(0, count))
    at += count
    range.afterRead?.(at - range.from)
  }
  return reader.end()
}

export interface RecordStream extends ReaderOptions {
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** Told by the first bytes where it is not given. */
  layout?: Layout
  afterRead?: (bytes: number) => void
}

/** Reads the records of a stream, for instance of one that is being unpacked. */
export async function readStreamRecords(stream: RecordStream): Promise<ReadCounts> {
  let reader = stream.layout ? createRecordReader(stream.layout, stream) : null
  const head: Uint8Array[] = []
  let bytes = 0
  const start = (): RecordReader => {
    const first = Buffer.concat(head)
    const started = createRecordReader(detectLayout(first.subarray(0, HEAD_BYTES)), stream)
    started.push(first)
    return started
  }
  for await (const chunk of stream.chunks) {
    bytes += chunk.length
    if (reader) reader.push(chunk)
    else if (head.push(chunk) && bytes >= HEAD_BYTES) reader = start()
    stream.afterRead?.(bytes)
  }
  return (reader ?? start()).end()
}
