/**
 * The SHA-256 of a dataset's whole file, beside it as `<id>.sha256` in the form that `sha256sum -c` reads. It takes its
 * place after the swap and says which file it is of; of another file it says nothing, so that a crash between the two, or a
 * dataset put there by other means, is "not known" and never "damaged". With it stand sums of the pages that are looked
 * at whenever the file is opened (`opening-check.ts`).
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../shared/contract/errors.ts'
import { drop } from '../kept/drop.ts'
import { writePrivateFile } from '../kept/private.ts'
import { openReadable } from '../db/open.ts'
import { datasetPath, datasetsDir, flush, stampOf } from './files.ts'
import type { PickedPages } from './pages/pick-pages.ts'
import { pickPages } from './pages/pick-pages.ts'
import { readDatasetRow, versionOf } from './summary.ts'

export interface Checksum {
  sha256: string
  /** Bytes of the file, and sums of its pages; missing in a record of before. */
  size?: number
  pages?: PickedPages
  /** Number of the file in its file system; it stays when the file is renamed. */
  file: number
  version: string
  importedAt: string
}

export interface Comparison {
  /** `unknown`: no checksum stands there, or that of another file. */
  outcome: 'same' | 'differs' | 'unknown'
  /** Of the bytes as they are now; null where they were not hashed. */
  sha256: string | null
}

/** Looks at a file that is being replaced meanwhile. */
const LOOKS = 3

/** The checksum of a finished file that is about to become the dataset. */
export async function checksumOf(path: string, id: string, signal?: AbortSignal): Promise<Checksum> {
  const { version, importedAt } = identityOf(path, id) ?? { version: '', importedAt: '' }
  const { ino, size } = statSync(path)
  const pages = pickPages(path, id)
  return { sha256: await sha256Of(path, signal), file: ino, version, importedAt, size, pages }
}

/** Puts the checksum in its place. @param temporary path of a file beside it that may be written */
export function writeChecksum(dataDir: string, id: string, checksum: Checksum, temporary: string): void {
  prepareChecksum(temporary, id, checksum)
  placeChecksum(dataDir, id, temporary)
}

/** Writes it where it will be taken from. @throws the system's error; nothing is left then */
export function prepareChecksum(temporary: string, id: string, checksum: Checksum): void {
  try {
    writePrivateFile(temporary, textOf(id, checksum))
    flush(temporary)
  } catch (error) {
    drop(temporary)
    throw error
  }
}

/** Takes it from its place, just before the swap. @param to where it waits for the swap to succeed @throws the system's error */
export function takeChecksum(dataDir: string, id: string, to: string): void {
  if (existsSync(checksumPath(dataDir, id))) renameSync(checksumPath(dataDir, id), to)
}

/** After the swap. Where that fails the checksum is found by the next start. */
export function placeChecksum(dataDir: string, id: string, temporary: string): void {
  try {
    renameSync(temporary, checksumPath(dataDir, id))
  } catch {
    // the dataset has none until then
  }
}

/** Puts a checksum that was left in its place where it is of the file that stands there. */
export function finishChecksum(dataDir: string, id: string, left: string): void {
  const stands = statSync(datasetPath(dataDir, id), { throwIfNoEntry: false })
  const recorded = parseChecksum(left)
  if (stands && recorded?.file === stands.ino && recorded.size === stands.size)
    placeChecksum(dataDir, id, left)
}

/** Before the dataset is removed or changed in place: what is left of it then has no checksum. */
export function removeChecksum(dataDir: string, id: string): void {
  rmSync(checksumPath(dataDir, id), { force: true })
}

