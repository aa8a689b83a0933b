/**
 * Coverage of the intervals of Share: indexes are drawn from a known truth, and it is counted how often the interval that
 * the re-samples give holds the Share that was to be expected.
 *
 * The truth of an index is a set of kinds of article. The number of articles of a kind is Poisson, and each divides itself
 * among authors of several entities, some of them of one alone, so that parts are skewed as in real indexes. The expected
 * Share of an entity follows from the rates exactly. A second year has the same kinds with other rates: so changes, of which
 * N is a part, are judged in the same way.
 */
import { UNITS } from '../../src/core/counting/constants.ts'
import { changeIntervals } from '../../src/core/indicators/stability/change-intervals.ts'
import { interval95 } from '../../src/core/indicators/stability/intervals.ts'
import { momentsOf, skewOfShare } from '../../src/core/indicators/stability/moments.ts'
import { articleKey, LANES } from '../../src/core/indicators/stability/poisson-weight.ts'
import { finish } from '../../src/core/indicators/stability/ranking-bands.ts'
import type { Parts } from '../../src/core/indicators/stability/replicates.ts'
import { Replicates } from '../../src/core/indicators/stability/replicates.ts'
import { seededRandom } from '../../src/core/drawing/network/layout/random.ts'

const REPLICATES = 1000
const ENTITIES = 24
const KINDS = 400
/** Entities with fewer articles to be expected are not judged. */
const LEAST_ARTICLES = 50

/** A kind of article: how many of it are to be expected, and the parts of one. */
interface Kind {
  rate: number
  parts: [entity: number, part: number][]
}

export interface Coverage {
  indexes: number
  /** Intervals judged. */
  intervals: number
  /** Part of them that held the truth, and how many lay too low and too high, in percent. */
  covered: number
  tooLow: number
  tooHigh: number
  /** The same by expected number of articles. */
  bySize: Record<string, { intervals: number; covered: number; plain: number }>
  /** With plain percentiles instead. */
  plain: number
  /** Of changes of adjusted Share, in articles and in percent: how many intervals held the truth, in percent. */
  changes: { intervals: number; covered: number; coveredPct: number }
}

type Tally = { intervals: number; held: number; low: number; high: number; plain: number }
const SIZES = [50, 100, 200, 500, Infinity]

export function coverageTrial(indexes: number, seed: number): Coverage {
  const random = seededRandom(seed)
  const tallies = SIZES.slice(1).map((): Tally => ({ intervals: 0, held: 0, low: 0, high: 0, plain: 0 }))
  const changes = { intervals: 0, held: 0, heldPct: 0 }
  for (let index = 0; index < indexes; index++) {
    const kinds = drawTruth(random)
    const parts = drawIndex(kinds, random, 2 * index)
    judge(tallies, kinds, parts, index + 1)
    const later = kinds.map((kind) => ({ ...kind, rate: kind.rate * (0.7 + 0.8 * random()) }))
    judgeChanges(changes, kinds, later, [parts, drawIndex(later, random, 2 * index + 1)], index + 1)
  }
  const all = tallies.reduce((a, b) => ({
    intervals: a.intervals + b.intervals,
    held: a.held + b.held,
    low: a.low + b.low,
    high: a.high + b.high,
    plain: a.plain + b.plain,
  }))
  const percent = (part: number, of: number) => Math.round((10_000 * part) / of) / 100
  return {
    indexes,
    intervals: all.intervals,
    covered: percent(all.held, all.intervals),
    tooLow: percent(all.low, all.intervals),
    tooHigh: percent(all.high, all.intervals),
    plain: percent(all.plain, all.intervals),
    changes: {
      intervals: changes.intervals,
      covered: percent(changes.held, changes.intervals),
      coveredPct: percent(changes.heldPct, changes.intervals),
    },
    bySize: Object.fromEntries(
      tallies.map((tally, i) => [
        `${SIZES[i]} to ${SIZES[i + 1]} articles`,
        {
          intervals: tally.intervals,
          covered: percent(tally.held, tally.intervals),
          plain: percent(tally.plain, tally.intervals),
        },
      ]),
    ),
  }
}

/** What is to be expected: by entity its Share and its articles, and all articles of the index. */
function expectedOf(kinds: readonly Kind[]): { shares: Float64Array; articles: Float64Array; all: number } {
  const shares = new Float64Array(ENTITIES)
  const articles = new Float64Array(ENTITIES)
  for (const { rate, parts } of kinds) {
    for (const [entity, part] of parts) {
      shares[entity]! += rate * part
      articles[entity]! += rate
    }
  }
  return { shares, articles, all: kinds.reduce((sum, { rate }) => sum + rate, 0) }
}

