/** `exports.backup`: all that the user keeps in the data folder, as one file. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { BackedUp, LeftOut } from '../../../shared/contract/backed-up.ts'
import type { KeptListName } from '../../../shared/contract/backups.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ImportContext } from '../../context.ts'
import { drop } from '../../kept/drop.ts'
import { BUNDLED_DATASET, datasetPath, flush, listDatasetIds, temporaryPath } from '../files.ts'
import { isOther } from '../checksum.ts'
import { asStorageError } from '../storage-error.ts'
import type { DatasetRow } from '../summary.ts'
import { versionOf } from '../summary.ts'
import { LIST_ENTRY, listText, MARK_ENTRY } from '../transfer/archive-form.ts'
import { meter, passing } from '../transfer/copy-bytes.ts'
import { ZipWriter } from '../transfer/zip-writer.ts'
import type { BackupContents, ListedDataset } from './backup-file.ts'
import { BACKUP_FORM, companionEntry, datasetEntry, FORM, isListed, isTaken, MARK } from './backup-file.ts'
import { fileOfList, KEPT_LIST_NAMES, KEPT_LISTS } from './kept-lists.ts'
import type { WholeDataset } from './whole-dataset.ts'
import { openWhole } from './whole-dataset.ts'

/**
 * Made on disk, in the data folder, as it may be larger than memory; the host hands it on and removes it. Nobody is kept
 * waiting: a dataset that is replaced meanwhile is in it as it was before or as it is after. What cannot be read is left
 * out and told. @throws AppError disk-full, folder-read-only, cancelled; nothing is left then.
 */
export async function makeBackup(context: ImportContext): Promise<ExportedFile> {
  const path = temporaryPath(context.dataDir, 'backup')
  let backedUp: BackedUp
  try {
    const { datasets, leftOut } = await write(path, context)
    backedUp = { datasets: datasets.length, leftOut }
  } catch (error) {
    drop(path)
    throw asStorageError(error, path)
  }
  const fileName = `science-cities-backup-${context.now().slice(0, 10)}.zip`
  return {
    ...{ fileName, mime: 'application/zip', bytes: new Uint8Array(), path, private: true },
    ...{ width: null, height: null, backedUp },
  }
}

/** Bytes read at a time. */
const CHUNK = 1 << 20

/** Characters of what is told as left out. */
const MOST_WHAT = 200

/** The archive as it grows, and what its list will say. */
interface Making {
  zip: ZipWriter
  contents: BackupContents
  /** A step of a stream that tells progress. */
  told: ReturnType<typeof meter>
  context: ImportContext
}

async function write(path: string, context: ImportContext): Promise<BackupContents> {
  const { dataDir, appVersion } = context
  const zip = new ZipWriter(path)
  const contents: BackupContents = {
    app: 'Science Cities',
    form: FORM,
    appVersion,
    made: context.now(),
    datasets: [],
    leftOut: [],
    files: [],
  }
  let open = true
  try {
    zip.add(MARK_ENTRY, Buffer.from(MARK))
    const ids = listDatasetIds(dataDir)
    const making = { zip, contents, told: meter(context, bytesOf(ids, dataDir)), context }
    for (const id of ids) await leavingOut(contents.leftOut, id, () => addDataset(id, making))
    for (const list of KEPT_LIST_NAMES) {
      const file = fileOfList(list)
      await leavingOut(contents.leftOut, file, () => addList(list, making))
    }
    context.signal.throwIfAborted()
    const list = listText(contents)
    BACKUP_FORM.parse(list, basename(path)) // as a restore will: what it refuses is no backup
    zip.add(LIST_ENTRY, Buffer.from(list))
    zip.finish()
    open = false
    flush(path)
    return contents
  } finally {
    if (open) zip.close()
  }
}

