/** A data folder with all that users keep, its backup, and what is left where one is restored. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { commandHandlers } from '../../src/core/commands/handlers.ts'
import type { ImportContext } from '../../src/core/context.ts'
import { makeBackup } from '../../src/core/datasets/backup/make-backup.ts'
import { BUNDLED_DATASET } from '../../src/core/datasets/files.ts'
import { writeKept } from '../../src/core/datasets/kept-files.ts'
import { prepareDatasets } from '../../src/core/import/edition/bundled.ts'
import { reportContent } from '../../src/shared/contract/reports.ts'
import { importContext } from './import-context.ts'
import { importFiles } from './index.ts'
import { makeWorks, writeInstitutions, writeWorks } from './works.ts'

/** A member of a group. */
export const MEMBER = {
  ...{ pasted: 'Beijing', id: 'beijing', name: 'Beijing', region: 'CN' },
  ...{ division: null, ror: null, dataset: null },
}

export interface Kept {
  /** The edition, the indexes `mine` and `yours`, and all that is kept beside them. */
  full: string
  /** A folder with another `mine`. */
  other: string
  /** The backup of `full`. */
  backup: string
  /** Files of two indexes. */
  first: string[]
  second: string[]
}

export async function keptIn(folder: string): Promise<Kept> {
  const full = join(folder, 'full')
  const other = join(folder, 'other')
  const backup = join(folder, 'backup.zip')
  const institutions = writeInstitutions(folder)
  const filesOf = (n: number) => [
    writeWorks(join(folder, `works-${n}.jsonl`), makeWorks(60 + n, n, n * 10_000)),
    institutions,
  ]
  const [first, second] = [filesOf(1), filesOf(2)]
  const context = importContext(full)
  await prepareDatasets(context)
  await importFiles(full, 'mine', first)
  await importFiles(full, 'yours', second)
  await importFiles(other, 'mine', second)
  for (const dataset of ['mine', BUNDLED_DATASET]) {
    const content = reportContent.parse({ name: `Of ${dataset}` })
    await commandHandlers['reports.save']({ dataset, content }, context)
  }
  for (const shelf of ['layouts', 'stability'])
    writeKept({ dataDir: full, dataset: 'mine', folder: shelf, kind: 'pins', most: 9 }, 'key', { x: 1 })
  commandHandlers['cities.keep']({ city: 'beijing', as: 'favourite' }, context)
  commandHandlers['groups.save']({ name: 'Ours', kind: 'city', members: [MEMBER], replace: false }, context)
  commandHandlers['comparisons.save'](
    {
      ...{ name: 'Both', by: 'city', reference: null, replace: false },
      entities: ['beijing', 'leeds'].map((id) => ({ id, name: id, nameZh: null })),
    },
    context,
  )
  writeFileSync(join(full, 'window.json'), '{}')
  await backUp(full, backup)
  return { full, other, backup, first, second }
}

/** @returns what was told with the file. */
export async function backUp(from: string, to: string, parts: Partial<ImportContext> = {}) {
  const made = await makeBackup(importContext(from, parts))
  renameSync(made.path ?? '', to)
  if (!made.backedUp) throw new Error('nothing was told with the backup')
  return made.backedUp
}

/** Every file below, with what is in it; locks apart, which say nothing. */
export function laidOut(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const paths = files
    .map((each) => join(each.parentPath, each.name))
    .filter((path) => !path.endsWith('.lock'))
  const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
  return Object.fromEntries(paths.sort().map((path) => [relative(dir, path), hash(path)]))
}

/** What a backup is to bring back: checksums name the file that they are of, and are new. */
export function broughtBack(dir: string): Record<string, unknown> {
  const isNew = (path: string) =>
    /\.sha256$|\.stability|^window|^first-screens/.test(path) || path === `datasets/${BUNDLED_DATASET}.sqlite`
  const read = (path: string) => JSON.parse(readFileSync(join(dir, path), 'utf8')) as unknown
  return Object.fromEntries(
    Object.entries(laidOut(dir))
      .filter(([path]) => !isNew(path))
      .map(([path, hash]) => [path, /^[a-z-]+\.json$/.test(path) ? read(path) : hash]),
  )
}

/** Null of what succeeds. */
export const failureOf = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => {
      const { name, code } = error as { name: string; code?: string }
      return name === 'AbortError' ? name : (code ?? String(error))
    },
  )
