/** The report of an import of a plan's results: files, what became of every record, and where the articles lie. */
import { readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { ImportReport, ReportedFile } from '../../../shared/contract/import-report.ts'
import { PLAN_MANIFEST } from '../../../shared/domain/plan-folder.ts'
import type { PlanOrigin } from '../../../shared/domain/plan-origin.ts'
import type { ImportContext } from '../../context.ts'
import type { WritableDb } from '../../db/handles.ts'
import { hashFiles } from '../../import/run/hash-files.ts'
import type { ProgressMeter } from '../../import/run/progress-meter.ts'
import { countInstitutions } from '../../import/settle/count-institutions.ts'
import type { ResolvedPlaces } from '../../import/settle/resolve-places.ts'
import type { Statistics } from '../../statistics/derive.ts'
import { placedOf } from '../../statistics/placed-of.ts'
import { tableRows } from '../derive-sample.ts'
import type { BroughtPlan } from '../read-plan.ts'
import { partsOf, resultPaths, resultRows } from '../read-results.ts'
import type { ResultTable } from '../steps/results.ts'
import { RESULTS, SAMPLE_FILE } from '../steps/results.ts'

export interface MadeOf {
  origin: PlanOrigin
  places: ResolvedPlaces
  statistics: Statistics
  unread: number
}

/** Read are the records that the engine could read; of one work or DOI those that another decides for are left out. */
export async function planReport(
  plan: BroughtPlan,
  { origin, places, statistics, unread }: MadeOf,
  { meter, started }: { meter: ProgressMeter; started: number },
  { now, signal }: ImportContext,
): Promise<ImportReport> {
  const told = new Map<string, number>()
  for await (const [name = '', value] of resultRows(plan.folder, 'checks')) told.set(name, Number(value))
  const records = told.get('records') ?? 0
  const reasons = [...told].flatMap(([name, count]) => {
    const reason = /^records (.+)$/.exec(name)?.[1]
    return reason === undefined || reason === 'counted' ? [] : [{ reason, count }]
  })
  const rejected = reasons.reduce((sum, { count }) => sum + count, 0)
  const others = records - rejected - origin.articles
  const placed = placedOf(statistics)
  return {
    finishedAt: now(),
    durationMs: Math.round(performance.now() - started),
    steps: meter.steps(),
    files: await filesOf(plan, signal),
    read: records + unread,
    stored: origin.articles,
    rejected: [
      ...reasons,
      ...(others > 0 ? [{ reason: 'plan-left-out', count: others }] : []),
      ...(unread > 0 ? [{ reason: 'unreadable', count: unread }] : []),
    ].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    oddities: [],
    contradicting: 0,
    listed: [],
    unmatched: [],
    institutions: {
      read: tableRows(plan.folder, 'places').length,
      ...countInstitutions(places, statistics),
    },
    placed,
    articles: origin.articles,
    dataFrom: null,
    strict: false,
  }
}

/** The manifest and what the engine wrote. @throws AppError scale-missing */
export const broughtFiles = (folder: string): string[] => [
  join(folder, PLAN_MANIFEST),
  ...Object.keys(RESULTS).flatMap((table) => resultPaths(folder, table as ResultTable)),
  ...partsOf(join(folder, SAMPLE_FILE), SAMPLE_FILE),
]

async function filesOf(plan: BroughtPlan, signal: AbortSignal): Promise<ReportedFile[]> {
  const paths = broughtFiles(plan.folder)
  const hashes = await hashFiles(
    paths.map((path) => ({ path })),
    signal,
  )
  return paths.map((path) => ({
    file: relative(plan.folder, path).replaceAll('\\', '/'),
    kind: 'plan',
    bytes: statSync(path).size,
    sha256: hashes.get(path) ?? '',
    records: 0,
  }))
}

/** The report, and the files as sources; the manifest is kept whole, as it holds all rules and the hashes of tables and steps. */
export function storeReport(db: WritableDb, plan: BroughtPlan, report: ImportReport): void {
  const insert = db.prepare(
    'INSERT INTO sources (file, sha256, bytes, licence, origin, content) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const { file, sha256, bytes, kind } of report.files)
    insert.run(
      file,
      sha256,
      bytes,
      '',
      kind,
      file === PLAN_MANIFEST ? readFileSync(join(plan.folder, PLAN_MANIFEST)) : null,
    )
  db.prepare('INSERT INTO import_runs (finished_at, report) VALUES (?, ?)').run(
    report.finishedAt,
    JSON.stringify(report),
  )
}
