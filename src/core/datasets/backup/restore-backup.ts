/** `backups.preview` and `backups.restore`: what a backup holds, and back into the data folder. */
import { existsSync } from 'node:fs'
import type { BackupFile, KeptListName, RestoreReport } from '../../../shared/contract/backups.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportContext } from '../../context.ts'
import { drop } from '../../kept/drop.ts'
import { datasetPath, listDatasetIds } from '../files.ts'
import { asStorageError } from '../storage-error.ts'
import { newTemporaryFolder } from '../temporary.ts'
import type { Archive } from '../transfer/open-archive.ts'
import { onlyFile, openArchive } from '../transfer/open-archive.ts'
import type { BackupContents } from './backup-file.ts'
import { BACKUP_FORM, datasetEntry, namedBy } from './backup-file.ts'
import { KEPT_LIST_NAMES, KEPT_LISTS } from './kept-lists.ts'
import { putDataset } from './put-dataset.ts'
import { stage } from './stage.ts'

type Backup = Archive<BackupContents>

/** @throws AppError backup-foreign, archive-damaged, archive-newer, file-unreadable. */
export async function previewBackup(
  paths: readonly string[],
  { dataDir }: Pick<ImportContext, 'dataDir'>,
): Promise<BackupFile> {
  const archive = await openArchive(onlyFile(paths), BACKUP_FORM)
  try {
    const { appVersion, made, datasets, leftOut, files } = archive.contents
    const bytes = new Map(files.map((each) => [each.name, each.bytes]))
    return {
      file: archive.file,
      appVersion,
      made,
      datasets: datasets.map((each) => ({
        ...each,
        bytes: bytes.get(datasetEntry(each.dataset)) ?? 0,
        stored: existsSync(datasetPath(dataDir, each.dataset)),
      })),
      lists: listsOf(archive),
      leftOut,
      bytes: files.reduce((sum, each) => sum + each.bytes, 0),
    }
  } finally {
    archive.close()
  }
}

const listsOf = ({ contents }: Backup) =>
  contents.files.flatMap(({ name }) => {
    const named = namedBy(name)
    return named?.of === 'list' ? [named.list] : []
  })

/**
 * Reads all of the backup into a folder of its own, every byte held against its list, before anything is changed; then puts
 * the datasets in place one by one, as imports do, and takes in the lists. Whatever befalls one is told of that one.
 * @throws AppError those of the preview; dataset-newer, disk-full, cancelled: nothing is changed then.
 */
export async function restoreBackup(
  { paths, replace }: { paths: readonly string[]; replace: boolean },
  context: ImportContext,
): Promise<RestoreReport> {
  const archive = await openArchive(onlyFile(paths), BACKUP_FORM)
  let folder: string | null = null
  try {
    folder = newTemporaryFolder(context.dataDir)
    const faults = await stage(archive, folder, context)
    return await put({ archive, folder, faults }, replace, context)
  } catch (error) {
    throw asStorageError(error, folder ?? context.dataDir)
  } finally {
    archive.close()
    if (folder !== null) drop(folder)
  }
}

/** A backup that is laid out. */
interface Staged {
  archive: Backup
  folder: string
  faults: ReadonlyMap<string, AppError>
}

async function put(
  { archive, folder, faults }: Staged,
  replace: boolean,
  context: ImportContext,
): Promise<RestoreReport> {
  const { datasets, leftOut } = archive.contents
  const done: RestoreReport['datasets'] = []
  for (const each of datasets) {
    const { dataset, name, nameZh } = each
    try {
      const fault = faults.get(dataset)
      if (fault) throw fault
      const outcome = await putDataset(each, folder, replace, context)
      done.push({ dataset, name, nameZh, outcome, code: null })
    } catch (error) {
      done.push({ dataset, name, nameZh, outcome: 'failed', code: codeOf(error, context.dataDir) })
    }
  }
  return { file: archive.file, datasets: done, lists: putLists(archive, folder, replace, context), leftOut }
}

/** In the order in which lists are told. */
function putLists(
  archive: Backup,
  folder: string,
  replace: boolean,
  context: ImportContext,
): RestoreReport['lists'] {
  const held = listsOf(archive)
  return KEPT_LIST_NAMES.filter((list) => held.includes(list)).map((list) => {
    try {
      context.signal.throwIfAborted()
      const merged = KEPT_LISTS[list].merge(folder, context.dataDir, replace)
      if (merged.restored + merged.replaced > 0) tell(list, context)
      return { list, ...merged, code: null }
    } catch (error) {
      return { list, restored: 0, replaced: 0, kept: 0, code: codeOf(error, context.dataDir) }
    }
  })
}

/** Views of all datasets show from the populations. */
function tell(list: KeptListName, { dataDir, emit }: ImportContext): void {
  if (list === 'groups') emit({ type: 'groups.changed' })
  if (list === 'populations')
    for (const dataset of listDatasetIds(dataDir)) emit({ type: 'datasets.changed', dataset })
}

/** What has no words of its own is told of that one, too: the others are not to be told as failed for it. */
function codeOf(error: unknown, dataDir: string): AppError['code'] {
  const known = asStorageError(error, dataDir)
  if (known instanceof AppError) return known.code
  if (error instanceof Error && error.name === 'AbortError') return 'cancelled'
  return 'internal'
}
