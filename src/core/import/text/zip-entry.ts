/** One file out of a zip archive, as a stream: JSON, or a table where it has no JSON. */
import { basename } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { openPromise } from 'yauzl'
import { rejectedFor } from './import-issue.ts'
import type { ByteOptions } from './open-bytes.ts'
import { openBytes, packingOf } from './open-bytes.ts'

/** The bytes of a file, unpacked, also of the one that a zip archive holds. @throws AppError as the two do */
export async function* openPacked(path: string, options: ByteOptions = {}): AsyncGenerator<Buffer> {
  yield* (await packingOf(path)) === 'zip' ? openZipEntry(path, options) : openBytes(path, options)
}

/**
 * Of a dump of ROR the newest JSON entry, else the newest table: of the newer schema where the archive has both, then the
 * highest version in its name. Of any other archive the one file that it holds. Its bytes are held against their sum.
 * @throws AppError import-rejected with zip-damaged, zip-encrypted, zip-several or zip-without-json; the signal's reason.
 */
export async function* openZipEntry(path: string, options: ByteOptions = {}): AsyncGenerator<Buffer> {
  const file = basename(path)
  let zip: ZipFile | null = null
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true })
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    const entry = entryOf(entries, file)
    const stream = await zip.openReadStreamPromise(entry)
    let bytes = 0
    let sum = 0
    try {
      for await (const chunk of stream) {
        options.signal?.throwIfAborted()
        bytes += (chunk as Buffer).length
        sum = crc32(chunk as Buffer, sum)
        // Told in bytes of the archive, so that progress ends at its size.
        options.progress?.(Math.round((bytes / Math.max(entry.uncompressedSize, 1)) * zip.fileSize))
        yield chunk as Buffer
      }
    } finally {
      stream.destroy()
    }
    if (sum !== entry.crc32) throw new Error(`${entry.fileName}: checksum`)
  } catch (error) {
    throw isZipFault(error) ? rejectedFor(file, null, 'zip-damaged', { reason: error.message }) : error
  } finally {
    zip?.close()
  }
}

/** What a person would take for data; a text beside it may be a remark to it. */
const DATA = /\.(jsonl?|ndjson|csv|tsv|parquet|gz|xlsx)$/i
const ROR = /ror-data/i

function entryOf(entries: readonly Entry[], file: string): Entry {
  const shown = entries.filter(({ fileName }) => !isHidden(fileName))
  const data = shown.filter(({ fileName }) => DATA.test(fileName))
  const given =
    data.length > 0 ? data : shown.filter(({ fileName }) => fileName.toLowerCase().endsWith('.txt'))
  const names = given.map(({ fileName }) => fileName)
  // One of several would leave the others out in silence.
  if (names.length > 1 && !names.every((name) => ROR.test(name)))
    throw rejectedFor(file, null, 'zip-several', { names: names.slice(0, 5).join(', '), count: names.length })
  const entry = newestJson(given) ?? newestTable(given)
  if (!entry) throw rejectedFor(file, null, 'zip-without-json')
  if (entry.isEncrypted()) throw rejectedFor(file, null, 'zip-encrypted', { name: entry.fileName })
  return entry
}

const isHidden = (name: string) => name.startsWith('__MACOSX') || /(^|\/)\./.test(name)

/** Faults of the archive come as plain errors (yauzl) or as errors of zlib. */
function isZipFault(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  return error.constructor === Error && !('code' in error && !String(error.code).startsWith('Z_'))
}

/** `v1.58-…-ror-data_schema_v2.json` before `v1.58-…-ror-data.json`; `v2.0-…` before `v1.58-…`. */
export function newestJson<T extends { fileName: string }>(entries: readonly T[]): T | null {
  return newest(entries, /\.(jsonl?|ndjson)$/i)
}

const newestTable = <T extends { fileName: string }>(entries: readonly T[]): T | null =>
  newest(entries, /\.(csv|tsv|txt)$/i)

function newest<T extends { fileName: string }>(entries: readonly T[], ending: RegExp): T | null {
  const rank = ({ fileName }: T) => {
    const name = fileName.slice(fileName.lastIndexOf('/') + 1)
    const version = /v?(\d+)\.(\d+)/.exec(name)
    return {
      schema: /schema[_-]?v2/i.test(name) || Number(version?.[1] ?? 0) >= 2 ? 2 : 1,
      major: Number(version?.[1] ?? 0),
      minor: Number(version?.[2] ?? 0),
      name,
    }
  }
  const json = entries.filter(({ fileName }) => ending.test(fileName) && !isHidden(fileName))
  return (
    json.toSorted((a, b) => {
      const [left, right] = [rank(a), rank(b)]
      return (
        right.schema - left.schema ||
        right.major - left.major ||
        right.minor - left.minor ||
        (left.name < right.name ? 1 : -1)
      )
    })[0] ?? null
  )
}