/** Base of adjusted Share: any number, as it scales the truth and the intervals alike. */
const BASE = 1000

function judgeChanges(
  tally: { intervals: number; held: number; heldPct: number },
  earlier: readonly Kind[],
  later: readonly Kind[],
  [before, after]: readonly [Parts, Parts],
  seed: number,
): void {
  const [from, to] = [expectedOf(earlier), expectedOf(later)]
  const found = finish(changeIntervals(before, after, BASE, { seed, replicates: REPLICATES }))
  found.forEach(({ change, changePct }, e) => {
    if (Math.min(from.articles[e] as number, to.articles[e] as number) < LEAST_ARTICLES || !changePct) return
    const [a, b] = [(from.shares[e] as number) / from.all, (to.shares[e] as number) / to.all]
    tally.intervals += 1
    tally.held += Number(holds(change, BASE * (b - a)))
    tally.heldPct += Number(holds(changePct, 100 * (b / a - 1)))
  })
}

const holds = ([low, high]: readonly [number, number], truth: number) => low <= truth && truth <= high

function judge(tallies: readonly Tally[], kinds: readonly Kind[], parts: Parts, seed: number): void {
  const { shares: truth, articles } = expectedOf(kinds)
  const moments = momentsOf(parts)
  sharesOf(parts, seed).forEach((sorted, e) => {
    const expected = articles[e] as number
    const tally = tallies[SIZES.findLastIndex((size) => expected >= size)]
    if (expected < LEAST_ARTICLES || !tally) return
    const [low, high] = interval95(sorted, skewOfShare(moments, e))
    const [lower, upper] = interval95(sorted, 0)
    const share = truth[e] as number
    tally.intervals += 1
    tally.held += Number(low <= share && share <= high)
    tally.low += Number(high < share)
    tally.high += Number(low > share)
    tally.plain += Number(lower <= share && share <= upper)
  })
}

/** By entity, its Share in the replicates, ascending. */
function sharesOf(parts: Parts, seed: number): Float64Array[] {
  const shares = Array.from({ length: ENTITIES }, () => new Float64Array(REPLICATES))
  const replicates = new Replicates(parts, seed)
  for (let first = 0; first < REPLICATES; first += LANES) {
    const { units } = replicates.block(first)
    shares.forEach((own, e) => {
      for (let lane = 0; lane < LANES; lane++) own[first + lane] = (units[e * LANES + lane] as number) / UNITS
    })
  }
  return shares.map((own) => own.sort())
}

/** Entities of very different size; a quarter of the kinds are of one entity alone, the others of up to five. */
function drawTruth(random: () => number): Kind[] {
  return Array.from({ length: KINDS }, () => {
    const alone = random() < 0.25
    const members = new Set([pick(random)])
    if (!alone) for (let more = 1 + Math.floor(4 * random()); more > 0; more--) members.add(pick(random))
    const authors = [...members].map(() => 1 + Math.floor(random() ** 3 * 30))
    const outside = alone ? 0 : Math.floor(random() ** 2 * 20)
    const all = authors.reduce((sum, each) => sum + each, outside)
    return {
      rate: 0.5 + 9 * random() ** 2,
      parts: [...members].map((e, i) => [e, (authors[i] as number) / all]),
    }
  })
}

const pick = (random: () => number) => Math.floor(random() ** 2 * ENTITIES)

function drawIndex(kinds: readonly Kind[], random: () => number, index: number): Parts {
  const start = [0]
  const entity: number[] = []
  const units: number[] = []
  for (const { rate, parts } of kinds) {
    for (let articles = poisson(rate, random); articles > 0; articles--) {
      for (const [e, part] of parts) {
        entity.push(e)
        units.push(Math.round(part * UNITS))
      }
      start.push(entity.length)
    }
  }
  return {
    keys: Uint32Array.from({ length: start.length - 1 }, (_, i) => articleKey(index * 1e6 + i)),
    start: Uint32Array.from(start),
    entity: Uint32Array.from(entity),
    units: Uint32Array.from(units),
    entities: ENTITIES,
  }
}

/** Counts how many waiting times of mean 1 fit into the rate. */
function poisson(rate: number, random: () => number): number {
  let count = -1
  for (let time = 0; time <= rate; count++) time -= Math.log(1 - random())
  return count
}
