/** Imports of article-level files: against reading and JSON.parse alone, against DuckDB, and in memory and size. */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../../../scripts/support/build.ts'
import type { ImportReport } from '../../../src/shared/contract/import-report.ts'
import type { DatasetSummary } from '../../../src/shared/contract/datasets.ts'
import type { Benchmark, Figure } from '../benchmark.ts'
import { realRecords, syntheticInstitutions, syntheticWorks } from '../data/index.ts'
import { queryFigures } from './query-figures.ts'
import { besideEngines } from './engines.ts'
import { runChild } from './run-child.ts'

const here = import.meta.dirname
const CLI = join(here, '..', '..', '..', 'out', 'main', 'cli.js')

interface Corpus {
  name: string
  make: () => Promise<string | null>
  /** Parts of the JSON.parse floor of the same run. */
  goals: {
    reading: number
    withoutWords: number
    bytesWithoutWords: number
    wordsPerArticle: number
    peakMb?: number
  }
}

const SMALL: Corpus = {
  name: 'synthetic, 75,000 articles',
  make: () => syntheticWorks(75_000, 1),
  goals: { reading: 0.6, withoutWords: 1, bytesWithoutWords: 100, wordsPerArticle: 285 },
}
const CORPORA: Corpus[] = [
  SMALL,
  {
    name: 'real records, pages of the API',
    make: () => realRecords('api', 500),
    goals: { reading: 0.45, withoutWords: 0.4, bytesWithoutWords: 100, wordsPerArticle: 170 },
  },
  {
    name: 'real records, 21 columns',
    make: () => realRecords('lattes', 500),
    goals: { reading: 0.45, withoutWords: 0.5, bytesWithoutWords: 100, wordsPerArticle: 285 },
  },
]
const LARGE: Corpus = {
  name: 'synthetic, 675,000 articles',
  make: () => syntheticWorks(75_000, 9),
  goals: { reading: 0.6, withoutWords: 1, bytesWithoutWords: 100, wordsPerArticle: 285, peakMb: 600 },
}

export const imports: Benchmark = {
  name: 'import',
  about:
    'works to a ready index: whole processes beside DuckDB and ClickHouse, then against the floor of the same run; the engines keep no words, names or search index',
  run: async () => [...(await built(() => besideEngines(2000))), ...(await runAll(CORPORA))],
}

export const importLong: Benchmark = {
  name: 'import-8gb',
  about: 'whole imports of 8 GB of real records beside DuckDB and ClickHouse',
  run: () => built(() => besideEngines(8000)),
}

/** Runs with the app built as it is now. */
async function built(run: () => Promise<Figure[]>): Promise<Figure[]> {
  await buildIfStale('app')
  return run()
}

export const indexQueries: Benchmark = {
  name: 'index-queries',
  about: 'queries of an index of 75,000 articles in 2,000 cities, through the core',
  run: () => queriesOf(SMALL),
}

export const largeImport: Benchmark = {
  name: 'import-large',
  about: 'the same with 675,000 articles in 4 GB, made at first (a few minutes); growth against 75,000',
  async run() {
    return [...(await runAll([LARGE])), ...(await growth()), ...(await queriesOf(LARGE))]
  },
}

