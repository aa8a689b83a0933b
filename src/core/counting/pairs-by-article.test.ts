import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleSet } from '../../../tests/reference/article-set.ts'
import { countArticles, entitiesOf, filterOf } from '../../../tests/reference/engine.ts'
import { LEVELS } from '../../../tests/reference/model.ts'
import { referenceIndex } from '../../../tests/reference/reference-index.ts'
import { ALL_SUBJECTS } from '../../shared/domain/subjects.ts'
import type { ArticleFilter } from './article-nodes.ts'
import { invert, nodesByEntity } from './article-nodes.ts'
import { pairsAmong } from './collaboration.ts'
import { toShare } from './exact.ts'
import { canReadJointly, jointArticles, pairsByJointArticle } from './joint-articles.ts'
import { isQuickerByArticle, pairsByArticle } from './pairs-by-article.ts'
import { pairsByEntity } from './pairs-by-entity.ts'

const subject = fc.constantFrom(...ALL_SUBJECTS)
const at = fc.record({ subject, from: fc.constantFrom(2020, 2022), to: fc.constantFrom(2021, 2023) })

const finder = (of: Int32Array) => {
  const { start, nodes } = nodesByEntity(of)
  return (entity: number) => nodes.subarray(start[entity] ?? 0, start[entity + 1] ?? 0)
}

test('all ways find the pairs of the slow reference, in one order', () => {
  let pairsSeen = 0
  fc.assert(
    fc.property(
      articleSet(),
      fc.constantFrom(...LEVELS),
      at,
      fc.shuffledSubarray([...Array(20).keys()]),
      ({ articles, places }, level, at, asked) => {
        const list = articles.toSorted((a, b) => a.year - b.year)
        const { arrays, ...counted } = countArticles(list)
        const { ids, of } = entitiesOf({ arrays, ...counted }, level, places)
        const set = asked.filter((entity) => entity < ids.length)
        const byArticle = pairsByArticle(arrays, of, set, filterOf(at))
        expect(byArticle).toEqual(pairsByEntity(arrays, finder(of), set, filterOf(at)))
        expect(canReadJointly(arrays, set.length)).toBe(true)
        expect(pairsByJointArticle(arrays, jointArticles(arrays, of), set, filterOf(at))).toEqual(byArticle)
        const reference = referenceIndex(list, places)
        let k = 0
        set.forEach((b, later) =>
          set.slice(0, later).forEach((a) => {
            const { articles, score } = reference.score(level, ids[a]!, ids[b]!, at)
            if (articles === 0) return
            expect([byArticle.a[k], byArticle.b[k], byArticle.articles[k]]).toEqual([a, b, articles])
            expect(toShare(byArticle.units[k]!)).toBeCloseTo(score.toNumber(), 6)
            k += 1
          }),
        )
        expect(byArticle.size).toBe(k)
        pairsSeen += k
      },
    ),
    { numRuns: 80 },
  )
  expect(pairsSeen).toBeGreaterThan(100)
})

/** 400 articles of two years, each of entities 0 and 1; entity 2 stands in the last alone. */
const years = Uint16Array.from({ length: 400 }, (_, x) => (x < 200 ? 2022 : 2023))
const arrays = invert({
  start: Uint32Array.from({ length: 401 }, (_, x) => 2 * x + (x === 400 ? 1 : 0)),
  node: Uint32Array.from({ length: 801 }, (_, i) => (i === 800 ? 3 : 1 + (i % 2))),
  units: new Uint32Array(801).fill(5),
  year: years,
  subjects: new Uint8Array(400).fill(1),
})
const of = Int32Array.of(-1, 0, 1, 2)
const filter: ArticleFilter = { subjectBit: 0, yearFrom: 2022, yearTo: 2023 }
const quicker = (set: number[], of_ = of, given = arrays) =>
  isQuickerByArticle(given, set.map(finder(of_)), set.length, filter)

test('an article of one entity alone is in no pair, and the leading entities stand first', () => {
  const joint = jointArticles(arrays, Int32Array.of(-1, 1, 1, 0))
  expect([...joint.article]).toEqual([399])
  expect([...joint.start]).toEqual([0, 2])
  expect([...joint.placeOf]).toEqual([1, 0])
  expect([...joint.units]).toEqual([10, 5])
})

test('a few entities with few articles are walked by themselves', () => {
  expect(quicker([0, 1])).toBe(true)
  expect(quicker([2])).toBe(false)
  expect(quicker([0, 1], of, { ...arrays, inOrderOfYear: false })).toBe(false)
  expect(quicker(new Array<number>(1449).fill(0))).toBe(false)
  expect(pairsAmong(arrays, of, [0, 1, 2], filter)).toEqual({
    size: 3,
    a: Int32Array.of(0, 0, 1),
    b: Int32Array.of(1, 2, 2),
    units: Float64Array.of(4000, 10, 10),
    articles: Uint32Array.of(400, 1, 1),
  })
})
