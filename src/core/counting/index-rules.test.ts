/** The rules of the index on random article sets: the app's counting against the reference. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleSet, FIRST_YEAR, LAST_YEAR } from '../../../tests/reference/article-set.ts'
import { countArticles, entitiesOf, sumsBy } from '../../../tests/reference/engine.ts'
import type { At } from '../../../tests/reference/model.ts'
import { LEVELS } from '../../../tests/reference/model.ts'
import { Rational } from '../../../tests/reference/rational.ts'
import { referenceIndex } from '../../../tests/reference/reference-index.ts'
import { denominatorOf } from '../../shared/domain/scopes.ts'
import { ALL_SUBJECTS, SUBJECTS } from '../../shared/domain/subjects.ts'
import { adjustedShare } from '../indicators/adjusted-share.ts'
import { rankByHundredths } from '../indicators/rank.ts'
import { regionSharePct } from '../indicators/region-share.ts'
import { roundHundredths, toShare } from './exact.ts'
import { UNITS } from './units.ts'

const level = fc.constantFrom(...LEVELS)
const year = fc.integer({ min: FIRST_YEAR, max: LAST_YEAR })
const at: fc.Arbitrary<At> = fc.record({
  subject: fc.constantFrom(...ALL_SUBJECTS),
  from: fc.constantFrom(FIRST_YEAR, 2022),
  to: fc.constantFrom(2022, LAST_YEAR),
})
const everything: At = { from: FIRST_YEAR, to: LAST_YEAR }

test('Shares to two decimals, Counts, unknown parts and ranks are those of the reference', () => {
  fc.assert(
    fc.property(articleSet(), level, at, fc.boolean(), ({ articles, places }, level, at, spreadUnknown) => {
      const reference = referenceIndex(articles, places, { spreadUnknown })
      const counted = countArticles(articles, spreadUnknown)
      const { ids, of } = entitiesOf(counted, level, places)
      const sums = sumsBy(counted, of, at)
      const unknown = sums.get(-1)
      sums.delete(-1)
      const hundredths = (sum: typeof unknown) =>
        sum ? roundHundredths(sum.units, sum.contributions.length, () => sum.contributions) : 0
      expect([...sums.keys()].map((entity) => ids[entity]).sort()).toEqual(reference.entities(level, at))
      for (const [entity, sum] of sums) {
        const id = ids[entity]!
        expect(hundredths(sum)).toBe(reference.share(level, id, at).hundredths())
        expect(toShare(sum.units)).toBeCloseTo(reference.share(level, id, at).toNumber(), 6)
        expect(sum.articles.size).toBe(reference.count(level, id, at))
      }
      expect(hundredths(unknown)).toBe(reference.unknown(level, at).hundredths())
      expect(counted.unaffiliatedAuthors).toBe(reference.unaffiliated(everything).authors)
      const { ranks } = rankByHundredths([...sums.values()].map(hundredths))
      expect(new Map([...sums.keys()].map((entity, i) => [ids[entity], ranks[i]]))).toEqual(
        new Map(reference.ranks(level, at)),
      )
    }),
  )
})

test('Shares and what is unknown add up to the number of articles', () => {
  fc.assert(
    fc.property(articleSet(), level, at, fc.boolean(), ({ articles, places }, level, at, spreadUnknown) => {
      const counted = countArticles(articles, spreadUnknown)
      const reference = referenceIndex(articles, places, { spreadUnknown })
      const sums = [...sumsBy(counted, entitiesOf(counted, level, places).of, at).values()]
      expect(sums.reduce((units, sum) => units + sum.units, 0)).toBe(UNITS * reference.size(at))
      const exact = Rational.sum([
        reference.unknown(level, at),
        ...reference.entities(level, at).map((entity) => reference.share(level, entity, at)),
      ])
      expect(exact.equals(new Rational(reference.size(at)))).toBe(true)
    }),
  )
})

test('a city cut in two adds up exactly, and so do the institutions within it', () => {
  fc.assert(
    fc.property(
      articleSet(),
      fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
      ({ articles, places }, east) => {
        const counted = countArticles(articles)
        const { of } = entitiesOf(counted, 'city', places)
        const cut = of.map((entity, node) => (entity >= 0 && east[node] ? entity + 100 : entity))
        const whole = sumsBy(counted, of, everything)
        const parts = sumsBy(counted, cut, everything)
        for (const [entity, sum] of whole) {
          if (entity < 0) continue
          const halves = [parts.get(entity), parts.get(entity + 100)].filter((part) => part !== undefined)
          expect(halves.reduce((units, part) => units + part.units, 0)).toBe(sum.units)
          expect(new Set(halves.flatMap((part) => [...part.articles]))).toEqual(sum.articles)
        }
        const reference = referenceIndex(articles, places)
        for (const city of reference.entities('city', everything)) {
          const within = Rational.sum(reference.within(city, everything).values())
          expect(within.equals(reference.share('city', city, everything))).toBe(true)
        }
      },
    ),
  )
})

test('one more article lowers no Count and no Share', () => {
  fc.assert(
    fc.property(articleSet(), level, ({ articles, places }, level) => {
      const counted = countArticles(articles)
      const { ids, of } = entitiesOf(counted, level, places)
      const fewer = countArticles(articles.slice(0, -1))
      const before = entitiesOf(fewer, level, places)
      const now = sumsBy(counted, of, everything)
      for (const [entity, sum] of sumsBy(fewer, before.of, everything)) {
        const more = now.get(entity < 0 ? -1 : ids.indexOf(before.ids[entity]!))
        expect(more?.articles.size).toBeGreaterThanOrEqual(sum.articles.size)
        expect(more?.units).toBeGreaterThanOrEqual(sum.units)
      }
    }),
  )
})

test('adjusted Share is that of the reference, and the raw one in the base year', () => {
  fc.assert(
    fc.property(articleSet(), year, year, ({ articles, places }, year, base) => {
      const reference = referenceIndex(articles, places)
      const size = (of: number) => reference.size({ from: of, to: of })
      for (const city of reference.entities('city', { from: year, to: year })) {
        const share = reference.share('city', city, { from: year, to: year }).toNumber()
        expect(adjustedShare(share, size(year), size(year))).toBe(share)
        expect(adjustedShare(share, size(year), size(base))).toBeCloseTo(
          reference.adjustedShare('city', city, year, base)!.toNumber(),
          9,
        )
      }
    }),
  )
})

test('the percentage of a region has one denominator for the Chinese mainland, Hong Kong and Macau', () => {
  fc.assert(
    fc.property(
      articleSet(),
      fc.constantFrom('city' as const, 'metro' as const),
      at,
      ({ articles, places }, level, at) => {
        const reference = referenceIndex(articles, places)
        const counted = countArticles(articles)
        const countries = entitiesOf(counted, 'country', places)
        const regionUnits = new Map<string, number>()
        for (const [entity, { units }] of sumsBy(counted, countries.of, at)) {
          if (entity < 0) continue
          const region = denominatorOf(countries.ids[entity]!)
          regionUnits.set(region, (regionUnits.get(region) ?? 0) + units)
        }
        const { ids, of } = entitiesOf(counted, level, places)
        for (const [entity, { units }] of sumsBy(counted, of, at)) {
          const place = [...places.metros, ...places.cities].find(({ id }) => id === ids[entity])
          if (!place) continue
          const percent = regionSharePct(units, regionUnits.get(denominatorOf(place.country)) ?? null)
          // A metro area may lie in a region that has no Share itself: then both know none.
          const expected = reference.percentOfRegion(level, place.id, at)?.toNumber() ?? null
          if (percent === null || expected === null) expect(percent).toBe(expected)
          else expect(percent / expected).toBeCloseTo(1, 5)
        }
      },
    ),
  )
})

test('subjects overlap: an article counts fully in each of its subjects', () => {
  fc.assert(
    fc.property(articleSet(), ({ articles, places }) => {
      const { size } = referenceIndex(articles, places)
      const sum = SUBJECTS.reduce((sum, subject) => sum + size({ ...everything, subject }), 0)
      expect(sum).toBe(articles.reduce((sum, { subjects }) => sum + subjects.length, 0))
    }),
  )
})
