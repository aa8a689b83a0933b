import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNITS } from '../../counting/units.ts'
import { leadingAmong } from './leading-pairs.ts'
import type { ScoredPair } from './ranked-pairs.ts'

/** Articles with the parts of the entities in them. */
type Articles = { entity: number; units: number }[][]

const articles = fc.array(
  fc
    .uniqueArray(fc.nat(14), { minLength: 1, maxLength: 4 })
    .map((entities) => entities.map((entity) => ({ entity, units: Math.floor(UNITS / entities.length) }))),
  { minLength: 1, maxLength: 40 },
)

function membersOf(all: Articles) {
  const sums = new Map<number, { entity: number; units: number; articles: number }>()
  for (const { entity, units } of all.flat()) {
    const sum = sums.get(entity) ?? { entity, units: 0, articles: 0 }
    sums.set(entity, { entity, units: sum.units + units, articles: sum.articles + 1 })
  }
  return [...sums.values()].sort((a, b) => b.units - a.units || a.entity - b.entity)
}

/** Pair by pair, article by article. */
function allPairs(all: Articles, entities: readonly number[]): ScoredPair[] {
  const pairs = entities.flatMap((b, later) =>
    entities.slice(0, later).flatMap((a) => {
      const joint = all.filter((parts) => [a, b].every((one) => parts.some(({ entity }) => entity === one)))
      const ends = joint.flat().filter(({ entity }) => entity === a || entity === b)
      const units = ends.reduce((sum, each) => sum + each.units, 0)
      return joint.length > 0 ? [{ a, b, units, articles: joint.length }] : []
    }),
  )
  return pairs.sort((x, y) => y.units - x.units || y.articles - x.articles)
}

test('the first pairs are those of all pairs, in their order, wherever one looks first', () => {
  let spared = 0
  fc.assert(
    fc.property(
      articles,
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 10 }),
      (all, n, firstAmong) => {
        const members = membersOf(all)
        let most = 0
        const found = leadingAmong(
          members,
          n,
          (some) => {
            most = Math.max(most, some.length)
            return allPairs(
              all,
              some.map(({ entity }) => entity),
            ).slice(0, n)
          },
          firstAmong,
        )
        const entities = members.map(({ entity }) => entity)
        expect(found).toEqual(allPairs(all, entities).slice(0, n))
        spared += members.length - most
      },
    ),
  )
  // Else nothing would be left out.
  expect(spared).toBeGreaterThan(0)
})
