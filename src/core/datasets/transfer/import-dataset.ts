/** `datasets.preview` and `datasets.import`: a dataset that another computer exported as one file. */
import { createWriteStream, existsSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DatasetSummary } from '../../../shared/contract/datasets.ts'
import type { DatasetFile } from '../../../shared/contract/dataset-files.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportContext } from '../../context.ts'
import { needsUpgrade, upgrade } from '../../db/open.ts'
import { PRIVATE_FILE } from '../../kept/private.ts'
import { buildDataset } from '../build.ts'
import { BUNDLED_DATASET, datasetPath } from '../files.ts'
import { holdDataset } from '../lock.ts'
import { versionOf } from '../summary.ts'
import { companionsOn } from './companions.ts'
import { metered } from './copy-bytes.ts'
import { bundled } from './copy-dataset.ts'
import { damaged } from './archive-form.ts'
import type { Contents } from './dataset-file.ts'
import { DATASET_ENTRY, DATASET_FORM } from './dataset-file.ts'
import { named, rowAt, writeIdentity } from './identity.ts'
import type { Archive } from './open-archive.ts'
import { onlyFile, openArchive } from './open-archive.ts'

/** @throws AppError archive-foreign, archive-damaged, archive-newer, file-unreadable. */
export async function previewDataset(
  paths: readonly string[],
  { dataDir }: Pick<ImportContext, 'dataDir'>,
): Promise<DatasetFile> {
  const path = onlyFile(paths)
  const archive = await openArchive(path, DATASET_FORM)
  try {
    const { dataset, version, name, nameZh, kind, importedAt, files } = archive.contents
    const stored = existsSync(datasetPath(dataDir, dataset))
    const bytes = files[0]?.bytes ?? 0
    const companions = files.length - 1
    return { file: archive.file, dataset, version, name, nameZh, kind, importedAt, bytes, companions, stored }
  } finally {
    archive.close()
  }
}

export interface ImportFileInput {
  paths: readonly string[]
  as: string
  name: string | undefined
  replace: boolean
}

/**
 * Takes a dataset in: every byte is held against the file's own list before anything is put in place.
 * @throws AppError those of `previewDataset`; dataset-exists, dataset-bundled, dataset-newer, dataset-busy, disk-full, cancelled.
 */
export function importDataset(input: ImportFileInput, context: ImportContext): Promise<DatasetSummary> {
  const { paths, as, replace } = input
  if (as === BUNDLED_DATASET) throw bundled(as)
  return holdDataset(context, as, async (held) => {
    if (held.held.stamp !== null && !replace) {
      throw new AppError('dataset-exists', `${as} exists`, { values: { dataset: as } })
    }
    const archive = await openArchive(onlyFile(paths), DATASET_FORM)
    try {
      return await store(archive, input, held)
    } finally {
      archive.close()
    }
  })
}

async function store(
  archive: Archive<Contents>,
  { as, name, replace }: ImportFileInput,
  context: ImportContext,
): Promise<DatasetSummary> {
  const { dataset, version, files } = archive.contents
  const companions = await Promise.all(
    files.slice(1).map(async (each) => ({ name: each.name, bytes: await archive.bytes(each.name) })),
  )
  const how = { replace, companions: companionsOn(companions, dataset, as) }
  return buildDataset(context, as, how, async (path) => {
    const from = Readable.from(archive.stream(DATASET_ENTRY), { objectMode: false })
    const writing = createWriteStream(path, { flags: 'wx', mode: PRIVATE_FILE })
    await pipeline(from, metered(context, files[0]?.bytes ?? 0), writing, { signal: context.signal })
    if (statSync(path).size !== files[0]?.bytes) throw damaged(archive.file, DATASET_ENTRY)
    const row = rowAt(path, as)
    if (versionOf(row) !== version) throw damaged(archive.file, DATASET_ENTRY)
    if (needsUpgrade(path)) upgrade(path, as)
    writeIdentity(path, { id: as, ...named(row, name) })
  })
}
