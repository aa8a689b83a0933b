/** `exports.dataset`: one file that another computer can take in. */
import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ImportContext } from '../../context.ts'
import { assertSound } from '../checksum.ts'
import { drop } from '../../kept/drop.ts'
import { datasetPath, flush, temporaryPath } from '../files.ts'
import { asStorageError } from '../storage-error.ts'
import { holdDataset } from '../lock.ts'
import { versionOf } from '../summary.ts'
import { LIST_ENTRY, listText, MARK_ENTRY } from './archive-form.ts'
import { readCompanions } from './companions.ts'
import { metered, passing } from './copy-bytes.ts'
import { assertStored } from './copy-dataset.ts'
import type { Contents } from './dataset-file.ts'
import { DATASET_ENTRY, FILE_ENDING, FORM, MARK } from './dataset-file.ts'
import { rowAt } from './identity.ts'
import { ZipWriter } from './zip-writer.ts'

/**
 * Made on disk, in the data folder, as it may be larger than memory; the host hands it on and removes it. Equal datasets
 * give equal bytes. @throws AppError dataset-unknown, -damaged, -busy, disk-full, cancelled.
 */
export async function exportDataset(dataset: string, context: ImportContext): Promise<ExportedFile> {
  assertStored(dataset, context)
  const path = temporaryPath(context.dataDir, dataset)
  try {
    await holdDataset(context, dataset, (held) => writeArchive(dataset, path, held))
  } catch (error) {
    drop(path)
    throw asStorageError(error, path)
  }
  const fileName = `${dataset}${FILE_ENDING}`
  return { fileName, mime: 'application/zip', bytes: new Uint8Array(), path, width: null, height: null }
}

async function writeArchive(dataset: string, path: string, context: ImportContext): Promise<void> {
  const source = datasetPath(context.dataDir, dataset)
  const row = rowAt(source, dataset)
  await assertSound(context.dataDir, dataset)
  const companions = readCompanions(context.dataDir, dataset)
  const zip = new ZipWriter(path)
  let open = true
  try {
    zip.add(MARK_ENTRY, Buffer.from(MARK))
    const hash = createHash('sha256')
    let bytes = 0
    const summed = passing((chunk) => {
      hash.update(chunk)
      bytes += chunk.length
    })
    const reading = createReadStream(source, { highWaterMark: 1 << 20 })
    await zip.addStream(
      DATASET_ENTRY,
      [reading, metered(context, statSync(source).size), summed],
      context.signal,
    )
    for (const each of companions) zip.add(each.name, each.bytes)
    const contents: Contents = {
      app: 'Science Cities',
      form: FORM,
      appVersion: row.app_version,
      dataset,
      version: versionOf(row),
      name: row.name,
      nameZh: row.name_zh,
      kind: row.kind,
      importedAt: row.imported_at,
      files: [
        { name: DATASET_ENTRY, bytes, sha256: hash.digest('hex') },
        ...companions.map((each) => ({
          name: each.name,
          bytes: each.bytes.length,
          sha256: createHash('sha256').update(each.bytes).digest('hex'),
        })),
      ],
    }
    zip.add(LIST_ENTRY, Buffer.from(listText(contents)))
    zip.finish()
    open = false
    flush(path)
  } finally {
    if (open) zip.close()
  }
}