async function runAll(corpora: readonly Corpus[]): Promise<Figure[]> {
  await buildIfStale('app')
  const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-bench-'))
  try {
    const figures: Figure[] = []
    for (const corpus of corpora) figures.push(...(await measure(corpus, dataDir)))
    return figures
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

interface Imported {
  dataset: DatasetSummary
  report: ImportReport
}

export async function importFile(path: string, dataDir: string, ...more: string[]) {
  const args = [CLI, 'import', 'works', path, '--as', 'bench', '--replace', '--data-dir', dataDir]
  const { value, peakMb } = await runChild([...args, '--format', 'json', '--quiet', ...more])
  return { ...(value as Imported), peakMb }
}

async function measure({ name, make, goals }: Corpus, dataDir: string): Promise<Figure[]> {
  const path = await make()
  if (path === null) return [{ what: `${name}: skipped, no ../shared`, value: 0, unit: 'ms' }]
  const floor = (await runChild([join(here, 'floor-child.ts'), path])).value as {
    read: number
    parse: number
  }
  const bare = await importFile(path, dataDir, '--no-words')
  const kept = await importFile(path, dataDir)
  const unplaced = await importFile(path, dataDir, '--no-printed-places')
  const duckdb = (await runChild([join(here, 'duckdb-child.ts'), path, String(availableParallelism())]))
    .value as { collapse: number; derive: number; rss: number }
  const again = (await runChild([join(here, 'floor-child.ts'), path])).value as {
    read: number
    parse: number
  }
  const parse = (floor.parse + again.parse) / 2
  const articles = kept.report.articles
  const bytes = bare.dataset.bytes / articles
  const step = (wanted: string) =>
    bare.report.steps
      .filter(({ step: found }) => found === wanted)
      .reduce((sum, { durationMs }) => sum + durationMs, 0)
  const told = (what: string) => `${name}: ${what}`
  return [
    { what: told('megabytes'), value: (await stat(path)).size / 1e6, unit: 'MB' },
    { what: told('read'), value: again.read, unit: 'ms' },
    { what: told('JSON.parse, one thread (the floor)'), value: parse, unit: 'ms' },
    { what: told('import without words'), value: bare.report.durationMs, unit: 'ms' },
    { what: told('/ floor'), value: bare.report.durationMs / parse, unit: 'ratio', goal: goals.withoutWords },
    { what: told('of it reading and counting'), value: step('reading'), unit: 'ms' },
    { what: told('of it, / floor'), value: step('reading') / parse, unit: 'ratio', goal: goals.reading },
    { what: told('of it statistics'), value: step('deriving'), unit: 'ms' },
    { what: told('import with words'), value: kept.report.durationMs, unit: 'ms' },
    { what: told('/ floor'), value: kept.report.durationMs / parse, unit: 'ratio' },
    { what: told('of it, printed places off'), value: unplaced.report.durationMs, unit: 'ms' },
    {
      what: told('printed places, on / off'),
      value: kept.report.durationMs / unplaced.report.durationMs,
      unit: 'ratio',
    },
    { what: told('DuckDB, contributions'), value: duckdb.collapse, unit: 'ms' },
    { what: told('DuckDB, statistics'), value: duckdb.derive, unit: 'ms' },
    {
      what: told('import with words / DuckDB'),
      value: kept.report.durationMs / (duckdb.collapse + duckdb.derive),
      unit: 'ratio',
      goal: 1,
    },
    {
      what: told('records a second, with words'),
      value: kept.report.read / (kept.report.durationMs / 1000),
      unit: 'per s',
    },
    {
      what: told('peak memory, with words'),
      value: kept.peakMb ?? NaN,
      unit: 'MB',
      goal: goals.peakMb ?? 600,
    },
    { what: told('peak memory, DuckDB'), value: duckdb.rss, unit: 'MB' },
    { what: told('bytes an article without words'), value: bytes, unit: 'B', goal: goals.bytesWithoutWords },
    {
      what: told('bytes of words an article'),
      value: kept.dataset.bytes / articles - bytes,
      unit: 'B',
      goal: goals.wordsPerArticle,
    },
  ]
}

/** How much longer nine times the articles take. */
async function growth(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-bench-'))
  try {
    const times: number[] = []
    for (const { make } of [SMALL, LARGE]) {
      const path = await make()
      if (path) times.push((await importFile(path, dataDir)).report.durationMs)
    }
    return [
      {
        what: 'growth of time, 75,000 to 675,000',
        value: (times[1] ?? NaN) / (times[0] ?? NaN),
        unit: 'ratio',
        goal: 9.2,
      },
    ]
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function queriesOf({ name, make }: Corpus): Promise<Figure[]> {
  await buildIfStale('app')
  const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-bench-'))
  try {
    const path = await make()
    if (path === null) return []
    await importFile(path, dataDir, '--institutions', await syntheticInstitutions())
    return await queryFigures(dataDir, (what) => `${name}: ${what}`)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
