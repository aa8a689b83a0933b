import type {
  DatasetDetail,
  DatasetSummary,
  ImportNotice,
  SourceFile,
} from '../../shared/contract/datasets.ts'
import type { CollectedFor } from '../../shared/domain/collected-for.ts'
import type { PlanOrigin } from '../../shared/domain/plan-origin.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { DatasetStamp, Scope } from '../../shared/contract/common.ts'
import type { CameOfIt, ImportReport } from '../../shared/contract/import-report.ts'
import { ALL_SUBJECTS } from '../../shared/domain/subjects.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { limitsOf } from '../datasets/collected.ts'
import { datasetPath, datasetsDir, listDatasetIds } from '../datasets/files.ts'
import { sizeOf, summarize, summarizeOpen } from '../datasets/list-entry.ts'
import { readDatasetRow } from '../datasets/summary.ts'
import { cameOfIt } from '../findings/import-finding.ts'
import { indexFacts } from '../findings/index-facts.ts'
import { computedCoverage, computedYears } from './computed/coverage.ts'
import { citiesHaving, rankingEntries } from './ranking-rows.ts'

export function listDatasets(context: ReaderContext): { datasets: DatasetSummary[]; dataDir: string } {
  return {
    datasets: listDatasetIds(context.dataDir).flatMap((id) => summaryOf(context.dataDir, id)),
    dataDir: datasetsDir(context.dataDir),
  }
}

/** None for a link to nothing, or a dataset removed since the folder was read. */
function summaryOf(dataDir: string, id: string): DatasetSummary[] {
  try {
    return [summarize(dataDir, id)]
  } catch (error) {
    if (error instanceof AppError && error.code === 'dataset-unknown') return []
    throw error
  }
}

/** A dataset with its provenance and what it holds. @throws AppError dataset-unknown, -damaged, -newer, -foreign. */
export function showDataset(id: string, context: ReaderContext): DatasetDetail {
  const dataset = context.open(id)
  const row = readDatasetRow(dataset.db, id)
  const all = <T>(sql: string) => dataset.db.prepare(sql).all() as T[]
  return {
    ...summarizeOpen(dataset.db, id, sizeOf(datasetPath(context.dataDir, id)) ?? 0),
    edition: row.edition,
    licence: row.licence,
    citation: row.citation,
    appVersion: row.app_version,
    sources: all<SourceFile>(`SELECT file, sha256, bytes, licence, origin,
        (SELECT count(*) FROM figures f WHERE f.source_id = s.source_id) AS figures FROM sources s ORDER BY source_id`),
    scopes: all<Scope>(
      'SELECT scope_id AS id, label, label_zh AS labelZh, journals FROM scopes ORDER BY journals',
    ),
    coverage: coverageOf(dataset),
    years: yearsOf(dataset),
    regions: all<
      DatasetDetail['regions'][number]
    >(`SELECT region_id AS id, r.name, r.name_zh AS nameZh, count(*) AS cities
        FROM regions r JOIN cities USING (region_id) GROUP BY region_id ORDER BY cities DESC, r.name`),
    notices: JSON.parse(row.notices) as ImportNotice[],
    came: row.kind === 'published' ? null : dataset.memo('came', () => cameOfIndex(dataset)),
  }
}

/** What the files of a dataset were fetched for, or which engine counted it. @throws AppError dataset-unknown, -damaged. */
export function datasetCollected(
  id: string,
  context: ReaderContext,
): DatasetStamp & { collectedFor: CollectedFor | null; plan?: PlanOrigin } {
  const { db, version } = context.open(id)
  return { dataset: id, version, collectedFor: null, ...limitsOf(db) }
}

/** The reports of the imports that made an index, the latest first. @throws AppError dataset-unknown, -damaged. */
export function importReports(
  id: string,
  context: ReaderContext,
): DatasetStamp & { reports: ImportReport[] } {
  const dataset = context.open(id)
  const rows = dataset.db.prepare('SELECT report FROM import_runs ORDER BY run DESC').pluck().all()
  return {
    dataset: dataset.id,
    version: dataset.version,
    reports: rows.map((report) => JSON.parse(String(report)) as ImportReport),
  }
}

function cameOfIndex(dataset: OpenDataset): CameOfIt {
  const latest = dataset.db.prepare('SELECT report FROM import_runs ORDER BY run DESC LIMIT 1').pluck().get()
  const report = latest === undefined ? null : (JSON.parse(String(latest)) as ImportReport)
  const facts = indexFacts(dataset.db, dataset.defaultYear)
  return cameOfIt(dataset.id, facts, report?.institutions ?? null)
}

function coverageOf(dataset: OpenDataset): DatasetDetail['coverage'] {
  if (dataset.kind !== 'published') return computedCoverage(dataset)
  const scores = dataset.db.prepare(
    "SELECT count(*) FROM figures WHERE indicator = 'bcs' AND subject = ? AND year_to = ? AND value IS NOT NULL",
  )
  return ALL_SUBJECTS.map((subject) => {
    const entries = rankingEntries(dataset, subject, dataset.defaultYear)
    return {
      subject,
      rank: citiesHaving(entries, 'rank'),
      share: citiesHaving(entries, 'share'),
      count: citiesHaving(entries, 'count'),
      change: citiesHaving(entries, 'changePct'),
      scores: Number(scores.pluck().get(subject, dataset.defaultYear)),
    }
  })
}

function yearsOf(dataset: OpenDataset): DatasetDetail['years'] {
  if (dataset.kind !== 'published') return computedYears(dataset)
  return dataset.db
    .prepare(
      `SELECT year, count(DISTINCT CASE WHEN subject = 'all' AND share IS NOT NULL THEN city_id END) AS shares,
         count(DISTINCT city_id) AS cities,
         max(CASE WHEN subject = 'all' THEN scope_id END) AS scope
       FROM city_figures GROUP BY year ORDER BY year`,
    )
    .all() as DatasetDetail['years']
}
