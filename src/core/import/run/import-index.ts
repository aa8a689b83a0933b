/** Builds a computed index from article-level files: reads, counts, derives, and swaps the finished file in. */
import { existsSync } from 'node:fs'
import type { DatasetSummary } from '../../../shared/contract/datasets.ts'
import type { CameOfIt, ImportReport } from '../../../shared/contract/import-report.ts'
import type { IndexOptions, IndexOutcome } from '../../../shared/contract/imports.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportContext } from '../../context.ts'
import { assertSound } from '../../datasets/checksum.ts'
import { buildDataset } from '../../datasets/build.ts'
import { holdDataset } from '../../datasets/lock.ts'
import type { WritableDb } from '../../db/handles.ts'
import { datasetPath } from '../../datasets/files.ts'
import { createWritable, openReadable } from '../../db/open.ts'
import { cameOfIt } from '../../findings/import-finding.ts'
import { indexFacts } from '../../findings/index-facts.ts'
import type { Countries } from '../places/countries.ts'
import { loadCountries } from '../places/countries.ts'
import type { EarlierIndex } from './earlier-index.ts'
import { copyEarlier, openEarlier } from './earlier-index.ts'
import type { GivenFiles, ImportIndexInput } from './given.ts'
import { readGivenFiles } from './given-files.ts'
import { assertCanEnd, importSize, roomOf } from './import-size.ts'
import { hashFiles } from './hash-files.ts'
import { finishIndex } from './finish-index.ts'
import { ProgressMeter } from './progress-meter.ts'
import { CHUNKS_PER_TASK } from '../parse/parsed-output.ts'
import { runParsers } from '../parse/parser-pool.ts'
import { ReportBuilder } from './report.ts'
import { Spill } from './spill.ts'
import type { ParserData } from '../parse/tasks.ts'
import { tasksOf } from '../parse/tasks.ts'

/**
 * @throws AppError import-rejected (a file of no known kind, or damaged), import-records, import-disk and import-memory
 *   where it could not end, dataset-exists, dataset-unknown and
 *   not-an-index where files are added, dataset-busy, dataset-changed, disk-full, cancelled; what was stored is then as it was.
 */
export function importIndex(input: ImportIndexInput, context: ImportContext): Promise<IndexOutcome> {
  // From before an index to which files are added is read.
  return holdDataset(context, input.as, (held) => importHeld(input, held))
}

async function importHeld(input: ImportIndexInput, context: ImportContext): Promise<IndexOutcome> {
  const started = performance.now()
  if (input.mode === 'add') await soundBase(input.as, context)
  const earlier = input.mode === 'add' ? openEarlier(input.as, context) : null
  try {
    const { columns, encoding, delimiter } = input.options // of the new files; how to count is the index's own
    const options = earlier ? { ...earlier.options, columns, encoding, delimiter } : input.options
    const name = input.name ?? earlier?.name
    context.progress({ step: 'checking', bytesRead: 0, bytesTotal: 0, records: 0 })
    const countries = loadCountries(context.resourcesDir)
    const files = { paths: input.paths, columns, encoding, delimiter }
    const given = input.given ?? (await readGivenFiles(files, earlier, countries, context))
    tellSize(given, options, earlier?.report.articles ?? 0, context)
    let report: ImportReport | null = null
    const replace = input.mode !== 'create'
    const dataset = await buildDataset(context, input.as, { replace }, async (path, revision) => {
      const db = createWritable(path)
      try {
        db.pragma('cache_size = -32000')
        report = await build(db, { ...input, name, options }, given, earlier, context, {
          revision,
          started,
          countries,
        })
      } finally {
        db.close()
      }
    })
    if (!report) throw new AppError('internal', 'the import left no report')
    return { dataset, report, came: cameOf(report, dataset, context) }
  } finally {
    earlier?.close()
  }
}

/** Before anything is written. @throws AppError import-records, import-disk, import-memory */
function tellSize(
  { weights = [] }: GivenFiles,
  options: IndexOptions,
  before: number,
  context: ImportContext,
): void {
  if (weights.length === 0) return
  const size = importSize(weights, options, roomOf(context.dataDir), before)
  assertCanEnd(size)
  if (size.isLarge) context.progress({ step: 'checking', bytesRead: 0, bytesTotal: 0, records: 0, size })
}

/** Damage of an index to which files are added would be counted anew. */
async function soundBase(id: string, { dataDir }: ImportContext): Promise<void> {
  if (existsSync(datasetPath(dataDir, id))) await assertSound(dataDir, id)
}

/** Of the index as it is stored now. */
function cameOf(
  { institutions }: ImportReport,
  { dataset, defaultYear }: DatasetSummary,
  context: ImportContext,
): CameOfIt {
  const db = openReadable(datasetPath(context.dataDir, dataset), dataset)
  try {
    return cameOfIt(dataset, indexFacts(db, defaultYear), institutions)
  } finally {
    db.close()
  }
}

async function build(
  db: WritableDb,
  input: ImportIndexInput,
  given: GivenFiles,
  earlier: EarlierIndex | null,
  context: ImportContext,
  { revision, started, countries }: { revision: number; started: number; countries: Countries },
): Promise<ImportReport> {
  db.exec('BEGIN')
  const spill = new Spill(db)
  const firstTask = earlier ? copyEarlier(db, earlier, spill) : 0
  const hashes = given.hashes ? Promise.resolve(given.hashes) : hashFiles(given.files, context.signal)
  hashes.catch(() => undefined) // told below, unless the import fails for another reason before
  const report = new ReportBuilder(given, earlier?.report ?? null, input.options)
  const meter = new ProgressMeter(given.articleBytes, context)
  const tasks = tasksOf(given.articles).map((task) => ({ ...task, number: task.number + firstTask }))
  await runParsers(
    tasks,
    parserData(input, given, context),
    {
      chunk: (thread, chunk) => spill.add(thread, chunk),
      refused: ({ key, ...columns }) => spill.refuse(key, columns),
      progress: (bytes, records) => meter.add(bytes, records),
      taskEnd(task, end) {
        spill.saw(end.sightings)
        spill.printed.saw(end.printed)
        report.addTask(task, end)
      },
    },
    context.signal,
  )
  report.hashes = await hashes
  const finished = finishIndex(
    db,
    spill,
    { input, given, report, revision, started, meter, countries, firstChunk: firstTask * CHUNKS_PER_TASK },
    context,
  )
  db.exec('COMMIT')
  db.exec('ANALYZE')
  return finished
}

function parserData(
  { options }: ImportIndexInput,
  { subjects, institutions, suburbs }: GivenFiles,
  { resourcesDir }: ImportContext,
): Omit<ParserData, 'control' | 'slot'> {
  const printed = options.printedPlaces ? { suburbs, placed: institutions.placed() } : null
  return { options, subjects, resourcesDir, printed }
}
