import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UNITS } from '../../counting/constants.ts'
import { changeIntervals } from './change-intervals.ts'
import { differenceIntervals } from './difference-intervals.ts'
import { interval95, middle95, overlapping } from './intervals.ts'
import { momentsOf, skewOfShare } from './moments.ts'
import { normalBelow } from './normal.ts'
import { articleKey, CHANCES, drawWeights, LANES, poissonWeight } from './poisson-weight.ts'
import type { Band } from './ranking-bands.ts'
import { finish, rankingBands } from './ranking-bands.ts'
import type { Parts } from './replicates.ts'
import { Replicates } from './replicates.ts'

/** An index from the parts of each article: [entity, units]. */
function partsOf(
  articles: readonly (readonly (readonly [number, number])[])[],
  entities: number,
  id = 0,
): Parts {
  const start = [0]
  for (const parts of articles) start.push((start.at(-1) as number) + parts.length)
  return {
    keys: Uint32Array.from(articles, (_, i) => articleKey(id + i)),
    start: Uint32Array.from(start),
    entity: Uint32Array.from(articles.flatMap((parts) => parts.map(([e]) => e))),
    units: Uint32Array.from(articles.flatMap((parts) => parts.map(([, units]) => units))),
    entities,
  }
}

/** Entities alone in so many articles each, all of them whole. */
const whole = (...sizes: number[]): Parts =>
  partsOf(
    sizes.flatMap((size, e) => Array.from({ length: size }, () => [[e, UNITS] as const])),
    sizes.length,
  )

const ranksOf = (sums: readonly number[]) => {
  const hundredths = sums.map((sum) => Math.round((100 * sum) / UNITS))
  return hundredths.map((own) => 1 + hundredths.filter((other) => other > own).length)
}

const bandsOf = (parts: Parts, options = {}): Band[] => {
  const sums = Array.from({ length: parts.entities }, (_, e) =>
    parts.units.reduce((sum, units, j) => (parts.entity[j] === e ? sum + units : sum), 0),
  )
  return finish(rankingBands(parts, ranksOf(sums), { seed: 1, replicates: 1000, ...options }))
}

describe('weights', () => {
  test('have the chances of a Poisson distribution of mean 1', () => {
    expect(CHANCES.reduce((sum, chances) => sum + chances, 0)).toBe(65_536)
    const moment = (power: number) => CHANCES.reduce((sum, chances, k) => sum + chances * k ** power, 0)
    expect(moment(1)).toBe(65_536)
    expect(moment(2)).toBe(2 * 65_536)
    expect(moment(3) / 65_536).toBeCloseTo(5, 1)
    let exact = Math.exp(-1)
    CHANCES.forEach((chances, k) => {
      expect(Math.abs(chances / 65_536 - exact)).toBeLessThan(3e-4)
      exact /= k + 1
    })
  })

  test('are drawn as often as their chances say, and apart from article to article and replicate to replicate', () => {
    const articles = 20_000
    const keys = Uint32Array.from({ length: articles }, (_, i) => articleKey(2_000_000_000 + i))
    const weights = new Uint8Array(articles * LANES)
    drawWeights(weights, keys, { from: 0, to: articles, seed: 1, first: 16 })
    const times = new Array<number>(9).fill(0)
    for (const weight of weights) times[weight]! += 1
    CHANCES.slice(0, 5).forEach((chances, k) =>
      expect(times[k]! / weights.length).toBeCloseTo(chances / 65_536, 2),
    )
    const together = (step: number) => {
      let sum = 0
      for (let i = 0; i + step < weights.length; i++) sum += (weights[i]! - 1) * (weights[i + step]! - 1)
      return Math.abs(sum / weights.length)
    }
    // Deviation of such a mean: 1 ÷ √160,000 = 0.0025.
    for (const step of [1, 2, 7, LANES, 2 * LANES]) expect(together(step)).toBeLessThan(0.01)
  })

  test('are the same one at a time and in blocks, and never change', () => {
    const keys = Uint32Array.from([1, 77, 4_294_967_295, 2 ** 53 - 1, -5], articleKey)
    const weights = new Uint8Array(keys.length * LANES)
    for (const [seed, first] of [
      [1, 0],
      [2_147_483_647, 992],
    ] as const) {
      drawWeights(weights, keys, { from: 0, to: keys.length, seed, first })
      const one = Array.from(weights, (_, i) =>
        poissonWeight(seed, first + (i % LANES), keys[Math.floor(i / LANES)] as number),
      )
      expect([...weights]).toEqual(one)
    }
    // Bands that were cited with a seed must come again: another sequence here is a change of every one of them.
    expect(
      Array.from({ length: 24 }, (_, b) => poissonWeight(1, b, articleKey(2_741_809_807))).join(''),
    ).toBe('001101113110002002201130')
  })
})

const article = fc.uniqueArray(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: UNITS })), {
  selector: ([e]) => e,
  maxLength: 4,
})

