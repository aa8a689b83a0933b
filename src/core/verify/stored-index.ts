/** What an index holds beside its figures, derived again: names, places, its own row, its sources, its report. */
import type { ImportReport } from '../../shared/contract/import-report.ts'
import { contributionChunks } from '../articles/chunk-columns.ts'
import { nodeKeys, nodeMaps } from '../articles/node-maps.ts'
import { unpack } from '../articles/pack.ts'
import { ARTICLES_PER_BLOCK } from '../articles/text-row.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import type { DatasetRow } from '../datasets/summary.ts'
import { readDatasetRow } from '../datasets/summary.ts'
import type { ReadableDb } from '../db/handles.ts'
import { storedLists } from '../import/chunks/author-lists.ts'
import { CREDIT } from '../import/run/create-sample.ts'
import type { DerivedAgain } from '../import/run/derive-again.ts'
import { deriveAgain } from '../import/run/derive-again.ts'
import { byThisVersion } from './check.ts'
import { compareTable, tablesOf } from './compare-tables.ts'
import { assertPlan } from './plan-index.ts'
import { placedOf } from '../statistics/placed-of.ts'
import { derivedFigures } from './verify-index.ts'

/** Tables that places, names and editions are stored in: of an index, those of editions are empty. */
const DERIVED =
  /^(regions|metros|cities|institutions|nodes|scopes|figures|city_figures|institution_search_.*)$/

/** @throws Error what differs; NotComparable where another version of the app stored it. */
export async function verifyStored(dataset: OpenDataset, context: ReaderContext): Promise<string | null> {
  const { db, id } = dataset
  const row = readDatasetRow(db, id)
  assertColumns(db)
  assertOwnWords(db, row)
  if (dataset.plan) return planStored(dataset, row)
  return byThisVersion(row.app_version, context, async () => {
    const { statistics, hundredths } = derivedFigures(dataset)
    const figures = { keys: nodeKeys(dataset), maps: nodeMaps(dataset), statistics, hundredths }
    const again = await deriveAgain(db, id, figures, context)
    try {
      assertRow(row, again)
      assertReport(reportsOf(db).at(-1), statistics.articles, again)
      const tables = tablesOf(again.db).filter((table) => DERIVED.test(table))
      const rows = tables.map((table) => compareTable(db, again.db, table))
      return `${rows.reduce((sum, count) => sum + count, 0)} rows`
    } finally {
      again.db.close()
    }
  })
}

/** Names and places of such an index follow from nothing that is stored: their digest alone is compared, with the figures. */
function planStored(dataset: OpenDataset, row: DatasetRow): string {
  const derived = derivedFigures(dataset)
  assertPlan(dataset, row, derived)
  const report = reportsOf(dataset.db).at(-1)
  same('report: articles', report?.articles, derived.statistics.articles)
  same('report: placed', report?.placed, placedOf(derived.statistics))
  return `plan ${dataset.plan?.plan.slice(0, 12)}; names and places by their digest`
}

function same(what: string, stored: unknown, derived: unknown): void {
  const [a, b] = [JSON.stringify(stored), JSON.stringify(derived)]
  if (a !== b) throw new Error(`${what}: ${a}, derived ${b}`)
}

/** Numbers of articles, contributions and records are those of the columns beside them; words and authors are of stored articles. */
function assertColumns(db: ReadableDb): void {
  const all = (sql: string) => db.prepare(sql).raw().all() as number[][]
  const told = all('SELECT chunk, articles, contributions FROM article_chunks ORDER BY chunk')
  const found: number[][] = []
  const blocks: number[][] = []
  for (const { chunk, years, nodes } of contributionChunks(db)) {
    found.push([chunk, years.length, nodes.length])
    const most = Math.ceil(years.length / ARTICLES_PER_BLOCK)
    blocks.push([chunk, most, most - 1])
  }
  same('article_chunks', told, found)
  const words = all('SELECT chunk, count(*), max(block) FROM article_texts GROUP BY chunk ORDER BY chunk')
  if (words.length > 0) same('article_texts', words, blocks)
  const chunks = new Set(found.map(([chunk]) => chunk))
  for (const { chunk } of storedLists(db))
    if (!chunks.has(chunk)) throw new Error(`article_authors ${chunk}: of no articles`)
  const refused = db.prepare('SELECT records, ids FROM refused_works').all() as {
    records: number
    ids: Buffer
  }[]
  for (const { records, ids } of refused)
    same('refused_works.records', records, unpack(ids, Float64Array).length)
}

/** What the dataset says of itself in one place, against another. */
function assertOwnWords(db: ReadableDb, row: DatasetRow): void {
  same('dataset.notices', row.notices, '[]')
  same('dataset.edition', row.edition, String(row.default_year))
  const isSample = row.citation === CREDIT.citation
  same('dataset.kind', row.kind, isSample ? 'sample' : 'computed')
  same('dataset.licence', row.licence, isSample ? CREDIT.licence : '')
  same('dataset.parameters', row.parameters, JSON.stringify(JSON.parse(row.parameters)))
  const runs = db.prepare('SELECT run, finished_at, report FROM import_runs ORDER BY run').raw().all()
  for (const [at, [run, finishedAt, report]] of (runs as [number, string, string][]).entries()) {
    same('import_runs.run', run, at + 1)
    same('import_runs.report', report, JSON.stringify(JSON.parse(report)))
    same('import_runs.finished_at', finishedAt, (JSON.parse(report) as ImportReport).finishedAt)
  }
  assertSources(db, reportsOf(db).at(-1))
}

function reportsOf(db: ReadableDb): ImportReport[] {
  const texts = db.prepare('SELECT report FROM import_runs ORDER BY run').pluck().all() as string[]
  return texts.map((text) => JSON.parse(text) as ImportReport)
}

/** The table of sources and the report name the same files. */
function assertSources(db: ReadableDb, report: ImportReport | undefined): void {
  const rows = db
    .prepare('SELECT source_id, file, sha256, bytes, origin, licence FROM sources ORDER BY source_id')
    .raw()
    .all() as [number, string, string, number, string, string][]
  const told = new Map(
    (report?.files ?? []).map(({ sha256, bytes, kind }) => [`${sha256} ${bytes} ${kind}`, true]),
  )
  const names = new Set(report?.files.map(({ file }) => file))
  rows.forEach(([number, file, sha256, bytes, origin, licence], i) => {
    same('sources.source_id', number, i + 1)
    same(`sources.licence of ${file}`, licence, '')
    const named = names.has(file) || names.has(file.replace(/ \(\d+\)$/, ''))
    if (!named || !told.has(`${sha256} ${bytes} ${origin}`))
      throw new Error(`sources: ${file} is not in the report`)
  })
}

function assertRow(row: DatasetRow, { defaultYear, rules }: DerivedAgain): void {
  same('dataset.default_year', row.default_year, defaultYear)
  const { metros, subjects, journals } = JSON.parse(row.parameters) as DerivedAgain['rules']
  same('dataset.parameters', { metros, subjects, journals }, rules)
}

/** Counts of a report that follow from the articles and places; those of records that were rejected follow from nothing. */
function assertReport(report: ImportReport | undefined, articles: number, again: DerivedAgain): void {
  if (!report) throw new Error('import_runs: no report')
  const { matched, unmatched, withoutCity } = report.institutions
  same('report: institutions', { matched, unmatched, withoutCity }, again.institutions)
  same('report: articles', report.articles, articles)
  if (report.placed) same('report: placed', report.placed, again.placed)
  const rejected = report.rejected.reduce((sum, { count }) => sum + count, 0)
  same('report: read', report.read, report.stored + rejected)
}
