/** `imports.planResult`: an index from the tables that an engine made by a plan; nothing is stored unless all of them hold. */
import { rmSync, statSync } from 'node:fs'
import type { ImportReport } from '../../../shared/contract/import-report.ts'
import type { IndexOutcome } from '../../../shared/contract/imports.ts'
import { indexOptions } from '../../../shared/contract/imports.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { PlanOrigin } from '../../../shared/domain/plan-origin.ts'
import type { ImportContext } from '../../context.ts'
import { buildDataset } from '../../datasets/build.ts'
import { datasetPath } from '../../datasets/files.ts'
import { holdDataset } from '../../datasets/lock.ts'
import { newTemporaryFolder } from '../../datasets/temporary.ts'
import type { WritableDb } from '../../db/handles.ts'
import { createWritable, openReadable } from '../../db/open.ts'
import { cameOfIt } from '../../findings/import-finding.ts'
import { indexFacts } from '../../findings/index-facts.ts'
import { loadCountries } from '../../import/places/countries.ts'
import { cityPositions, defaultYearOf } from '../../import/run/finish-index.ts'
import { ProgressMeter } from '../../import/run/progress-meter.ts'
import { rejectedFor } from '../../import/text/import-issue.ts'
import { storePlaces } from '../../import/settle/store-places.ts'
import { planContent } from '../../statistics/plan-content.ts'
import type { Counted } from '../../statistics/plan-parts.ts'
import { planStatistics } from '../../statistics/plan-parts.ts'
import { DIGEST_FORM, statisticsDigest } from '../../statistics/statistics-digest.ts'
import { storeStatistics } from '../../statistics/store-statistics.ts'
import { checkResults } from '../check-plan.ts'
import { deriveSampleIn, sampleIn, tableRows } from '../derive-sample.ts'
import { planFolder } from '../plan-folder.ts'
import type { BroughtPlan } from '../read-plan.ts'
import { readPlan } from '../read-plan.ts'
import type { FileOf } from '../read-results.ts'
import { requireResults, tableFile } from '../read-results.ts'
import { SAMPLE_FILE } from '../steps/results.ts'
import { dropGiven, ResultLoader, storePairs, storeParts } from './load-results.ts'
import { refuseDifferences } from './refused-results.ts'
import type { ResultPlaces } from './result-places.ts'
import { resultPlaces } from './result-places.ts'
import { planReport, storeReport } from './result-report.ts'
import { storeSample, UnknownNode } from './store-sample.ts'

export interface PlanResultInput {
  /** Of a plan with its results: its folder, or the files in it. */
  paths: readonly string[]
  as: string
  name: string | undefined
  replace: boolean
}

/**
 * @throws AppError scale-foreign (no plan, or of another version), scale-missing, import-rejected (what does not hold, by file),
 *   dataset-exists, dataset-busy, dataset-changed, disk-full, cancelled; what was stored is then as it was.
 */
export function importPlanResult(input: PlanResultInput, context: ImportContext): Promise<IndexOutcome> {
  return holdDataset(context, input.as, (held) => importHeld(input, held))
}

