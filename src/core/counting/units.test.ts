import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleSet, reordered } from '../../../tests/reference/article-set.ts'
import { countArticles } from '../../../tests/reference/engine.ts'
import { keyOf } from '../../../tests/reference/model.ts'
import { Rational } from '../../../tests/reference/rational.ts'
import { partsOf } from '../../../tests/reference/reference-index.ts'
import { ArticleCounter, UNITS } from './units.ts'

const byNumber = (a: number, b: number) => a - b

/** Units by node of an article given as the nodes of each author. */
function count(authors: readonly (readonly number[])[], counter = new ArticleCounter(), compare = byNumber) {
  counter.begin()
  for (const nodes of authors) {
    for (const node of nodes) counter.affiliation(node)
    counter.endAuthor()
  }
  const size = counter.finish(compare)
  return Object.fromEntries(Array.from({ length: size }, (_, i) => [counter.nodes[i], counter.units[i]]))
}

const total = (units: Record<string, number | undefined>) =>
  Object.values(units).reduce<number>((sum, each) => sum + (each ?? 0), 0)

describe('an article', () => {
  test('is divided among authors, and among the affiliations of each', () => {
    expect(count([[1], [1, 2], [3, 2]])).toEqual({ 1: UNITS / 2, 2: UNITS / 3, 3: UNITS / 6 })
  })

  test('counts repeats of one author once', () => {
    const counter = new ArticleCounter()
    expect(count([[5, 5, 6], [6]], counter)).toEqual({ 5: UNITS / 4, 6: (UNITS / 4) * 3 })
    expect(counter.affiliations).toBe(3)
  })

  test('gives the parts of authors without affiliation to node 0', () => {
    const counter = new ArticleCounter()
    expect(count([[], [7], []], counter)).toEqual({ 0: (UNITS / 3) * 2, 7: UNITS / 3 })
    expect(counter).toMatchObject({ authors: 3, unaffiliatedAuthors: 2, divisor: 3 })
  })

  test('or spreads them over the others, where there are others', () => {
    const counter = new ArticleCounter({ spreadUnknown: true })
    expect(count([[], [7], [8]], counter)).toEqual({ 7: UNITS / 2, 8: UNITS / 2 })
    expect(counter).toMatchObject({ authors: 3, unaffiliatedAuthors: 1, divisor: 2 })
    expect(count([[], []], counter)).toEqual({ 0: UNITS })
  })

  test('without authors touches nothing', () => {
    expect(count([])).toEqual({})
  })

  test('that was not finished leaves nothing behind', () => {
    const counter = new ArticleCounter()
    counter.begin()
    counter.affiliation(3)
    counter.endAuthor()
    counter.affiliation(4)
    expect(count([[4]], counter)).toEqual({ 4: UNITS })
  })

  test('divides among 11 or 13 affiliations without loss', () => {
    const counter = new ArticleCounter()
    const eleven = Array.from({ length: 11 }, (_, i) => i + 1)
    const thirteen = Array.from({ length: 13 }, (_, i) => i + 5)
    const units = count([eleven, thirteen, [1], []], counter)
    expect(counter.exact).toBe(false)
    expect(total(units)).toBe(UNITS)
    expect(units[1]).toBe(Math.round(UNITS / 4 + UNITS / 44))
    expect(units[17]).toBe(Math.floor(UNITS / 52))
    count([[1]], counter)
    expect(counter.exact).toBe(true)
  })

  test('with thousands of authors and institutions still adds up', () => {
    const authors = Array.from({ length: 3001 }, (_, a) => [
      1 + (a % 2003),
      1 + ((a * 7) % 2503),
      4000 + (a % 3),
    ])
    const units = count(authors)
    expect(Object.keys(units).length).toBe(2506)
    expect(total(units)).toBe(UNITS)
    expect(count([...authors].reverse())).toEqual(units)
  })

  test('refuses what is no node', () => {
    const counter = new ArticleCounter()
    counter.begin()
    expect(() => counter.affiliation(1e10)).toThrow(RangeError)
  })
})

test('equal remainders are settled by what nodes stand for, not by their numbers', () => {
  // 23 authors at as many places: each has 60 728 493.913… units.
  const authors = Array.from({ length: 23 }, (_, i) => [i + 1])
  const forward = count(authors)
  expect(new Set(Object.values(forward)).size).toBe(2)
  // The same places numbered the other way round.
  const renumbered = count(authors, new ArticleCounter(), (a, b) => b - a)
  for (let i = 1; i <= 23; i++) expect(renumbered[24 - i]).toBe(forward[i])
})

/** By article and affiliation, the units. */
function unitsByName(set: Parameters<typeof countArticles>[0], spreadUnknown: boolean) {
  const { arrays, nodes } = countArticles(set, spreadUnknown)
  const units = new Map<string, number>()
  set.forEach(({ id }, x) => {
    for (let i = arrays.start[x]!; i < arrays.start[x + 1]!; i++) {
      const affiliation = nodes[arrays.node[i]!]
      units.set(`${id} ${affiliation ? keyOf(affiliation) : '-'}`, arrays.units[i]!)
    }
  })
  return units
}

test('units differ from the exact fraction by less than one, and add up to an article', () => {
  fc.assert(
    fc.property(articleSet({ maxArticles: 4 }), fc.boolean(), ({ articles }, spreadUnknown) => {
      const units = unitsByName(articles, spreadUnknown)
      for (const article of articles) {
        const exact = new Map<string, Rational>()
        for (const { affiliation, part } of partsOf(article, { spreadUnknown })) {
          const key = `${article.id} ${affiliation ? keyOf(affiliation) : '-'}`
          exact.set(key, (exact.get(key) ?? Rational.zero).plus(part))
        }
        let sum = 0
        for (const [key, fraction] of exact) {
          const found = units.get(key)!
          sum += found
          const difference = fraction.times(new Rational(UNITS)).minus(new Rational(found)).toNumber()
          expect(Math.abs(difference)).toBeLessThan(1)
          units.delete(key)
        }
        expect(sum).toBe(UNITS)
      }
      expect(units.size).toBe(0)
    }),
  )
})

test('the order of articles, authors and affiliations, and with it the numbering, changes nothing', () => {
  const twice = articleSet({ maxArticles: 4 }).chain((set) => fc.tuple(fc.constant(set), reordered(set)))
  fc.assert(
    fc.property(twice, fc.boolean(), ([one, other], spreadUnknown) => {
      const units = unitsByName(one.articles, spreadUnknown)
      const again = unitsByName(other.articles, spreadUnknown)
      expect(again.size).toBe(units.size)
      for (const [key, value] of units) expect(again.get(key)).toBe(value)
    }),
  )
})
