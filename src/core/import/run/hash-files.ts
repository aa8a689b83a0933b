/** SHA-256 of the files of an import, so that a dataset says exactly what it was made from. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** By path. The files are read beside the parsing threads, which brings them into the system's memory for both. */
export async function hashFiles(
  files: readonly { path: string }[],
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  for (const { path } of files) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash, { signal })
    hashes.set(path, hash.digest('hex'))
  }
  return hashes
}
