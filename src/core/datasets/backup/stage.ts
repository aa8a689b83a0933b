/** All of a backup, laid out in a folder as in a data folder and found good, before anything of the real one is touched. */
import { createWriteStream, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportContext } from '../../context.ts'
import { needsUpgrade, upgrade } from '../../db/open.ts'
import { makeFolder, PRIVATE_FILE } from '../../kept/private.ts'
import { datasetPath } from '../files.ts'
import { asStorageError } from '../storage-error.ts'
import { versionOf } from '../summary.ts'
import { damaged } from '../transfer/archive-form.ts'
import { meter } from '../transfer/copy-bytes.ts'
import { rowAt } from '../transfer/identity.ts'
import type { Archive } from '../transfer/open-archive.ts'
import type { BackupContents, ListedDataset } from './backup-file.ts'
import { MOST_BYTES, namedBy } from './backup-file.ts'
import { fileOfList, KEPT_LISTS } from './kept-lists.ts'

type Backup = Archive<BackupContents>

/**
 * @returns the datasets whose file is not what the list says of it, or nothing that can be used: the others do not suffer for it
 * @throws AppError archive-damaged, dataset-newer, disk-full, cancelled.
 */
export async function stage(
  archive: Backup,
  folder: string,
  context: ImportContext,
): Promise<ReadonlyMap<string, AppError>> {
  const { files, datasets } = archive.contents
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  assertRoom(folder, total)
  const told = meter(context, total)
  for (const { name, bytes } of files) {
    if (bytes > MOST_BYTES && namedBy(name)?.of !== 'dataset') throw damaged(archive.file, name)
    const path = join(folder, name)
    makeFolder(dirname(path))
    const from = Readable.from(archive.stream(name), { objectMode: false })
    const writing = createWriteStream(path, { flags: 'wx', mode: PRIVATE_FILE })
    await pipeline(from, told(), writing, { signal: context.signal })
    if (statSync(path).size !== bytes) throw damaged(archive.file, name)
  }
  const faults = new Map<string, AppError>()
  for (const each of datasets) {
    const fault = each.bundled ? null : faultOf(each, folder)
    if (fault) faults.set(each.dataset, fault)
  }
  for (const { name } of files) checkList(name, folder, archive)
  return faults
}

/** Told before hours are spent; where a file system tells nothing of its room, the writing does. */
function assertRoom(folder: string, bytes: number): void {
  let free: number
  try {
    const { bavail, bsize } = statfsSync(folder)
    free = bavail * bsize
  } catch {
    return
  }
  if (free < bytes)
    throw new AppError('disk-full', `${folder}: ${bytes} bytes needed, ${free} free`, {
      values: { path: folder },
    })
}

/** Codes that say something of all of it, or of this computer. */
const OF_ALL: ReadonlySet<string> = new Set(['dataset-newer', 'disk-full', 'folder-read-only'])

/** Null where it is who the list says; it is of the newest form after this. @throws AppError dataset-newer, disk-full, folder-read-only. */
function faultOf({ dataset, version }: ListedDataset, folder: string): AppError | null {
  const path = datasetPath(folder, dataset)
  const fault = (reason: unknown) =>
    new AppError('dataset-damaged', `${dataset}: ${String(reason)}`, { values: { dataset } })
  try {
    const row = rowAt(path, dataset)
    if (row.id !== dataset || versionOf(row) !== version) return fault(`${row.id} ${versionOf(row)}`)
    if (needsUpgrade(path)) upgrade(path, dataset)
    return null
  } catch (error) {
    const known = asStorageError(error, path)
    if (known instanceof AppError && OF_ALL.has(known.code)) throw known
    return fault(error)
  }
}

function checkList(name: string, folder: string, { file }: Backup): void {
  const named = namedBy(name)
  if (named?.of !== 'list') return
  asDamage(file, fileOfList(named.list), () => KEPT_LISTS[named.list].check(folder))
}

/** What the list's own sums did not find: a file that was made so. */
function asDamage<T>(file: string, part: string, work: () => T): T {
  try {
    return work()
  } catch {
    throw damaged(file, part)
  }
}
