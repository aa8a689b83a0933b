/** SHA-256 of the files of an import, so that a dataset says exactly what it was made from. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import { unreadable } from '../text/open-bytes.ts'

const BUFFER_BYTES = 1 << 20

/**
 * By path. The files are read beside the parsing threads, which brings them into the system's memory for both; into one
 * buffer again and again, as a stream makes a new one for each portion. Between portions the thread does its other work.
 * @throws AppError file-unreadable; the signal's reason.
 */
export async function hashFiles(
  files: readonly { path: string }[],
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES)
  for (const { path } of files) hashes.set(path, await hashFile(path, buffer, signal))
  return hashes
}

async function hashFile(path: string, buffer: Buffer, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  let fd = -1
  try {
    fd = openSync(path, 'r')
    for (let bytes = -1; bytes !== 0;) {
      signal.throwIfAborted()
      bytes = readSync(fd, buffer, 0, buffer.length, null)
      hash.update(buffer.subarray(0, bytes))
      await turn()
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw unreadable(path, error)
  } finally {
    if (fd >= 0) closeSync(fd)
  }
  return hash.digest('hex')
}