/** Of what is to be read; the bundled edition is not. */
function bytesOf(ids: readonly string[], dataDir: string): number {
  const size = (id: string) => {
    try {
      return statSync(datasetPath(dataDir, id)).size
    } catch {
      return 0 // told when it is its turn
    }
  }
  return ids.reduce((sum, id) => sum + (id === BUNDLED_DATASET ? 0 : size(id)), 0)
}

/** What cannot be read is told by its code; what cannot be written ends the whole. */
async function leavingOut(leftOut: LeftOut[], what: string, add: () => Promise<void> | void): Promise<void> {
  try {
    await add()
  } catch (error) {
    if (error instanceof Unreadable) leftOut.push({ what: what.slice(0, MOST_WHAT), code: error.code })
    else throw error
  }
}

class Unreadable extends Error {
  readonly code: LeftOut['code']
  constructor(reason: unknown) {
    super(String(reason))
    this.code = reason instanceof AppError ? reason.code : 'file-unreadable'
  }
}

async function reading<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new Unreadable(error)
  }
}

async function addDataset(id: string, making: Making): Promise<void> {
  const { contents, context } = making
  const whole = await reading(() => openWhole(context.dataDir, id))
  if (!whole) return // removed meanwhile
  try {
    const listed = listedAs(id, whole.row)
    if (listed.bundled && whole.companions.length === 0) return
    if (!listed.bundled) await addFile(whole, making)
    for (const { name, bytes } of whole.companions) {
      const entry = companionEntry(id, name)
      await leavingOut(contents.leftOut, entry, () => addBytes(entry, bytes, making))
    }
    contents.datasets.push(listed)
  } finally {
    await whole.handle.close()
  }
}

/** @throws Unreadable of a file that was renamed or copied by other means: a restore takes only what is who it is called. */
function listedAs(id: string, row: DatasetRow): ListedDataset {
  const { name, name_zh: nameZh, kind, imported_at: importedAt } = row
  const bundled = id === BUNDLED_DATASET
  const listed = { dataset: id, version: versionOf(row), name, nameZh, kind, importedAt, bundled }
  if (isListed(listed) && (bundled || row.id === id)) return listed
  throw new Unreadable(
    new AppError('dataset-foreign', `${id} says it is ${row.id}`, { values: { dataset: id } }),
  )
}

/** @throws Unreadable where the disk gives no bytes, or others than were stored; the archive is then as it was before. */
async function addFile({ id, handle, bytes, file, recorded }: WholeDataset, making: Making): Promise<void> {
  const { zip, contents, told, context } = making
  const hash = createHash('sha256')
  const summed = passing((chunk) => void hash.update(chunk))
  const name = datasetEntry(id)
  try {
    const from = Readable.from(chunksOf(handle), { objectMode: false })
    await zip.addStream(name, [from, told(), summed], context.signal)
  } catch (error) {
    if (error instanceof Unreadable) zip.dropLast()
    throw error
  }
  const sha256 = hash.digest('hex')
  if (isOther(recorded, { sha256, file }, datasetPath(context.dataDir, id), id)) {
    zip.dropLast()
    throw new Unreadable(new AppError('dataset-damaged', id))
  }
  contents.files.push({ name, bytes, sha256 })
}

/** @throws Unreadable */
async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await reading(() => handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, at))
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

async function addList(list: KeptListName, making: Making): Promise<void> {
  const { dataDir } = making.context
  const path = KEPT_LISTS[list].path(dataDir)
  if (!existsSync(path)) return
  const bytes = await reading(() => {
    KEPT_LISTS[list].check(dataDir)
    return readFileSync(path)
  })
  addBytes(fileOfList(list), bytes, making)
}

/** @throws Unreadable of a file that a restore would not take. */
function addBytes(name: string, bytes: Buffer, { zip, contents }: Making): void {
  const file = { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  if (!isTaken(file)) throw new Unreadable(`${name} (${bytes.length} bytes) is not written by this app`)
  zip.add(name, bytes)
  contents.files.push(file)
}