/** The stored file against its checksum. @throws the system's error where it cannot be read; AppError dataset-unknown where it goes meanwhile. */
export async function compareChecksum(dataDir: string, id: string): Promise<Comparison> {
  const path = datasetPath(dataDir, id)
  let found: Comparison = { outcome: 'unknown', sha256: null }
  for (let look = 0; look < LOOKS; look++) {
    const [recorded, stamp] = [readChecksum(dataDir, id), stampOf(path)]
    if (!recorded) return { outcome: 'unknown', sha256: null }
    const sha256 = await sha256Of(path).catch((error: unknown) => {
      if (stampOf(path) !== null) throw error
      throw new AppError('dataset-unknown', `${id}: ${String(error)}`, { values: { dataset: id } }) // removed meanwhile
    })
    if (sha256 === recorded.sha256) return { outcome: 'same', sha256 }
    found = { outcome: isOfAnother(recorded, path, id) ? 'unknown' : 'differs', sha256 }
    if (stamp === stampOf(path) && recorded.sha256 === readChecksum(dataDir, id)?.sha256) break
  }
  return found
}

/**
 * Whether bytes that were read through one open file are others than those recorded of it.
 * @param file its number in the file system; another may stand in its place by now
 */
export function isOther(
  recorded: Checksum | null,
  read: { sha256: string; file: number },
  path: string,
  id: string,
): boolean {
  if (!recorded || recorded.sha256 === read.sha256) return false
  if (statSync(path, { throwIfNoEntry: false })?.ino !== read.file) return recorded.file === read.file
  return !isOfAnother(recorded, path, id)
}

/**
 * Before a file is copied or built upon: else its damage would get a checksum that fits. Reads it whole.
 * @throws AppError dataset-damaged where its checksum is another.
 */
export async function assertSound(dataDir: string, id: string): Promise<void> {
  const { outcome, sha256 } = await compareChecksum(dataDir, id)
  if (outcome !== 'differs') return
  throw new AppError('dataset-damaged', `${id}: SHA-256 ${sha256}`, { values: { dataset: id } })
}

export function checksumPath(dataDir: string, id: string): string {
  return join(datasetsDir(dataDir), `${id}.sha256`)
}

/** A version and a moment as imports write them. */
const VERSION = /^r\d+-[0-9a-f]{12}$/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/**
 * Another file in the place, and another dataset in it. A damaged file is one or the other still; one that was written over
 * by a copy of another, say from a backup, is told by both words of it being sound and others: no fault writes two.
 */
export function isOfAnother(recorded: Checksum, path: string, id: string): boolean {
  const now = identityOf(path, id)
  if (now === null) return false
  const [version, moment] = [now.version !== recorded.version, now.importedAt !== recorded.importedAt]
  if (statSync(path, { throwIfNoEntry: false })?.ino !== recorded.file) return version || moment
  return version && moment && VERSION.test(now.version) && MOMENT.test(now.importedAt)
}

/** Null where the file cannot be read. */
function identityOf(path: string, id: string): { version: string; importedAt: string } | null {
  try {
    const db = openReadable(path, id)
    try {
      const row = readDatasetRow(db, id)
      return { version: versionOf(row), importedAt: row.imported_at }
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}

async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash, { signal })
  return hash.digest('hex')
}

/** The first line, a comment to other programs, ends with a sum of the whole, so that damage here is not taken for damage there. */
function textOf(id: string, { sha256, ...rest }: Checksum): string {
  const told = `${JSON.stringify(rest)}`
  return `# ${told} ${sumOf(told, sha256)}\n${sha256}  ${id}.sqlite\n`
}

/** Null where none stands there, or a damaged one. */
export function readChecksum(dataDir: string, id: string): Checksum | null {
  return parseChecksum(checksumPath(dataDir, id))
}

function parseChecksum(path: string): Checksum | null {
  try {
    const [head = '', line = ''] = readFileSync(path, 'utf8').split('\n')
    const told = head.slice(2, head.lastIndexOf(' '))
    const sha256 = line.slice(0, 64)
    if (head.slice(head.lastIndexOf(' ') + 1) !== sumOf(told, sha256)) return null
    return { sha256, ...(JSON.parse(told) as Omit<Checksum, 'sha256'>) }
  } catch {
    return null
  }
}

function sumOf(told: string, sha256: string): string {
  return createHash('sha256').update(`${told}\n${sha256}`).digest('hex').slice(0, 32)
}