describe('replicates', () => {
  test('are the weighted sums that a plain loop gives, to the unit', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 40 }), fc.nat(1000), fc.nat(30), (articles, seed, block) => {
        const parts = partsOf(articles, 6)
        const first = block * LANES
        const { units, weight } = new Replicates(parts, seed).block(first)
        for (let lane = 0; lane < LANES; lane++) {
          const drawn = Array.from(parts.keys, (key) => poissonWeight(seed, first + lane, key))
          expect(weight[lane]).toBe(drawn.reduce((sum, each) => sum + each, 0))
          for (let e = 0; e < 6; e++) {
            const sum = articles.reduce(
              (all, own, i) => all + drawn[i]! * (own.find(([entity]) => entity === e)?.[1] ?? 0),
              0,
            )
            expect(units[e * LANES + lane]).toBe(sum)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('add up over many tiles, and entities with what is unknown to the weight of all articles', () => {
    const third = UNITS / 3
    const articles = Array.from({ length: 9500 }, (_, i) => [
      [i % 7, third] as const,
      [7 + (i % 3), 2 * third] as const,
    ])
    const parts = partsOf(articles, 10)
    const replicates = new Replicates(parts, 3)
    let mean = 0
    for (let first = 0; first < 400; first += LANES) {
      const { units, weight } = replicates.block(first)
      for (let lane = 0; lane < LANES; lane++) {
        let sum = 0
        for (let e = 0; e < 10; e++) sum += units[e * LANES + lane]!
        expect(sum).toBe(weight[lane]! * UNITS)
        mean += units[lane]! / UNITS / 400
      }
    }
    // Share of entity 0: 1,358 articles, a third of each; deviation of the mean √1358 ÷ 3 ÷ √400 = 0.6.
    expect(Math.abs(mean - 1358 / 3)).toBeLessThan(2)
  })

  test('do not depend on the order of articles or on the other entities', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 30 }), fc.nat(99), (articles, seed) => {
        const parts = partsOf(articles, 6)
        const turned = partsOf([...articles].reverse(), 6)
        turned.keys = parts.keys.slice().reverse()
        const one = new Replicates(parts, seed).block(0).units.slice()
        expect(new Replicates(turned, seed).block(0).units).toEqual(one)
        const alone = partsOf(
          articles.map((own) => own.filter(([e]) => e === 2)),
          6,
        )
        expect(new Replicates(alone, seed).block(0).units.slice(16, 24)).toEqual(one.slice(16, 24))
      }),
      { numRuns: 40 },
    )
  })
})

describe('intervals', () => {
  test('have the ends of the normal distribution where nothing is skewed', () => {
    expect(normalBelow(0)).toBe(0.5)
    expect(normalBelow(1.959963984540054)).toBeCloseTo(0.975, 12)
    expect(normalBelow(-3)).toBeCloseTo(0.0013498980316301, 12)
    const values = Float64Array.from({ length: 999 }, (_, i) => i + 1)
    expect(interval95(values, 0)).toEqual([expect.closeTo(25, 6), expect.closeTo(975, 6)])
    const [low, high] = interval95(values, 0.05)
    // By hand: Φ(0.05 + (0.05 ∓ 1.96) ÷ (1 − 0.05 · (0.05 ∓ 1.96))) of 1,000.
    expect([low, high]).toEqual([
      expect.closeTo(1000 * normalBelow(-1.693445), 1),
      expect.closeTo(1000 * normalBelow(2.284547), 1),
    ])
    expect(middle95(values)).toEqual([25, 975])
    expect(interval95(Float64Array.of(7), 0.4)).toEqual([7, 7])
  })

  test('are as wide as the theory says', () => {
    // Of 400 articles of its own the Share is Poisson: 400 ± 1.96 × 20, and a little further above than below.
    const [low, high] = bandsOf(whole(400), { replicates: 8000 })[0]!.share
    expect(Math.abs(low - 362)).toBeLessThan(3)
    expect(Math.abs(high - 441)).toBeLessThan(3)
    // Between two of 400 without a common article: 1.96 × √800; between two that share all of them nothing.
    expect(bandsOf(whole(400, 400), { replicates: 8000 })[0]!.leastDifference! / 55.4).toBeCloseTo(1, 1)
    const both = Array.from({ length: 100 }, () => [[0, UNITS / 2] as const, [1, UNITS / 2] as const])
    expect(bandsOf(partsOf(both, 2)).map(({ leastDifference }) => leastDifference)).toEqual([0, null])
  })

  test('of ranks say which orders may be chance, and how likely the first ten are', () => {
    const bands = bandsOf(whole(1000, 101, 100, 10))
    expect(bands.map(({ rank }) => rank)).toEqual([
      [1, 1],
      [2, 3],
      [2, 3],
      [4, 4],
    ])
    expect(bands.map(({ tie }) => tie)).toEqual([false, true, true, false])
    expect(bands.map(({ topTenPct }) => topTenPct)).toEqual([100, 100, 100, 100])
    const eleven = bandsOf(whole(...new Array<number>(11).fill(200)))
    // Each of eleven equals is last in one of eleven samples.
    for (const { topTenPct } of eleven) expect(Math.abs(topTenPct - (100 * 10) / 11)).toBeLessThan(5)
  })

  test('come again with the seed, differ with another, and hold Share and rank', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 12, maxLength: 60 }), fc.nat(50), (articles, seed) => {
        const parts = partsOf(articles, 6)
        const bands = bandsOf(parts, { seed, replicates: 208 })
        expect(bandsOf(parts, { seed, replicates: 208 })).toEqual(bands)
        bands.forEach(({ share: [low, high], rank: [first, last] }) => {
          expect(low).toBeLessThanOrEqual(high)
          expect(low).toBeGreaterThanOrEqual(0)
          expect(first).toBeLessThanOrEqual(last)
        })
      }),
      { numRuns: 20 },
    )
    expect(bandsOf(whole(60, 50), { seed: 1 })).not.toEqual(bandsOf(whole(60, 50), { seed: 2 }))
  })

  test('stand for nobody in an empty index', () => {
    expect(bandsOf(partsOf([], 0))).toEqual([])
    expect(bandsOf(partsOf([], 1))[0]!.share).toEqual([0, 0])
    expect(skewOfShare(momentsOf(partsOf([], 1)), 0)).toBe(0)
  })

  test('overlap where they have a value in common', () => {
    const intervals: [number, number][] = [
      [5, 6],
      [1, 1],
      [2, 9],
      [3, 4],
      [10, 10],
    ]
    expect(overlapping(intervals)).toEqual([true, false, true, true, false])
  })
})

