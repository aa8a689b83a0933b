/** What the queries of a computed index cost, through the core's thread. */
import type { Core } from '../../../src/core/create-core.ts'
import { createCore } from '../../../src/core/create-core.ts'
import { resourcesDir } from '../../../src/core/app-info.ts'
import type { RankingList } from '../../../src/shared/contract/rankings.ts'
import type { InputOf, MethodName } from '../../../src/shared/contract/index.ts'
import { SUBJECTS } from '../../../src/shared/domain/subjects.ts'
import type { Figure } from '../benchmark.ts'
import { median, p99 } from '../benchmark.ts'

const dataset = 'bench'
const subjects = ['all', ...SUBJECTS]
const SEARCHES = ['univ', 'Lomi', 'ren Academy', 'Place 12', 'school']
/** Years of the large index. */
const YEARS = 9
const LAST_YEAR = 2024

/** By Share, largest first. */
interface Entities {
  cities: readonly string[]
  institutions: readonly string[]
}

interface Query {
  what: string
  times: number
  /** Largest p99 in ms; none where another figure of the same is held to one. */
  goal?: number
  ask: (i: number, of: Entities) => { [M in MethodName]: [M, InputOf<M>] }[MethodName]
}

const one = (list: readonly string[], i: number) => list[i % list.length] as string
/** Of the fixed index of each: what a view opens with, over subjects and entities. */
const QUERIES: Query[] = [
  {
    what: 'ranking of cities, 200 rows',
    times: 200,
    goal: 5,
    ask: (i) => ['rankings.list', { dataset, subject: subjects[i % 6], limit: 200 }],
  },
  {
    what: 'ranking of institutions, 200 rows',
    times: 200,
    goal: 5,
    ask: (i) => ['rankings.list', { dataset, by: 'institution', subject: subjects[i % 6], limit: 200 }],
  },
  {
    what: 'profile of a city',
    times: 200,
    goal: 5,
    ask: (i, { cities }) => ['cities.profile', { dataset, city: one(cities, i) }],
  },
  {
    what: 'profile of an institution',
    times: 200,
    goal: 5,
    ask: (i, { institutions }) => ['institutions.profile', { dataset, institution: one(institutions, i) }],
  },
  {
    what: 'search',
    times: 200,
    goal: 5,
    ask: (i) => ['search.find', { dataset, text: one(SEARCHES, i) }],
  },
  {
    what: 'institutions of the index, 100 rows',
    times: 200,
    goal: 5,
    ask: (i) => ['institutions.list', { dataset, subject: subjects[i % 6], limit: 100 }],
  },
  {
    what: 'institutions of a city',
    times: 200,
    goal: 5,
    ask: (i, { cities }) => ['institutions.list', { dataset, city: one(cities, i), limit: 100 }],
  },
  {
    what: 'partners of a city',
    times: 200,
    goal: 5,
    ask: (i, { cities }) => [
      'collaborations.list',
      { dataset, between: 'cities', city: one(cities, i), limit: 20 },
    ],
  },
  {
    what: 'pairs of institutions in a city',
    times: 200,
    goal: 5,
    ask: (i, { cities }) => ['collaborations.list', { dataset, city: one(cities, i), limit: 50 }],
  },
  {
    what: 'all pairs of cities of a year',
    times: 60,
    goal: 5,
    ask: (i) => ['collaborations.list', { dataset, between: 'cities', subject: subjects[i % 6], limit: 50 }],
  },
  {
    what: 'all pairs of institutions of a year',
    times: 60,
    goal: 5,
    ask: (i) => [
      'collaborations.list',
      { dataset, between: 'institutions', subject: subjects[i % 6], limit: 50 },
    ],
  },
  {
    what: 'articles behind a Share, first page',
    times: 100,
    goal: 5,
    ask: (i, { cities }) => ['derivation.of', { dataset, kind: 'city', id: one(cities, i % 50) }],
  },
  {
    what: 'articles behind a score, first page',
    times: 100,
    goal: 5,
    ask: (i, { cities }) => [
      'derivation.of',
      { dataset, kind: 'city', id: one(cities, i % 50), partner: one(cities, (i % 50) + 1) },
    ],
  },
  {
    what: 'network of 50 institutions of a city, all years',
    times: 100,
    goal: 5,
    ask: (i, { cities }) => ['networks.institutions', { dataset, city: one(cities, i % 50), top: 50 }],
  },
  {
    what: 'network of 50 cities, all years',
    times: 100,
    goal: 50,
    ask: (i) => ['networks.cities', { dataset, top: 50, subject: subjects[i % 6] }],
  },
  {
    what: 'fastest rising cities',
    times: 50,
    goal: 20,
    ask: (i) => ['rankings.rising', { dataset, subject: subjects[i % 6] }],
  },
  {
    what: 'network of 50 cities drawn, another one each time',
    times: 54,
    goal: 250,
    ask: (i) => ['networks.draw', { network: { of: 'cities', input: cityNetwork(i, 50) }, language: 'en' }],
  },
  {
    what: 'network of 200 cities drawn, another one each time',
    times: 24,
    goal: 250,
    ask: (i) => ['networks.draw', { network: { of: 'cities', input: cityNetwork(i, 200) }, language: 'en' }],
  },
  {
    what: 'map drawn, another one each time',
    times: 54,
    goal: 100,
    ask: (i) => ['maps.draw', { dataset, ...when(i), language: 'en' }],
  },
]

