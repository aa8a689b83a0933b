/**
 * Datasets that were removed lie in a temporary folder of their process, laid out as in a data folder, until it ends: so they
 * can be taken back, by that process alone. The next start sweeps what one leaves that did not end well.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { DatasetSummary, RemovedDataset } from '../../shared/contract/datasets.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { HeldDataset, WriterContext } from '../context.ts'
import { drop } from '../kept/drop.ts'
import { makeFolder, TEMPORARY_FOLDER, writePrivateFile } from '../kept/private.ts'
import { isLeft } from '../kept/process.ts'
import { datasetPath, datasetsDir, flushFolder } from './files.ts'
import { summarize } from './list-entry.ts'
import { assertAsHeld, holdDataset } from './lock.ts'
import { asStorageError } from './storage-error.ts'
import { newTemporaryFolder } from './temporary.ts'

const NOTE = 'removed.json'
/** Another disk, or one without room for a note: what is removed then is gone at once, as that may be what makes room. */
const NO_PLACE: ReadonlySet<string> = new Set(['EXDEV', 'ENOSPC', 'EDQUOT', 'disk-full'])
/** Folders that this thread made; they go with it. */
const own = new Set<string>()

/**
 * Puts a dataset that is held aside, with all that stands beside it.
 * @returns the key by which it can be taken back; null where there is no place for it, and nothing was moved
 * @throws the system's errors; the dataset is then where it was
 */
export function putAside(
  dataset: string,
  { dataDir, now }: Pick<WriterContext, 'dataDir' | 'now'>,
): string | null {
  let folder: string | null = null
  try {
    folder = newTemporaryFolder(dataDir)
    const { name, nameZh, kind, version, bytes } = summarize(dataDir, dataset)
    const note: Omit<RemovedDataset, 'key'> = { dataset, name, nameZh, kind, version, bytes, removed: now() }
    writePrivateFile(join(folder, NOTE), JSON.stringify(note))
    makeFolder(datasetsDir(folder))
    // The file itself first: from then on it is removed.
    move([fileOf(dataset), ...besides(dataDir, dataset)], dataDir, folder)
  } catch (error) {
    // Where it could not be moved back it is all there is.
    if (folder !== null && !existsSync(datasetPath(folder, dataset)))
      rmSync(folder, { recursive: true, force: true })
    if (NO_PLACE.has((error as { code?: string }).code ?? '')) return null
    throw error
  }
  own.add(folder)
  return keyOf(folder)
}

/** What this process removed and can be taken back, the latest first. */
export function listRemoved(dataDir: string): RemovedDataset[] {
  const found = foldersOf(dataDir).flatMap((folder): RemovedDataset[] => {
    try {
      const note = JSON.parse(readFileSync(join(folder, NOTE), 'utf8')) as Omit<RemovedDataset, 'key'>
      return existsSync(datasetPath(folder, note.dataset)) ? [{ ...note, key: keyOf(folder) }] : []
    } catch {
      return [] // another temporary folder, or taken back just now
    }
  })
  return found.sort((a, b) => (a.removed < b.removed ? 1 : -1))
}

/** @throws AppError removed-unknown, removed-taken of an id that another has by now, dataset-busy; it can be tried again then. */
export function takeBack(key: string, context: WriterContext): Promise<DatasetSummary> {
  const { dataDir } = context
  const removed = listRemoved(dataDir).find((each) => each.key === key)
  if (!removed) throw new AppError('removed-unknown', `${key} is not kept`)
  const { dataset } = removed
  const folder = folderOf(dataDir, key)
  return holdDataset(context, dataset, async (held: WriterContext & { held: HeldDataset }) => {
    if (held.held.stamp !== null)
      throw new AppError('removed-taken', `${dataset} exists`, { values: { dataset } })
    await context.releaseReaders(dataset)
    assertAsHeld(held)
    try {
      // What a crash may have left of it must not stand beside it; the file itself comes last.
      for (const name of besides(dataDir, dataset))
        rmSync(join(datasetsDir(dataDir), name), { recursive: true, force: true })
      move([...besides(folder, dataset), fileOf(dataset)], folder, dataDir)
    } catch (error) {
      throw asStorageError(error, datasetPath(dataDir, dataset))
    }
    drop(folder)
    own.delete(folder)
    context.emit({ type: 'datasets.changed', dataset })
    return summarize(dataDir, dataset)
  })
}

/** At the end of the thread that removed them. */
export function forgetRemoved(): void {
  for (const folder of own) rmSync(folder, { recursive: true, force: true })
  own.clear()
}

const fileOf = (dataset: string): string => `${dataset}.sqlite`
const keyOf = (folder: string): string => basename(folder).slice(basename(folder).indexOf('.') + 1)
const folderOf = (dataDir: string, key: string): string =>
  join(dataDir, TEMPORARY_FOLDER, `${process.pid}.${key}`)

function foldersOf(dataDir: string): string[] {
  const parent = join(dataDir, TEMPORARY_FOLDER)
  if (!existsSync(parent)) return []
  return readdirSync(parent)
    .filter((name) => name.startsWith(`${process.pid}.`))
    .map((name) => join(parent, name))
    .filter((path) => !isLeft(path, process.pid))
}

/** Names of what stands beside a dataset's file: its checksum, its folders; not its lock, which is everybody's. */
function besides(dataDir: string, id: string): string[] {
  return readdirSync(datasetsDir(dataDir)).filter(
    (name) => name.startsWith(`${id}.`) && name !== fileOf(id) && !/\.lock(\.json)?$/.test(name),
  )
}

/** All or none. */
function move(names: readonly string[], from: string, to: string): void {
  const moved: string[] = []
  try {
    for (const name of names) {
      renameSync(join(datasetsDir(from), name), join(datasetsDir(to), name))
      moved.push(name)
    }
  } catch (error) {
    for (const name of moved.reverse()) renameSync(join(datasetsDir(to), name), join(datasetsDir(from), name))
    throw error
  }
  for (const dir of [from, to]) flushFolder(datasetsDir(dir))
}
