/** Figures worked out by hand, against which both the reference and the counting are held. */
import { describe, expect, test } from 'vitest'
import { countArticles, entitiesOf, sumsBy } from '../../../tests/reference/engine.ts'
import type { Affiliation, Article, Level, Places } from '../../../tests/reference/model.ts'
import { Rational } from '../../../tests/reference/rational.ts'
import { referenceIndex } from '../../../tests/reference/reference-index.ts'
import { UNITS } from './units.ts'

const at = (institution: string | null, city: string | null, country: string | null): Affiliation => ({
  institution,
  city,
  country,
})
const pku = at('PKU', 'Beijing', 'CN')
const ucas = at('UCAS', 'Beijing', 'CN')
const hku = at('HKU', 'Hong Kong', 'HK')
const mit = at('MIT', 'Cambridge', 'US')
const harvard = at('Harvard', 'Boston', 'US')
const places: Places = {
  cities: [
    { id: 'Beijing', country: 'CN' },
    { id: 'Hong Kong', country: 'HK' },
    { id: 'Cambridge', country: 'US' },
    { id: 'Boston', country: 'US' },
  ],
  metros: [{ id: 'Greater Boston', country: 'US', cities: ['Cambridge', 'Boston'] }],
}
const articles: Article[] = [
  // PKU 1/2 + 1/4, UCAS 1/4: a repeated affiliation is one.
  {
    id: '1',
    year: 2022,
    subjects: ['chemistry'],
    authors: [
      [pku, pku],
      [pku, ucas],
    ],
  },
  // PKU 1/3, HKU 1/3, no affiliation 1/3.
  { id: '2', year: 2023, subjects: ['chemistry', 'health-sciences'], authors: [[pku], [hku], []] },
  // MIT 1/2, Harvard 1/4, the US without city 1/4.
  { id: '3', year: 2023, subjects: [], authors: [[mit], [harvard, at(null, null, 'US')]] },
  // HKU 1/8 of eight authors, the rest MIT's.
  { id: '4', year: 2023, subjects: ['health-sciences'], authors: [[hku], ...Array(7).fill([mit])] },
]
const both = { from: 2022, to: 2023 }
const now = { from: 2023, to: 2023 }
const reference = referenceIndex(articles, places)

describe('Share and Count', () => {
  test.each<[Level, string, [number, number], number]>([
    ['institution', 'PKU', [13, 12], 2],
    ['institution', 'UCAS', [1, 4], 1],
    ['institution', 'HKU', [11, 24], 2],
    ['institution', 'MIT', [11, 8], 2],
    ['city', 'Beijing', [4, 3], 2],
    ['city', 'Cambridge', [11, 8], 2],
    ['city', 'Boston', [1, 4], 1],
    ['metro', 'Greater Boston', [13, 8], 2],
    ['metro', 'Beijing', [4, 3], 2],
    ['country', 'US', [15, 8], 2],
    ['country', 'CN', [4, 3], 2],
  ])('%s %s', (level, entity, [numerator, denominator], count) => {
    expect(reference.share(level, entity, both)).toEqual(new Rational(numerator, denominator))
    expect(reference.count(level, entity, both)).toBe(count)
    const counted = countArticles(articles)
    const { ids, of } = entitiesOf(counted, level, places)
    const sum = sumsBy(counted, of, both).get(ids.indexOf(entity))
    expect(sum?.units).toBe((UNITS / denominator) * numerator)
    expect(sum?.articles.size).toBe(count)
  })

  test('what is unknown, by level; spread over the other authors where asked for', () => {
    expect(reference.unknown('country', both)).toEqual(new Rational(1, 3))
    expect(reference.unknown('city', both)).toEqual(new Rational(7, 12))
    expect(reference.unaffiliated(both)).toEqual({ share: new Rational(1, 3), authors: 1 })
    const spread = referenceIndex(articles, places, { spreadUnknown: true })
    expect(spread.share('institution', 'HKU', both)).toEqual(new Rational(5, 8))
    expect(spread.unknown('city', both)).toEqual(new Rational(1, 4))
    expect(spread.unaffiliated(both)).toEqual({ share: Rational.zero, authors: 1 })
  })

  test('by subject and year', () => {
    expect(reference.share('city', 'Hong Kong', { ...now, subject: 'health-sciences' })).toEqual(
      new Rational(11, 24),
    )
    expect(reference.share('city', 'Hong Kong', { ...now, subject: 'chemistry' })).toEqual(new Rational(1, 3))
    expect(reference.size({ ...both, subject: 'chemistry' })).toBe(2)
    expect(reference.within('Beijing', both)).toEqual(
      new Map([
        ['PKU', new Rational(13, 12)],
        ['UCAS', new Rational(1, 4)],
      ]),
    )
  })
})

test('scores, adjusted Share, ranks and the percentage of the region', () => {
  expect(reference.score('institution', 'HKU', 'MIT', both)).toEqual({ score: new Rational(1), articles: 1 })
  expect(reference.score('institution', 'PKU', 'HKU', both)).toEqual({
    score: new Rational(2, 3),
    articles: 1,
  })
  expect(reference.score('city', 'Boston', 'Beijing', both)).toEqual({ score: Rational.zero, articles: 0 })
  // N is 1 in 2022 and 3 in 2023.
  expect(reference.adjustedShare('city', 'Beijing', 2022, 2023)).toEqual(new Rational(3))
  expect(reference.adjustedShare('city', 'Beijing', 2023, 2023)).toEqual(new Rational(1, 3))
  expect(reference.adjustedShare('city', 'Beijing', 2021, 2023)).toBeNull()
  expect(reference.ranks('city', now)).toEqual(
    new Map([
      ['Beijing', 3],
      ['Boston', 4],
      ['Cambridge', 1],
      ['Hong Kong', 2],
    ]),
  )
  // Of 1/3 in Beijing and 11/24 in Hong Kong.
  expect(reference.percentOfRegion('city', 'Hong Kong', now)).toEqual(new Rational(1100, 19))
  expect(reference.percentOfRegion('metro', 'Greater Boston', now)).toEqual(new Rational(1300, 15))
})
