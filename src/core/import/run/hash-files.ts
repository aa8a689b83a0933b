/** SHA-256 of the files of an import, so that a dataset says exactly what it was made from. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { unreadable } from '../text/open-bytes.ts'

/** Small enough for the processor's own memory: bytes that were just copied are hashed where they lie. */
const BUFFER_BYTES = 1 << 18
/** After as many the thread does its other work. */
const TURN_BYTES = 1 << 20

/**
 * By path; of files that are read together the SHA-256 of the list that `sha256sum` prints of them, by the path of all. The
 * files are read beside the parsing threads, which brings them into the system's memory for both; into one buffer again
 * and again, as a stream makes a new one for each portion. Between portions the thread does its other work.
 * @throws AppError file-unreadable; the signal's reason.
 */
export async function hashFiles(
  files: readonly { path: string; members?: readonly string[] }[],
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES)
  let read = 0
  const portion = (bytes: number) => {
    signal.throwIfAborted()
    read += bytes
    if (read < TURN_BYTES) return undefined
    read = 0
    return turn()
  }
  for (const { path, members } of files) {
    if (members?.length === 0) continue
    if (!members) hashes.set(path, await hashFile(path, buffer, signal, portion))
    else {
      const lines: string[] = []
      for (const each of members)
        lines.push(`${await hashFile(each, buffer, signal, portion)}  ${basename(each)}\n`)
      hashes.set(path, createHash('sha256').update(lines.sort().join('')).digest('hex'))
    }
  }
  return hashes
}

async function hashFile(
  path: string,
  buffer: Buffer,
  signal: AbortSignal,
  portion: (bytes: number) => Promise<void> | undefined,
): Promise<string> {
  const hash = createHash('sha256')
  let fd = -1
  try {
    fd = openSync(path, 'r')
    for (let bytes = -1; bytes !== 0;) {
      bytes = readSync(fd, buffer, 0, buffer.length, null)
      hash.update(bytes === buffer.length ? buffer : buffer.subarray(0, bytes))
      const turned = portion(bytes)
      if (turned) await turned
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw unreadable(path, error)
  } finally {
    if (fd >= 0) closeSync(fd)
  }
  return hash.digest('hex')
}
