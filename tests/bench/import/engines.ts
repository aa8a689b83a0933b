/** The whole import beside engines of databases: what a further GB costs in processor seconds, and seconds to ready. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chdb } from '../../support/scale/run-plan.ts'
import type { Figure } from '../benchmark.ts'
import { realInstitutions, realRecords } from '../data/index.ts'
import type { Cost } from './whole-process.ts'
import { costOf, least } from './whole-process.ts'

const here = import.meta.dirname
const CLI = join(here, '..', '..', '..', 'out', 'main', 'cli.js')
const SMALL = 500
const ROUNDS = 2

type Runner = (works: string, institutions: string) => Promise<Cost>

/** An import of all that an index has: places, subjects, duplicates, ranks, search, hash of the files. */
async function ours(works: string, institutions: string, ...more: string[]): Promise<Cost> {
  const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-bench-'))
  try {
    const args = [CLI, 'import', 'works', works, '--institutions', institutions, '--as', 'bench']
    return await costOf([...args, '--data-dir', dataDir, '--format', 'json', '--quiet', ...more])
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

const engine =
  (name: string, ...more: string[]): Runner =>
  (works, institutions) =>
    costOf([join(here, 'engine-child.ts'), name, works, institutions, ...more])

/** @param large megabytes of the larger file; the difference to 500 MB tells what a further GB costs, without the start */
export async function besideEngines(large: number): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const kind of ['api', 'lattes'] as const) figures.push(...(await besideEnginesOf(kind, large)))
  return figures
}

async function besideEnginesOf(kind: 'api' | 'lattes', large: number): Promise<Figure[]> {
  const name = kind === 'api' ? 'pages of the API' : '21 columns'
  const runners: Record<string, Runner> = {
    numbers: (works, institutions) => ours(works, institutions, '--no-words'),
    words: (works, institutions) => ours(works, institutions),
    duckdb: engine('duckdb'),
    ...(chdb === null ? {} : { clickhouse: engine('clickhouse', chdb) }),
  }
  const costs = new Map<string, Cost[]>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const megabytes of [SMALL, large]) {
      const works = await realRecords(kind, megabytes)
      if (works === null) return [{ what: `${name}: skipped, no ../shared`, value: 0, unit: 's' }]
      // In turns, so that what others do on the machine falls on all of them.
      for (const [runner, run] of Object.entries(runners)) {
        const key = `${runner} ${megabytes}`
        costs.set(key, [...(costs.get(key) ?? []), await run(works, realInstitutions(kind))])
      }
    }
  }
  const of = (runner: string, megabytes: number) => least(costs.get(`${runner} ${megabytes}`) ?? [])
  const further = (runner: string) =>
    (of(runner, large).processor - of(runner, SMALL).processor) / ((large - SMALL) / 1000)
  const told = (what: string) => `${name}: ${what}`
  const peers = ['duckdb', ...(chdb === null ? [] : ['clickhouse'])]
  const size = `${large / 1000} GB`
  return [
    ...Object.keys(runners).flatMap((runner): Figure[] => [
      { what: told(`${NAMES[runner]}, processor of a further GB`), value: further(runner), unit: 's' },
      { what: told(`${NAMES[runner]}, ${size} to ready`), value: of(runner, large).seconds, unit: 's' },
      {
        what: told(`${NAMES[runner]}, ${size}, peak memory`),
        value: of(runner, large).peakMb,
        unit: 'MB',
        ...(peers.includes(runner) ? {} : { goal: 400 }),
      },
    ]),
    ...(chdb === null
      ? [
          {
            what: told('ClickHouse skipped: SCIENCE_CITIES_CHDB names no chdb'),
            value: 0,
            unit: 's',
          } as const,
        ]
      : []),
    ...peers.flatMap((peer): Figure[] => [
      {
        what: told(`numbers alone / ${NAMES[peer]}, processor`),
        value: further('numbers') / further(peer),
        unit: 'ratio',
        goal: 1,
      },
      {
        what: told(`with words / ${NAMES[peer]}, processor`),
        value: further('words') / further(peer),
        unit: 'ratio',
        goal: 1.3,
      },
      {
        what: told(`numbers alone / ${NAMES[peer]}, to ready`),
        value: of('numbers', large).seconds / of(peer, large).seconds,
        unit: 'ratio',
        goal: 1,
      },
    ]),
  ]
}

const NAMES: Record<string, string> = {
  numbers: 'numbers alone',
  words: 'with words',
  duckdb: 'DuckDB',
  clickhouse: 'ClickHouse',
}