async function importHeld(
  { paths, as, name, replace }: PlanResultInput,
  context: ImportContext,
): Promise<IndexOutcome> {
  const started = performance.now()
  context.progress({ step: 'checking', bytesRead: 0, bytesTotal: 0, records: 0 })
  const plan = readPlan(planFolder(paths))
  requireResults(plan.folder)
  const own = newTemporaryFolder(context.dataDir)
  try {
    let report: ImportReport | null = null
    const dataset = await buildDataset(context, as, { replace }, async (path, revision) => {
      context.progress({ step: 'checking', bytesRead: 0, bytesTotal: 0, records: 0 })
      const sample = await deriveSampleIn(own, plan, context, true)
      context.signal.throwIfAborted()
      const check = await checkResults(plan, sample, context.signal)
      refuseDifferences(check, plan.folder)
      context.signal.throwIfAborted()
      const db = createWritable(path)
      try {
        db.pragma('cache_size = -32000')
        const built = { plan, articles: check.articles, unread: check.unread, sample: own, started, revision }
        report = await build(db, { as, name: name ?? as }, built, context)
      } finally {
        db.close()
      }
    })
    if (!report) throw new AppError('internal', 'the import left no report')
    const stored = openReadable(datasetPath(context.dataDir, as), as)
    try {
      const { institutions } = report as ImportReport
      return { dataset, report, came: cameOfIt(as, indexFacts(stored, dataset.defaultYear), institutions) }
    } finally {
      stored.close()
    }
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

interface Brought {
  plan: BroughtPlan
  articles: number
  /** Lines that the engine could not read. */
  unread: number
  /** Data folder of the sample's index. */
  sample: string
  started: number
  revision: number
}

async function build(
  db: WritableDb,
  named: { as: string; name: string },
  brought: Brought,
  context: ImportContext,
): Promise<ImportReport> {
  const { plan, articles } = brought
  const { signal } = context
  const meter = new ProgressMeter(0, context)
  const pause = () => signal.throwIfAborted()
  const fileOf: FileOf = (table) => tableFile(plan.folder, table)
  db.exec('BEGIN')
  const given = await resultPlaces(plan.folder)
  const counted = await new ResultLoader(db, plan.folder, given, { meter, signal }).load()
  meter.step('deriving')
  storeParts(db, given, fileOf)
  const { statistics, hundredths } = statisticsOf(db, given, counted, { pause, fileOf })
  storePairs(db, pause, fileOf)
  dropGiven(db)
  meter.step('storing')
  const defaultYear = defaultYearOf(statistics)
  const countries = loadCountries(context.resourcesDir)
  storePlaces(db, given.places, given.keys, countries, cityPositions(statistics, hundredths, defaultYear))
  storeStatistics(db, statistics, hundredths)
  const sampled = keepSample(db, brought, given)
  const { pairsFrom, sampleOf, from, to } = plan.rules
  const origin: PlanOrigin = {
    ...{ plan: plan.plan, engine: plan.engine, from, to, pairsFrom, sampleOf, sampled, articles },
  }
  const made = { origin, places: given.places, statistics, unread: brought.unread }
  const report = await planReport(plan, made, { meter, started: brought.started }, context)
  storeReport(db, plan, report)
  storeDatasetRow(db, { ...named, plan, origin, defaultYear, revision: brought.revision }, given, context)
  signal.throwIfAborted()
  db.exec('COMMIT')
  db.exec('ANALYZE')
  return report
}

/** @throws AppError import-rejected where parts and articles contradict each other */
function statisticsOf(
  db: WritableDb,
  { places }: ResultPlaces,
  counted: Counted,
  { pause, fileOf }: { pause: () => void; fileOf: FileOf },
) {
  try {
    return planStatistics(db, places.maps, places.sizes, counted, pause)
  } catch (error) {
    if (error instanceof AppError || (error as Error).name === 'AbortError') throw error
    throw rejectedFor(fileOf('shares'), null, 'plan-sums', { at: (error as Error).message })
  }
}

/** @returns how many articles of it count @throws AppError import-rejected where the results lack an affiliation of it */
function keepSample(db: WritableDb, { sample, plan }: Brought, { keys }: ResultPlaces): number {
  const path = sampleIn(sample)
  if (!statSync(path, { throwIfNoEntry: false })) return 0
  const from = openReadable(path, 'sample')
  try {
    return storeSample(db, from, keys, plan.rules)
  } catch (error) {
    if (!(error instanceof UnknownNode)) throw error
    throw rejectedFor(SAMPLE_FILE, null, 'plan-sample', { at: error.node, differences: 1 })
  } finally {
    from.close()
  }
}

interface Row {
  as: string
  name: string
  plan: BroughtPlan
  origin: PlanOrigin
  defaultYear: number
  revision: number
}

function storeDatasetRow(
  db: WritableDb,
  { as, name, plan, origin, defaultYear, revision }: Row,
  { keys }: ResultPlaces,
  context: ImportContext,
): void {
  const { types, includeRetracted, includeTruncated, spreadUnknown, mapping, journals } = plan.rules
  const options = { types, includeRetracted, includeTruncated, spreadUnknown, printedPlaces: false }
  const contentSum = planContent(db, keys, origin)
  const parameters = {
    options: indexOptions.parse(options),
    metros: plan.metros,
    subjects: mapping.edition,
    journals: journals
      ? new Set(tableRows(plan.folder, 'journals').map(({ journal }) => journal)).size
      : null,
    contentSum,
    digestForm: DIGEST_FORM,
    collectedFor: null,
    fetched: null,
    plan: origin,
  }
  db.prepare('INSERT INTO dataset VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    ...[as, name, null, 'computed', revision, context.now(), context.appVersion, String(defaultYear)],
    ...[defaultYear, '', name, JSON.stringify(parameters), '[]', statisticsDigest(db, contentSum)],
  )
}
