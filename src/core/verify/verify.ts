/**
 * Is a dataset as it was stored? The bytes of its file are compared with their checksum, where one stands beside it. And
 * does it still follow from its sources? An edition's kept files are imported again, an index is derived again from its
 * articles, and these from their kept words.
 */
import { createHash } from 'node:crypto'
import type { VerifyReport } from '../../shared/contract/datasets.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { compareChecksum } from '../datasets/checksum.ts'
import { datasetPath } from '../datasets/files.ts'
import { DatasetPool } from '../datasets/pool.ts'
import { readDatasetRow } from '../datasets/summary.ts'
import { assertOurs, createWritable } from '../db/open.ts'
import type { EditionFile } from '../import/edition/parse-edition.ts'
import { parseEdition } from '../import/edition/parse-edition.ts'
import { contentDigest, storeEdition } from '../import/edition/store-edition.ts'
import { INDEX_CHECKS } from './verify-index.ts'

type Check = VerifyReport['checks'][number]

/** Why a file is not looked into further: there is none, or none that this app can judge. */
const NO_DAMAGE: ReadonlySet<string> = new Set(['dataset-unknown', 'dataset-newer', 'dataset-foreign'])

/** A check of an open dataset; null where there is nothing that it could check. @throws Error what is wrong. */
export type DatasetCheck = (dataset: OpenDataset) => string | null

/** Answers a report for a damaged dataset too. @throws AppError dataset-unknown, -newer, -foreign. */
export async function verifyDataset(id: string, context: ReaderContext): Promise<VerifyReport> {
  // Opened anew, so that nothing counts that was read before, and however it is, to tell what is wrong with it.
  const pool = new DatasetPool(context, false)
  try {
    return await verifyIn(pool, id, context)
  } finally {
    pool.close()
  }
}

async function verifyIn(pool: DatasetPool, id: string, context: ReaderContext): Promise<VerifyReport> {
  let dataset: OpenDataset | null = null
  const file = await check('file', () => {
    dataset = pool.open(id)
    return `schema ${assertOurs(datasetPath(context.dataDir, id), id).userVersion}`
  })
  const checks = [await check('checksum', () => checksum(context, id)), file]
  const open = dataset as OpenDataset | null
  for (const [name, run] of open ? checksOf(open) : []) {
    if (open) checks.push(await check(name, () => run(open)))
  }
  return {
    dataset: id,
    version: open?.version ?? '',
    kind: open?.kind ?? null,
    ok: checks.every(({ ok }) => ok !== false),
    checks,
  }
}

function checksOf({ kind }: OpenDataset): readonly [Check['id'], DatasetCheck][] {
  if (kind !== 'published')
    return [['integrity', (each) => integrity(each, 'quick_check')], ['sources', sources], ...INDEX_CHECKS]
  return [
    ['integrity', (each) => integrity(each, 'integrity_check')],
    ['sources', sources],
    ['figures', figures],
    ['derived', derived],
  ]
}

async function check(id: Check['id'], run: () => string | null | Promise<string | null>): Promise<Check> {
  try {
    const detail = await run()
    return { id, ok: detail === null ? null : true, detail: detail ?? '' }
  } catch (error) {
    if (error instanceof AppError && NO_DAMAGE.has(error.code)) throw error
    return { id, ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
}

async function checksum({ dataDir }: ReaderContext, id: string): Promise<string | null> {
  const { outcome, sha256 } = await compareChecksum(dataDir, id)
  if (outcome === 'differs') throw new Error(`SHA-256 ${sha256}: another one is recorded`)
  return outcome === 'same' ? sha256 : null
}

function integrity({ db }: OpenDataset, pragma: 'integrity_check' | 'quick_check'): string {
  const found = String(db.pragma(pragma, { simple: true }))
  if (found !== 'ok') throw new Error(found)
  const broken = db.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`${broken.length} rows point to nothing`)
  return found
}

interface KeptSource {
  file: string
  sha256: string
  content: Buffer | null
}

function keptSources({ db }: OpenDataset): KeptSource[] {
  return db.prepare('SELECT file, sha256, content FROM sources ORDER BY source_id').all() as KeptSource[]
}

function sources(dataset: OpenDataset): string | null {
  const kept = keptSources(dataset).filter(({ content }) => content !== null)
  if (kept.length === 0) return null
  for (const { file, sha256, content } of kept) {
    if (content && createHash('sha256').update(content).digest('hex') !== sha256)
      throw new Error(`${file} changed`)
  }
  return `${kept.length} files`
}

/** The stored digest against the figures as they stand now. */
function figures(dataset: OpenDataset): string {
  const stored = readDatasetRow(dataset.db, dataset.id).content_sha256
  const now = contentDigest(dataset.db)
  if (now !== stored) throw new Error(`content ${now.slice(0, 12)}, recorded ${stored.slice(0, 12)}`)
  return stored
}

/** Whether an edition was stored with the digits that are printed, as it is since version 40 of the database. */
const keepsDigits = ({ db }: OpenDataset): boolean =>
  db.prepare('SELECT 1 FROM figures WHERE decimals IS NOT NULL LIMIT 1').get() !== undefined

/** The kept sources, imported again in memory, against the stored digest. */
function derived(dataset: OpenDataset): string | null {
  const files = keptSources(dataset).flatMap(({ file, sha256, content }): EditionFile[] =>
    content ? [{ file, sha256, bytes: content }] : [],
  )
  const row = readDatasetRow(dataset.db, dataset.id)
  const edition = parseEdition(files, { name: row.name, year: row.default_year, convert: true })
  const memory = createWritable(':memory:')
  try {
    storeEdition(memory, edition, files, {
      id: row.id,
      revision: row.revision,
      importedAt: '',
      appVersion: '',
      readings: () => '', // names are found by them; no figure depends on one
    })
    const again = contentDigest(memory)
    // An edition of an earlier version of the app holds less of its files, so the two cannot be compared.
    if (again !== row.content_sha256 && !keepsDigits(dataset)) return null
    if (again !== row.content_sha256) throw new Error(`sources give ${again.slice(0, 12)}`)
    return `${edition.figures.length} figures`
  } finally {
    memory.close()
  }
}
