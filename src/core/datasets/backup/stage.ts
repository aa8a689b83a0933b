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
import { versionOf } from '../summary.ts'
import { damaged } from '../transfer/archive-form.ts'
import { meter } from '../transfer/copy-bytes.ts'
import { rowAt } from '../transfer/identity.ts'
import type { Archive } from '../transfer/open-archive.ts'
import type { BackupContents } from './backup-file.ts'
import { datasetEntry, namedBy } from './backup-file.ts'
import { fileOfList, KEPT_LISTS } from './kept-lists.ts'

/** Bytes of a file that is no dataset; a larger one was not written by this app. */
const MOST_BYTES = 64 << 20

type Backup = Archive<BackupContents>

/** @throws AppError archive-damaged, dataset-newer, disk-full, cancelled. */
export async function stage(archive: Backup, folder: string, context: ImportContext): Promise<void> {
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
  for (const each of datasets) if (!each.bundled) checkDataset(each, folder, archive)
  for (const { name } of files) checkList(name, folder, archive)
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

/** It is who the list says, and of the newest form after this. @throws AppError archive-damaged, dataset-newer. */
function checkDataset(
  { dataset, version }: BackupContents['datasets'][number],
  folder: string,
  { file }: Backup,
): void {
  const path = datasetPath(folder, dataset)
  const row = asDamage(file, datasetEntry(dataset), () => rowAt(path, dataset))
  if (row.id !== dataset || versionOf(row) !== version) throw damaged(file, datasetEntry(dataset))
  asDamage(file, datasetEntry(dataset), () => needsUpgrade(path) && upgrade(path, dataset))
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
  } catch (error) {
    if (error instanceof AppError && error.code === 'dataset-newer') throw error
    throw damaged(file, part)
  }
}
