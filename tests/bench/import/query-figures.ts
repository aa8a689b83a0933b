/** What the queries of a computed index cost, through the core's thread. */
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

interface Query {
  what: string
  times: number
  /** Largest p99 in ms. */
  goal: number
  ask: (i: number, cities: readonly string[]) => { [M in MethodName]: [M, InputOf<M>] }[MethodName]
}

const QUERIES: Query[] = [
  {
    what: 'ranking of cities, 200 rows',
    times: 200,
    goal: 2,
    ask: (i) => ['rankings.list', { dataset, subject: subjects[i % 6], limit: 200 }],
  },
  {
    what: 'profile of a city',
    times: 200,
    goal: 2,
    ask: (i, cities) => ['cities.profile', { dataset, city: cities[i % cities.length] as string }],
  },
  {
    what: 'search',
    times: 200,
    goal: 2,
    ask: (i) => ['search.find', { dataset, text: SEARCHES[i % SEARCHES.length] as string }],
  },
  {
    what: 'partners of a city',
    times: 200,
    goal: 5,
    ask: (i, cities) => [
      'collaborations.list',
      { dataset, between: 'cities', city: cities[i % cities.length] as string, limit: 20 },
    ],
  },
  {
    what: 'network of 50 institutions of a city, all years',
    times: 100,
    goal: 5,
    ask: (i, cities) => ['networks.institutions', { dataset, city: cities[i % 50] as string, top: 50 }],
  },
  {
    what: 'network of 50 cities, all years',
    times: 30,
    goal: 100,
    ask: (i) => ['networks.cities', { dataset, top: 50, subject: subjects[i % 6] }],
  },
  {
    what: 'fastest rising cities',
    times: 50,
    goal: 20,
    ask: (i) => ['rankings.rising', { dataset, subject: subjects[i % 6] }],
  },
  {
    what: 'articles behind a Share, first page',
    times: 50,
    goal: 100,
    ask: (i, cities) => ['derivation.of', { dataset, kind: 'city', id: cities[i % 50] as string }],
  },
]

/** Each query warm, over many cities and subjects; the first call of all, which reads the arrays, apart. */
export async function queryFigures(dataDir: string, told: (what: string) => string): Promise<Figure[]> {
  const core = createCore({ dataDir, resourcesDir, appVersion: 'bench' })
  try {
    const ranked = (await core.call('rankings.list', { dataset, limit: 200 })) as { value?: RankingList }
    const cities = ranked.value?.rows.map(({ id }) => id) ?? []
    if (cities.length === 0) throw new Error('the index has no cities')
    const figures: Figure[] = []
    for (const { what, times, goal, ask } of QUERIES) {
      const samples: number[] = []
      for (let i = -6; i < times; i++) {
        const [method, input] = ask(i + 6, cities)
        const started = performance.now()
        const answer = await core.call(method, input)
        // Of an index of one year nothing rises.
        if (!answer.ok && answer.error.code === 'year-unknown' && method === 'rankings.rising') break
        if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`)
        if (i >= 0) samples.push(performance.now() - started)
      }
      if (samples.length === 0) continue
      figures.push(
        { what: told(`${what}, median of ${times}`), value: median(samples), unit: 'ms' },
        { what: told(`${what}, p99`), value: p99(samples), unit: 'ms', goal },
      )
    }
    return figures
  } finally {
    await core.close()
  }
}