/** Subjects and years, so that no two of `6 × YEARS` are the same. */
const when = (i: number) => ({
  subject: subjects[i % 6],
  year: LAST_YEAR - (Math.floor(i / 6) % YEARS),
})

function cityNetwork(i: number, top: number): InputOf<'networks.cities'> {
  const { subject, year } = when(i)
  return { dataset, top, subject, to: year }
}

/** So many calls do not count: they read what is kept. The first of them stands for itself. */
const WARM_UP = 6

interface Timed {
  /** Milliseconds, and milliseconds of the processor in all threads, which other programs hardly lengthen. */
  took: number
  work: number
}

/** Each query over many cities and subjects: its first call, then those that find warm what it reads. */
export async function queryFigures(dataDir: string, told: (what: string) => string): Promise<Figure[]> {
  const core = createCore({ dataDir, resourcesDir, appVersion: 'bench' })
  try {
    const of = { cities: await leading(core, 'city'), institutions: await leading(core, 'institution') }
    const figures: Figure[] = []
    for (const query of QUERIES) figures.push(...(await figuresOfQuery(core, query, of, told)))
    return figures
  } finally {
    await core.close()
  }
}

async function leading(core: Core, by: 'city' | 'institution'): Promise<string[]> {
  const ranked = (await core.call('rankings.list', { dataset, by, limit: 200 })) as { value?: RankingList }
  const ids = ranked.value?.rows.map(({ id }) => id) ?? []
  if (ids.length === 0) throw new Error(`the index has no ${by}`)
  return ids
}

async function figuresOfQuery(
  core: Core,
  { what, times, goal, ask }: Query,
  of: Entities,
  told: (what: string) => string,
): Promise<Figure[]> {
  const samples: Timed[] = []
  for (let i = 0; i < WARM_UP + times; i++) {
    const [method, input] = ask(i, of)
    const used = process.cpuUsage()
    const started = performance.now()
    const answer = await core.call(method, input)
    const took = performance.now() - started
    const { user, system } = process.cpuUsage(used)
    // Of an index of one year nothing rises, and no year is before it.
    if (!answer.ok && answer.error.code === 'year-unknown') break
    if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`)
    samples.push({ took, work: (user + system) / 1000 })
  }
  const [first, ...later] = [...samples.slice(0, 1), ...samples.slice(WARM_UP)]
  if (!first || later.length === 0) return []
  const took = later.map((each) => each.took)
  return [
    { what: told(`${what}, first call`), value: first.took, unit: 'ms' },
    { what: told(`${what}, median of ${later.length}`), value: median(took), unit: 'ms' },
    { what: told(`${what}, p99`), value: p99(took), unit: 'ms', ...(goal === undefined ? {} : { goal }) },
    { what: told(`${what}, p99 of processor time`), value: p99(later.map(({ work }) => work)), unit: 'ms' },
  ]
}
