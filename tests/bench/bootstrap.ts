/**
 * Bands of a ranking: 1,000 replicates of 200 cities on 675,000 articles, all of one year, which is nine times a year of
 * the large index and so more than a ranking of it ever draws. Parts are drawn in the proportions of the synthetic works
 * (tests/bench/data): three cities an article, few of them large.
 */
import { UNITS } from '../../src/core/counting/constants.ts'
import { seededRandom } from '../../src/core/drawing/network/layout/random.ts'
import { articleKey } from '../../src/core/indicators/stability/poisson-weight.ts'
import { rankingBands } from '../../src/core/indicators/stability/ranking-bands.ts'
import type { Parts } from '../../src/core/indicators/stability/replicates.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { median } from './benchmark.ts'

const ARTICLES = 675_000
const CITIES = 200
const REPLICATES = 1000

export const bootstrap: Benchmark = {
  name: 'bootstrap',
  about: 'intervals of Share and rank: 1,000 replicates of 200 cities on 675,000 articles, on one thread',
  run: async () => {
    const parts = drawParts()
    const runs = [1, 2, 3].map((seed) => measure(parts, seed))
    return [
      {
        what: 'all replicates, median of 3',
        value: median(runs.map(({ all }) => all)),
        unit: 'ms',
        goal: 5000,
      },
      {
        what: 'its time on the processor, which other programs do not lengthen',
        value: median(runs.map(({ work }) => work)),
        unit: 'ms',
        goal: 5000,
      },
      {
        what: 'longest step after which a cancel is heard',
        value: Math.max(...runs.map(({ step }) => step)),
        unit: 'ms',
        goal: 500,
      },
    ] satisfies Figure[]
  },
}

function measure(parts: Parts, seed: number): { all: number; step: number; work: number } {
  const ranks = Uint32Array.from({ length: CITIES }, (_, city) => city + 1)
  const used = process.cpuUsage()
  const start = performance.now()
  let [last, step] = [start, 0]
  for (const _ of rankingBands(parts, ranks, { seed, replicates: REPLICATES })) {
    const now = performance.now()
    step = Math.max(step, now - last)
    last = now
  }
  const { user, system } = process.cpuUsage(used)
  return { all: performance.now() - start, step, work: (user + system) / 1000 }
}

function drawParts(): Parts {
  const random = seededRandom(1)
  const start = new Uint32Array(ARTICLES + 1)
  const entity = new Uint32Array(ARTICLES * 5)
  const units = new Uint32Array(ARTICLES * 5)
  let at = 0
  for (let i = 0; i < ARTICLES; i++) {
    const cities = new Set<number>()
    for (let more = 1 + Math.floor(5 * random()); more > 0; more--)
      cities.add(Math.floor(CITIES * random() * random()))
    for (const city of cities) {
      entity[at] = city
      units[at++] = Math.floor(UNITS / cities.size)
    }
    start[i + 1] = at
  }
  return {
    keys: Uint32Array.from({ length: ARTICLES }, (_, i) => articleKey(2_000_000_000 + 7 * i)),
    start,
    entity: entity.subarray(0, at),
    units: units.subarray(0, at),
    entities: CITIES,
  }
}
