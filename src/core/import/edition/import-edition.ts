/** `import edition DIR`: reads a folder, checks it whole, builds a dataset file beside the others and swaps it in. */
import { createHash } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportOutcome } from '../../../shared/contract/imports.ts'
import type { ImportContext } from '../../context.ts'
import { createWritable } from '../../db/open.ts'
import { buildDataset } from '../../datasets/build.ts'
import { holdDataset } from '../../datasets/lock.ts'
import { Issues } from './issues.ts'
import type { EditionFile, EditionOptions } from './parse-edition.ts'
import { parseEdition } from './parse-edition.ts'
import { MOST_BYTES } from './read-text.ts'
import { readingsOf } from '../readings.ts'
import { namesZhOf, storeEdition } from './store-edition.ts'

const MOST_FILES = 100

export interface ImportEditionInput extends EditionOptions {
  folder: string
  as: string
  replace: boolean
}

/** @throws AppError edition-rejected, dataset-exists, dataset-busy, dataset-changed, file-unreadable, disk-full, cancelled. */
export function importEdition(input: ImportEditionInput, context: ImportContext): Promise<ImportOutcome> {
  return holdDataset(context, input.as, (held) => importHeld(input, held))
}

async function importHeld(input: ImportEditionInput, context: ImportContext): Promise<ImportOutcome> {
  const started = performance.now()
  const files = await readFolder(input.folder, context, input.as)
  context.progress({ step: 'checking', bytesRead: total(files), bytesTotal: total(files), records: 0 })
  const edition = parseEdition(files, input)
  context.signal.throwIfAborted()
  const readings = await readingsOf(namesZhOf(edition), context.resourcesDir)
  const dataset = await buildDataset(context, input.as, { replace: input.replace }, (path, revision) => {
    const db = createWritable(path)
    try {
      storeEdition(db, edition, files, {
        id: input.as,
        revision,
        importedAt: context.now(),
        appVersion: context.appVersion,
        readings,
      })
    } finally {
      db.close()
    }
  })
  return {
    dataset,
    read: edition.read,
    stored: edition.read,
    notices: edition.notices,
    durationMs: Math.round(performance.now() - started),
  }
}

function total(files: readonly EditionFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

/** The CSV files of a folder and of the folders directly in it, and edition.json. */
export async function readFolder(
  folder: string,
  context: Pick<ImportContext, 'signal' | 'progress'>,
  as: string,
): Promise<EditionFile[]> {
  const names = await listFiles(folder)
  if (names.length > MOST_FILES) throw unreadable(folder, `more than ${MOST_FILES} files`)
  const sizes = await Promise.all(names.map((file) => sizeOf(folder, file)))
  const bytesTotal = sizes.reduce((sum, size) => sum + size, 0)
  const files: EditionFile[] = []
  for (const file of names) {
    context.signal.throwIfAborted()
    const bytes = await readable(join(folder, file), (path) => readFile(path))
    files.push({ file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
    context.progress({ step: 'reading', bytesRead: total(files), bytesTotal, records: 0 })
  }
  if (files.length === 0) {
    const issues = new Issues()
    issues.add(as, null, 'ranking-missing')
    issues.throwIfAny()
  }
  return files
}

/** A file far too large is not read at all; its issue is told from its size. */
async function sizeOf(folder: string, file: string): Promise<number> {
  const { size } = await readable(join(folder, file), (path) => stat(path))
  const issues = new Issues()
  if (size > MOST_BYTES) issues.add(file, null, 'too-large', { bytes: size, most: MOST_BYTES })
  issues.throwIfAny()
  return size
}

async function readable<T>(path: string, read: (path: string) => Promise<T>): Promise<T> {
  try {
    return await read(path)
  } catch (error) {
    throw unreadable(path, String(error))
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const wanted = (name: string) => name.endsWith('.csv') || name === 'edition.json'
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const inner = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    const nested = await Promise.all(
      inner.map(async ({ name }) =>
        (await readdir(join(folder, name), { withFileTypes: true }))
          .filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
          .map((entry) => `${name}/${entry.name}`),
      ),
    )
    return [
      ...entries.filter((entry) => entry.isFile() && wanted(entry.name)).map(({ name }) => name),
      ...nested.flat(),
    ].sort()
  } catch (error) {
    throw unreadable(folder, String(error))
  }
}

function unreadable(path: string, reason: string): AppError {
  return new AppError('file-unreadable', `${path}: ${reason}`, { values: { file: path, reason } })
}