describe('differences', () => {
  const of = (articles: readonly (readonly (readonly [number, number])[])[]) =>
    finish(differenceIntervals(partsOf(articles, 2), { seed: 1, replicates: 8000 }))[1]!
  const each = (size: number, parts: (readonly [number, number])[]) =>
    Array.from({ length: size }, () => parts)

  test('are as wide as the theory says, and narrower where articles are shared', () => {
    const apart = of([...each(400, [[0, UNITS]]), ...each(300, [[1, UNITS]])])
    // −100 ± 1.96 × √700.
    expect(Math.abs(apart[0] + 152)).toBeLessThan(3)
    expect(Math.abs(apart[1] + 48)).toBeLessThan(3)
    const half = UNITS / 2
    const shared = of([
      ...each(600, [
        [0, half],
        [1, half],
      ]),
      ...each(100, [[0, UNITS]]),
    ])
    // The 600 shared ones cancel out: −100 ± 1.96 × √100.
    expect(Math.abs(shared[0] + 120)).toBeLessThan(2)
    expect(Math.abs(shared[1] + 81)).toBeLessThan(2)
  })

  test('turn their sign with the reference, and are none from oneself', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 20, maxLength: 60 }), (articles) => {
        const pair = articles.map((own) => own.filter(([e]) => e < 2))
        const turned = pair.map((own) => own.map(([e, units]) => [1 - e, units] as const))
        const [a, b] = [of(pair), of(turned)]
        expect(b[0]).toBeCloseTo(-a[1], 9)
        expect(b[1]).toBeCloseTo(-a[0], 9)
        const self = finish(differenceIntervals(partsOf(pair, 2), { seed: 1, replicates: 200 }))[0]!
        expect(self.map(Math.abs)).toEqual([0, 0])
      }),
      { numRuns: 10 },
    )
  })
})

describe('changes', () => {
  const rest = (size: number) => Array.from({ length: size }, () => [] as [number, number][])
  const own = (size: number) => Array.from({ length: size }, () => [[0, UNITS] as const])
  const change = (before: number, after: number, all = 10_000) =>
    finish(
      changeIntervals(
        partsOf([...own(before), ...rest(all - before)], 1),
        partsOf([...own(after), ...rest(all - after)], 1, 1e6),
        all,
        { seed: 1, replicates: 4000 },
      ),
    )[0]!

  test('are as wide as the theory says', () => {
    const {
      change: [low, high],
      changePct,
    } = change(400, 600)
    // 200 ± 1.96 × √(400 + 600).
    expect(Math.abs(low - 138)).toBeLessThan(5)
    expect(Math.abs(high - 262)).toBeLessThan(5)
    // log 1.5 ± 1.96 × √(1/400 + 1/600): + 32.1 % to + 70.3 %.
    expect(Math.abs(changePct![0] - 32.1)).toBeLessThan(3)
    expect(Math.abs(changePct![1] - 70.3)).toBeLessThan(3)
  })

  test('of an entity with every article are none: N goes with it', () => {
    const { change: interval, changePct } = change(500, 500, 500)
    const none = [expect.closeTo(0, 9), expect.closeTo(0, 9)]
    expect(interval).toEqual(none)
    expect(changePct).toEqual(none)
  })

  test('in percent have no interval where there was nothing, or hardly anything', () => {
    expect(change(0, 40).changePct).toBeNull()
    expect(change(1, 40).changePct).toBeNull()
  })
})
