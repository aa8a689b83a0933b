/** Reads a file of ours and finds its data among those stored. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileOrigin } from '../../../shared/contract/files.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ReaderContext } from '../../context.ts'
import { listDatasetIds } from '../../datasets/files.ts'
import { summarize } from '../../datasets/list-entry.ts'
import type { FileStamp } from '../stamp.ts'
import { MOST_BYTES, readStamp } from './read-stamp.ts'

export interface FileOfOurs {
  bytes: Uint8Array
  stamp: FileStamp
  origin: FileOrigin
}

/** @throws AppError file-not-ours; file-token-unknown, file-unreadable */
export async function readOurs(token: string, context: ReaderContext): Promise<FileOfOurs> {
  const path = context.resolveFiles?.(token)[0] ?? ''
  const file = basename(path)
  const bytes = await bytesOf(path)
  const stamp = readStamp(bytes, file)
  if (stamp === null) throw new AppError('file-not-ours', `${file} is not ours`, { values: { file } })
  const { dataset, version } = stamp
  const at = datasetAtHand(stamp, context)
  return { bytes, stamp, origin: { file, dataset, version, at, sameVersion: at?.version === version } }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const values = (reason: string) => ({ values: { file: basename(path), reason } })
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) throw new AppError('file-unreadable', 'too large', values('larger than 512 MB'))
    return await readFile(path)
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new AppError('file-unreadable', `cannot read: ${code}`, values(code))
  }
}

/** Revisions count imports; the digest says what the figures are. */
const digestOf = (version: string) => version.replace(/^r\d+-/, '')

/** Of the same figures, whatever it is called (its own id first); else of the same id. Null where neither is stored. */
function datasetAtHand({ dataset, version }: FileStamp, { dataDir }: ReaderContext): FileOrigin['at'] {
  const stored = listDatasetIds(dataDir).flatMap((id) => {
    try {
      const found = summarize(dataDir, id)
      return found.problem === null ? [found] : []
    } catch {
      return [] // removed since the folder was read
    }
  })
  const same = stored.filter((each) => digestOf(each.version) === digestOf(version))
  const found =
    same.find((each) => each.dataset === dataset) ??
    same[0] ??
    stored.find((each) => each.dataset === dataset)
  return found
    ? { dataset: found.dataset, version: found.version, name: found.name, nameZh: found.nameZh }
    : null
}
