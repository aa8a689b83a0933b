/** The bytes of a file as a stream; a gzip or Zstandard file, told by its first bytes, is unpacked on the way. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { AppError } from '../../../shared/contract/errors.ts'
import { rejectedFor } from './import-issue.ts'
import { atFrameEnds, isZstd } from './zstd-frames.ts'

const CHUNK = 256 * 1024

export interface ByteOptions {
  signal?: AbortSignal | undefined
  /** Bytes of the file read so far (packed bytes of a packed file). */
  progress?: ((bytes: number) => void) | undefined
}

export type Packing = 'gzip' | 'zstd' | 'zip' | 'none'

/** The head of an entry, and the end of an archive, which an empty one begins with. */
const ZIP = [0x04034b50, 0x06054b50]

/** How a file is packed, by its first bytes; its name does not matter. @throws AppError file-unreadable. */
export async function packingOf(path: string): Promise<Packing> {
  const head = Buffer.alloc(4)
  try {
    const file = await open(path, 'r')
    try {
      await file.read(head, 0, 4, 0)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unreadable(path, error)
  }
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (isZstd(head)) return 'zstd'
  return ZIP.includes(head.readUInt32LE(0)) ? 'zip' : 'none'
}

/**
 * Chunks of at most 256 KB (unpacked: of what zlib gives). Stopping early closes the file.
 * @throws AppError file-unreadable; import-rejected with gzip-truncated or gzip-damaged; the signal's reason.
 */
export async function* openBytes(path: string, options: ByteOptions = {}): AsyncGenerator<Buffer> {
  const packing = await packingOf(path)
  const file = createReadStream(path, { highWaterMark: CHUNK })
  const done = () => undefined // the reader below hears of errors
  const stream =
    packing === 'gzip'
      ? pipeline(file, createGunzip({ chunkSize: CHUNK }), done)
      : packing === 'zstd'
        ? pipeline(file, atFrameEnds, createZstdDecompress({ chunkSize: CHUNK }), done)
        : file
  try {
    for await (const chunk of stream) {
      options.signal?.throwIfAborted()
      options.progress?.(file.bytesRead)
      yield chunk as Buffer
    }
    options.progress?.(file.bytesRead)
  } catch (error) {
    throw explain(path, error)
  } finally {
    stream.destroy()
    file.destroy()
  }
}

function explain(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') return rejectedFor(basename(path), null, 'gzip-truncated')
  if (code.startsWith('Z_') || code.startsWith('ZSTD_')) {
    return rejectedFor(basename(path), null, 'gzip-damaged', { reason: (error as Error).message })
  }
  return /^E[A-Z]+$/.test(code) ? unreadable(path, error) : error
}

/** A file that cannot be opened or read. */
export function unreadable(path: string, error: unknown): AppError {
  const reason = error instanceof Error ? error.message : String(error)
  const file = basename(path)
  return new AppError('file-unreadable', `${file}: ${reason}`, { values: { file, reason } })
}
