import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleSet } from '../../../tests/reference/article-set.ts'
import type { Counted } from '../../../tests/reference/engine.ts'
import { countArticles, entitiesOf, filterOf } from '../../../tests/reference/engine.ts'
import type { At } from '../../../tests/reference/model.ts'
import { LEVELS } from '../../../tests/reference/model.ts'
import { referenceIndex } from '../../../tests/reference/reference-index.ts'
import { ALL_SUBJECTS } from '../../shared/domain/subjects.ts'
import { invert, nodesByEntity } from './article-nodes.ts'
import { pairsAmong, partnersOf } from './collaboration.ts'
import { toShare } from './exact.ts'
import { UNITS } from './units.ts'

const level = fc.constantFrom(...LEVELS)
const at: fc.Arbitrary<At> = fc.record({
  subject: fc.constantFrom(...ALL_SUBJECTS),
  from: fc.constantFrom(2020, 2022),
  to: fc.constantFrom(2021, 2023),
})

/** Score and joint articles by names of both sides. */
function pairsByName(counted: Counted, ids: string[], of: Int32Array, set: number[], at: At) {
  const pairs = pairsAmong(counted.arrays, of, set, filterOf(at))
  const named = new Map<string, { units: number; articles: number }>()
  for (let i = 0; i < pairs.size; i++) {
    const names = [ids[pairs.a[i]!]!, ids[pairs.b[i]!]!].sort()
    named.set(names.join(' + '), { units: pairs.units[i]!, articles: pairs.articles[i]! })
  }
  expect(named.size).toBe(pairs.size)
  return named
}

test('scores are those of the reference, symmetric, and at most the joint articles', () => {
  fc.assert(
    fc.property(articleSet(), level, at, fc.boolean(), ({ articles, places }, level, at, inOrder) => {
      const list = inOrder ? articles.toSorted((a, b) => a.year - b.year) : articles
      const reference = referenceIndex(list, places)
      const counted = countArticles(list)
      if (inOrder) expect(counted.arrays.inOrderOfYear).toBe(true)
      const { ids, of } = entitiesOf(counted, level, places)
      const by = nodesByEntity(of, ids.length)
      const nodesOf = (entity: number) => by.nodes.subarray(by.start[entity], by.start[entity + 1])
      const pairs = pairsByName(counted, ids, of, [...ids.keys()], at)
      let sides = 0
      ids.forEach((id, entity) => {
        for (const partner of partnersOf(counted.arrays, of, entity, nodesOf(entity), filterOf(at))) {
          const other = ids[partner.entity]!
          const expected = reference.score(level, id, other, at)
          expect(partner.articles).toBe(expected.articles)
          expect(toShare(partner.units)).toBeCloseTo(expected.score.toNumber(), 6)
          expect(partner.units).toBeLessThanOrEqual(UNITS * partner.articles)
          expect(pairs.get([id, other].sort().join(' + '))).toEqual({
            units: partner.units,
            articles: partner.articles,
          })
          sides += 1
        }
      })
      expect(sides).toBe(2 * pairs.size)
      const joint = ids.flatMap((a, i) =>
        ids.slice(0, i).map((b) => reference.score(level, a, b, at).articles),
      )
      expect(pairs.size).toBe(joint.filter((count) => count > 0).length)
    }),
    { numRuns: 60 },
  )
})

test('pairs among a part of the entities are those pairs of all, in any order of asking', () => {
  fc.assert(
    fc.property(
      articleSet(),
      fc.array(fc.nat(15), { maxLength: 12 }),
      at,
      ({ articles, places }, asked, at) => {
        const counted = countArticles(articles)
        const { ids, of } = entitiesOf(counted, 'institution', places)
        const set = asked.filter((entity) => entity < ids.length)
        const names = new Set(set.map((entity) => ids[entity]))
        const all = pairsByName(counted, ids, of, [...ids.keys()], at)
        const expected = [...all].filter(([key]) => key.split(' + ').every((name) => names.has(name)))
        expect(pairsByName(counted, ids, of, set, at)).toEqual(new Map(expected))
      },
    ),
  )
})

describe('arrays', () => {
  const year = Uint16Array.of(2020, 2021, 2020)
  const arrays = invert(
    {
      start: Uint32Array.of(0, 2, 2, 4),
      node: Uint32Array.of(3, 1, 0, 3),
      units: Uint32Array.of(10, 20, 30, 40),
      year,
      subjects: Uint8Array.of(1, 2, 3),
    },
    6,
  )

  test('are turned round, articles ascending, nodes without articles included', () => {
    expect([...arrays.nodeStart]).toEqual([0, 1, 2, 2, 4, 4, 4])
    expect([...arrays.nodeArticle]).toEqual([2, 0, 0, 2])
    expect([...arrays.nodeUnits]).toEqual([30, 20, 10, 40])
    expect(arrays.inOrderOfYear).toBe(false)
  })

  test('know nobody who is not there', () => {
    const of = Int32Array.of(-1, 0, 1, 2, 3, 4)
    const filter = { subjectBit: 0, yearFrom: 2020, yearTo: 2021 }
    expect(partnersOf(arrays, of, 2, [3], filter)).toEqual([{ entity: 0, units: 30, articles: 1 }])
    expect(partnersOf(arrays, of, 1, [2], filter)).toEqual([])
    expect(partnersOf(arrays, of, 2, [3], { ...filter, subjectBit: 2 })).toEqual([])
    expect(pairsAmong(arrays, of, [4, 99, 0, 2, 0], filter)).toMatchObject({ size: 1, a: Int32Array.of(0) })
    expect(pairsAmong(arrays, of, [], filter).size).toBe(0)
  })
})

test('an article of 2,100 institutions pairs each with each', () => {
  const size = 2100
  const arrays = invert({
    start: Uint32Array.of(0, size),
    node: Uint32Array.from({ length: size }, (_, i) => i + 1),
    units: new Uint32Array(size).fill(7),
    year: Uint16Array.of(2023),
    subjects: Uint8Array.of(0),
  })
  const of = Int32Array.from({ length: size + 1 }, (_, node) => node - 1)
  const filter = { subjectBit: 0, yearFrom: 2023, yearTo: 2023 }
  const pairs = pairsAmong(arrays, of, [...of.keys()].slice(0, size), filter)
  expect(pairs.size).toBe((size * (size - 1)) / 2)
  let units = 0
  for (let i = 0; i < pairs.size; i++) units += pairs.units[i]!
  expect(units).toBe(14 * pairs.size)
  expect(partnersOf(arrays, of, 0, [1], filter).length).toBe(size - 1)
})
