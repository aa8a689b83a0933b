import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankByHundredths } from './rank.ts'

test('equal Shares share a rank, unknown ones have none and come last', () => {
  expect(rankByHundredths([150, null, 200, 150, 0])).toEqual({
    ranks: [2, null, 1, 2, 4],
    order: [2, 0, 3, 4, 1],
  })
  expect(rankByHundredths([])).toEqual({ ranks: [], order: [] })
})

test('a rank is one more than the number of larger Shares', () => {
  const shares = fc.array(fc.option(fc.nat(12), { freq: 5 }), { maxLength: 30 })
  fc.assert(
    fc.property(shares, (hundredths) => {
      const { ranks, order } = rankByHundredths(hundredths)
      hundredths.forEach((own, i) => {
        const larger = hundredths.filter((other) => other !== null && own !== null && other > own).length
        expect(ranks[i]).toBe(own === null ? null : 1 + larger)
      })
      expect([...order].sort((a, b) => a - b)).toEqual([...hundredths.keys()])
      for (let place = 1; place < order.length; place++) {
        const [above, below] = [order[place - 1]!, order[place]!]
        if (ranks[above] === ranks[below]) expect(above).toBeLessThan(below)
      }
    }),
  )
})
