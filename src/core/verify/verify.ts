/**
 * Does a dataset still follow from its sources? Nothing is taken on trust: an edition's kept files are imported again,
 * an index is derived again from its articles, and these from their kept words.
 */
import { createHash } from 'node:crypto'
import type { VerifyReport } from '../../shared/contract/datasets.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { datasetPath } from '../datasets/files.ts'
import { readDatasetRow } from '../datasets/summary.ts'
import { assertOurs, createWritable } from '../db/open.ts'
import type { EditionFile } from '../import/edition/parse-edition.ts'
import { parseEdition } from '../import/edition/parse-edition.ts'
import { contentDigest, storeEdition } from '../import/edition/store-edition.ts'
import { INDEX_CHECKS } from './verify-index.ts'

type Check = VerifyReport['checks'][number]

export function verifyDataset(id: string, context: ReaderContext): VerifyReport {
  const dataset = context.open(id)
  const own: [Check['id'], (dataset: OpenDataset) => string][] =
    dataset.kind === 'published'
      ? [
          ['integrity', (each) => integrity(each, 'integrity_check')],
          ['sources', sources],
          ['figures', figures],
          ['derived', derived],
        ]
      : [['integrity', (each) => integrity(each, 'quick_check')], ['sources', sources], ...INDEX_CHECKS]
  const checks = [
    check('file', () => `schema ${assertOurs(datasetPath(context.dataDir, id), id).userVersion}`),
    ...own.map(([name, run]) => check(name, () => run(dataset))),
  ]
  return { dataset: id, version: dataset.version, ok: checks.every(({ ok }) => ok), checks }
}

function check(id: Check['id'], run: () => string): Check {
  try {
    return { id, ok: true, detail: run() }
  } catch (error) {
    return { id, ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
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

function sources(dataset: OpenDataset): string {
  const kept = keptSources(dataset)
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

/** The kept sources, imported again in memory, against the stored digest. */
function derived(dataset: OpenDataset): string {
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
    if (again !== row.content_sha256) throw new Error(`sources give ${again.slice(0, 12)}`)
    return `${edition.figures.length} figures`
  } finally {
    memory.close()
  }
}
