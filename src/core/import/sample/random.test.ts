import { describe, expect, it } from 'vitest'
import { exponential, indexIn, mix, SampleRandom } from './random.ts'

const draw = <T>(count: number, make: () => T) => Array.from({ length: count }, make)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('random numbers of the sample', () => {
  it('are these, on every machine', () => {
    const random = new SampleRandom(1, 2023)
    expect(draw(4, () => random.below(1000))).toEqual([643, 348, 841, 914])
    expect([mix(0, 0), mix(1, 2), mix(9_900_000, 7)]).toEqual([1622836788, 3468663812, 3843473094])
  })

  it('differ from stream to stream', () => {
    const of = (seed: number, stream: number) => new SampleRandom(seed, stream).next()
    expect(new Set([of(1, 2019), of(1, 2020), of(2, 2019), of(0, 2019)]).size).toBe(4)
  })

  it('are uniform, nearly normal and geometric', () => {
    const random = new SampleRandom(7, 1)
    expect(mean(draw(20_000, () => random.next()))).toBeCloseTo(0.5, 2)
    const normal = draw(20_000, () => random.normal())
    expect(mean(normal)).toBeCloseTo(0, 1)
    expect(mean(normal.map((value) => value * value))).toBeCloseTo(1, 1)
    expect(mean(draw(20_000, () => random.geometric(0.6, 100)))).toBeCloseTo(1.5, 1)
  })

  it('e^x is right to four digits', () => {
    for (const x of [-3.2, -1, 0, 0.5, 2, 3.9]) expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 2)
  })

  it('finds the first running total over a value', () => {
    const totals = [1, 1, 4, 9]
    expect([0, 0.9, 1, 3.9, 4, 8.9].map((value) => indexIn(totals, value, 0, 4))).toEqual([0, 0, 2, 2, 3, 3])
    expect(indexIn(totals, 4.5, 1, 3)).toBe(2)
  })
})
