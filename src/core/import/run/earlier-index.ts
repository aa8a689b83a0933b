/** A stored index to which files are added: its articles, institutions and rules, so that all are counted anew together. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportReport } from '../../../shared/contract/import-report.ts'
import type { IndexOptions } from '../../../shared/contract/imports.ts'
import { assertAllArticles } from '../../articles/all-articles.ts'
import { INSERT_CHUNK, INSERT_TEXT } from '../../articles/chunk-columns.ts'
import type { ImportContext } from '../../context.ts'
import { datasetPath, listDatasetIds } from '../../datasets/files.ts'
import { newTemporaryFolder } from '../../datasets/temporary.ts'
import { writePrivateFile } from '../../kept/private.ts'
import { collectedOf } from '../../datasets/collected.ts'
import { planOf } from '../../datasets/plan-origin.ts'
import { readDatasetRow } from '../../datasets/summary.ts'
import type { ReadableDb, WritableDb } from '../../db/handles.ts'
import { openReadable } from '../../db/open.ts'
import type { Collected } from '../collected/read-collected.ts'
import type { InstitutionRecord } from '../places/institution-record.ts'
import type { MergedIds } from '../places/merged-ids.ts'
import { noMerges } from '../places/merged-ids.ts'
import type { RuleFile } from './given.ts'
import { addStoredMerges } from './merged-records.ts'
import type { NodeKey, PrintedSighting, Sighting } from '../../articles/nodes.ts'
import { copyLists } from '../chunks/author-lists.ts'
import { copyRefused } from '../chunks/refused-works.ts'
import type { Spill } from './spill.ts'

export interface EarlierIndex {
  db: ReadableDb
  name: string
  options: IndexOptions
  report: ImportReport
  collected: Collected
  rules: RuleFile[]
  institutionFiles: { file: string; records: InstitutionRecord[] }[]
  sightings: Sighting[]
  printed: PrintedSighting[]
  merged: MergedIds
  /** Puts a rule's content into a file of its own, for the readers of such files; `close` removes it. */
  writeRule(rule: RuleFile): string
  close(): void
}

/** The stored file of what works say of institutions, among those of institutions. */
export const SIGHTINGS = 'works'
/** Cities that printed addresses name. */
export const PRINTED = 'addresses'

/** @throws AppError dataset-unknown, not-an-index, samples-mixed, articles-elsewhere. */
export function openEarlier(id: string, { dataDir }: ImportContext): EarlierIndex {
  if (!listDatasetIds(dataDir).includes(id)) {
    throw new AppError('dataset-unknown', `${id} is not stored`, { values: { dataset: id } })
  }
  const db = openReadable(datasetPath(dataDir, id), id)
  try {
    const row = readDatasetRow(db, id)
    if (row.kind !== 'computed') {
      const code = row.kind === 'sample' ? 'samples-mixed' : 'not-an-index'
      throw new AppError(code, `${id} is ${row.kind}`, { values: { dataset: id } })
    }
    assertAllArticles({ id, plan: planOf(row) })
    const kept = keptIn(db, id, dataDir)
    return {
      ...kept,
      close() {
        db.close()
        kept.close()
      },
    }
  } catch (error) {
    db.close()
    throw error
  }
}

/** What an open index keeps of what it was made from; `close` removes the files of its rules and leaves the index open. */
export function keptIn(db: ReadableDb, id: string, dataDir: string): EarlierIndex {
  const row = readDatasetRow(db, id)
  let folder: string | null = null
  return {
    db,
    name: row.name,
    options: (JSON.parse(row.parameters) as { options: IndexOptions }).options,
    report: lastReport(db),
    collected: collectedOf(row),
    rules: db
      .prepare('SELECT origin AS kind, file, content FROM sources WHERE content IS NOT NULL')
      .all() as RuleFile[],
    ...readPlaces(db),
    writeRule({ kind, file, content }) {
      folder ??= newTemporaryFolder(dataDir)
      const copy = join(folder, `${kind}-${file.replaceAll(/[^\w.-]/g, '_')}`)
      writePrivateFile(copy, content)
      return copy
    },
    close() {
      if (folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The latest report kept with an index. */
export function lastReport(db: ReadableDb): ImportReport {
  const text = db.prepare('SELECT report FROM import_runs ORDER BY run DESC LIMIT 1').pluck().get()
  return JSON.parse(String(text)) as ImportReport
}

function readPlaces(
  db: ReadableDb,
): Pick<EarlierIndex, 'institutionFiles' | 'sightings' | 'printed' | 'merged'> {
  const institutionFiles: EarlierIndex['institutionFiles'] = []
  let sightings: Sighting[] = []
  let printed: PrintedSighting[] = []
  const rows = db.prepare('SELECT file, data FROM place_records').all() as { file: string; data: Buffer }[]
  const merged = noMerges()
  for (const { file, data } of rows) {
    if (addStoredMerges(file, data, merged)) continue
    const lines = zstdDecompressSync(data).toString('utf8').split('\n').filter(Boolean)
    if (file === SIGHTINGS) sightings = lines.map((line) => JSON.parse(line) as Sighting)
    else if (file === PRINTED) printed = lines.map((line) => JSON.parse(line) as PrintedSighting)
    else institutionFiles.push({ file, records: lines.map((line) => JSON.parse(line) as InstitutionRecord) })
  }
  return { institutionFiles, sightings, printed, merged }
}

/**
 * Copies the articles and begins the numbering of nodes with theirs; duplicates are found anew among all.
 * @returns the number of the first new task, so that new articles are stored after the old.
 */
export function copyEarlier(db: WritableDb, earlier: EarlierIndex, spill: Spill): number {
  const keys = earlier.db.prepare('SELECT key FROM nodes ORDER BY node').pluck().all() as string[]
  for (const key of keys) spill.nodes.of(parseKey(key))
  spill.saw(earlier.sightings)
  spill.printed.saw(earlier.printed)
  const insertChunk = db.prepare(INSERT_CHUNK)
  let last = 0
  const chunks = earlier.db.prepare('SELECT * FROM article_chunks ORDER BY chunk').raw().iterate()
  for (const row of chunks as IterableIterator<unknown[]>) {
    insertChunk.run(row.slice(0, -1))
    last = Number(row[0])
    spill.articles += Number(row[1])
    spill.contributions += Number(row[2])
  }
  const insertText = db.prepare(INSERT_TEXT)
  for (const row of earlier.db.prepare('SELECT * FROM article_texts ORDER BY chunk, block').raw().iterate()) {
    insertText.run(row as unknown[])
  }
  copyLists(db, earlier.db)
  copyRefused(db, earlier.db)
  return Math.floor(last / 1e6) + 1
}

/** The key of a node as it is stored: `I27837315` is the number of an institution. */
export function parseKey(stored: string): NodeKey {
  const number = /^I(\d{1,15})$/.exec(stored)?.[1]
  return number === undefined ? stored : Number(number)
}
