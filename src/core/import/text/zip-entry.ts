/** One file out of a zip archive, as a stream: JSON, or a table where it has no JSON. */
import { basename } from 'node:path'
import type { Entry, ZipFile } from 'yauzl'
import { openPromise } from 'yauzl'
import { rejectedFor } from './import-issue.ts'
import type { ByteOptions } from './open-bytes.ts'

/**
 * The newest JSON entry, else the newest table: of the newer schema where the archive has both, then the highest version in its name.
 * @throws AppError import-rejected with zip-damaged or zip-without-json; the signal's reason.
 */
export async function* openZipEntry(path: string, options: ByteOptions = {}): AsyncGenerator<Buffer> {
  const file = basename(path)
  let zip: ZipFile | null = null
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true })
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    const entry = newestJson(entries) ?? newestTable(entries)
    if (!entry) throw rejectedFor(file, null, 'zip-without-json')
    const stream = await zip.openReadStreamPromise(entry)
    let bytes = 0
    try {
      for await (const chunk of stream) {
        options.signal?.throwIfAborted()
        bytes += (chunk as Buffer).length
        // Told in bytes of the archive, so that progress ends at its size.
        options.progress?.(Math.round((bytes / Math.max(entry.uncompressedSize, 1)) * zip.fileSize))
        yield chunk as Buffer
      }
    } finally {
      stream.destroy()
    }
  } catch (error) {
    throw isZipFault(error) ? rejectedFor(file, null, 'zip-damaged', { reason: error.message }) : error
  } finally {
    zip?.close()
  }
}

/** Faults of the archive come as plain errors (yauzl) or as errors of zlib. */
function isZipFault(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  return error.constructor === Error && !('code' in error && !String(error.code).startsWith('Z_'))
}

/** `v1.58-…-ror-data_schema_v2.json` before `v1.58-…-ror-data.json`; `v2.0-…` before `v1.58-…`. */
export function newestJson<T extends { fileName: string }>(entries: readonly T[]): T | null {
  return newest(entries, /\.jsonl?$/i)
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
  const json = entries.filter(
    ({ fileName }) => ending.test(fileName) && !fileName.startsWith('__MACOSX') && !/(^|\/)\./.test(fileName),
  )
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
