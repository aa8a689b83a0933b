import { describe, expect, test } from 'vitest'
import { UNITS } from '../counting/constants.ts'
import { poissonWeight, sampleKey } from './poisson-weight.ts'
import { overlapping, stability } from './stability.ts'

/** An entity alone in `size` articles from `first` on. */
const alone = (first: number, size: number, part = 1) => ({
  articles: Array.from({ length: size }, (_, i) => first + i),
  units: new Array<number>(size).fill(UNITS * part),
})

describe('weights', () => {
  test('are Poisson of mean 1', () => {
    const times = new Array<number>(20).fill(0)
    let sum = 0
    let square = 0
    const draws = 400 * 1000
    for (let sample = 0; sample < 400; sample++) {
      const key = sampleKey(1, sample)
      for (let article = 0; article < 1000; article++) {
        const weight = poissonWeight(key, article)
        times[weight]! += 1
        sum += weight
        square += weight * weight
      }
    }
    expect(sum / draws).toBeCloseTo(1, 2)
    expect(square / draws).toBeCloseTo(2, 1)
    const expected = [0.3679, 0.3679, 0.1839, 0.0613, 0.0153]
    expected.forEach((part, weight) => expect(times[weight]! / draws).toBeCloseTo(part, 2))
  })

  test('do not go together from sample to sample or from article to article', () => {
    const correlation = (pair: (i: number) => [number, number]) => {
      let product = 0
      for (let i = 0; i < 100_000; i++) {
        const [a, b] = pair(i)
        product += (a - 1) * (b - 1)
      }
      return product / 100_000
    }
    const [one, two] = [sampleKey(1, 0), sampleKey(1, 1)]
    expect(Math.abs(correlation((i) => [poissonWeight(one, i), poissonWeight(two, i)]))).toBeLessThan(0.02)
    expect(Math.abs(correlation((i) => [poissonWeight(one, i), poissonWeight(one, i + 1)]))).toBeLessThan(
      0.02,
    )
    const other = (i: number): [number, number] => [
      poissonWeight(sampleKey(1, i), 5),
      poissonWeight(sampleKey(2, i), 5),
    ]
    expect(Math.abs(correlation(other))).toBeLessThan(0.02)
  })
})

describe('intervals', () => {
  test('are as wide as the theory says', () => {
    // The Share of 400 articles of its own is Poisson of mean 400: 400 ± 1.96 × 20.
    const [low, high] = stability([alone(0, 400)], { samples: 4000 }).share[0]!
    expect(Math.abs(low - 361)).toBeLessThan(3)
    expect(Math.abs(high - 440)).toBeLessThan(3)
    // 1,600 quarters: mean 400, deviation ¼ × 40.
    const [lower, higher] = stability([alone(0, 1600, 1 / 4)], { samples: 4000 }).share[0]!
    expect(Math.abs(lower - 380.5)).toBeLessThan(2)
    expect(Math.abs(higher - 419.5)).toBeLessThan(2)
  })

  test('are the same from run to run and whatever else is in the set', () => {
    const entities = [alone(0, 90), alone(50, 80), alone(1000, 40)]
    const set = stability(entities)
    expect(stability(entities)).toEqual(set)
    expect(stability([entities[1]!]).share[0]).toEqual(set.share[1])
    expect(stability(entities, { seed: 2 }).share).not.toEqual(set.share)
  })

  test('of ranks say which orders may be chance', () => {
    const { rank, tied } = stability([alone(0, 1000), alone(1000, 101), alone(2000, 100), alone(3000, 10)])
    expect(rank).toEqual([
      [1, 1],
      [2, 3],
      [2, 3],
      [4, 4],
    ])
    expect(tied).toEqual([false, true, true, false])
  })

  test('of entities with the same articles have the same ranks', () => {
    const { rank } = stability([alone(0, 30), alone(0, 30)])
    expect(rank).toEqual([
      [1, 1],
      [1, 1],
    ])
  })

  test('need 1,000 samples, and stand for nobody in an empty set', () => {
    expect(() => stability([], { samples: 999 })).toThrow(RangeError)
    expect(() => stability([], { level: 1 })).toThrow(RangeError)
    expect(stability([])).toEqual({ share: [], rank: [], tied: [] })
    expect(stability([{ articles: [], units: [] }]).share).toEqual([[0, 0]])
  })
})

test('intervals overlap where they have a value in common', () => {
  expect(
    overlapping([
      [5, 6],
      [1, 1],
      [2, 9],
      [3, 4],
      [10, 10],
    ]),
  ).toEqual([true, false, true, true, false])
})
