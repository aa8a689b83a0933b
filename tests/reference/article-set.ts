/** Random article sets for property tests: a small world, written about in all the ways the rules speak of. */
import fc from 'fast-check'
import { SUBJECTS } from '../../src/shared/domain/subjects.ts'
import type { Affiliation, Article, ArticleSet, Places } from './model.ts'

export const FIRST_YEAR = 2020
export const LAST_YEAR = 2023

const CITIES = [
  { id: 'Beijing, CN', country: 'CN' },
  { id: 'Wuhan, CN', country: 'CN' },
  { id: 'Hong Kong, HK', country: 'HK' },
  { id: 'Taipei, TW', country: 'TW' },
  { id: 'Cambridge, US', country: 'US' },
  { id: 'Boston, US', country: 'US' },
  { id: 'Cambridge, GB', country: 'GB' },
  { id: 'Kyoto, JP', country: 'JP' },
]

/** Everything an affiliation may be, 24 in all. */
const AFFILIATIONS: Affiliation[] = [
  // Two institutions in each city.
  ...CITIES.flatMap(({ id, country }, i) =>
    ['a', 'b'].map((letter) => ({ institution: `institution ${i}${letter}`, city: id, country })),
  ),
  // An institution's parts in another city and in another country.
  { institution: 'institution 0a', city: 'Wuhan, CN', country: 'CN' },
  { institution: 'institution 4a', city: 'Kyoto, JP', country: 'JP' },
  // Not everything is known.
  { institution: 'institution 1a', city: null, country: 'CN' },
  { institution: 'institution x', city: null, country: null },
  { institution: null, city: 'Boston, US', country: 'US' },
  { institution: null, city: null, country: 'US' },
  { institution: null, city: null, country: 'MO' },
  { institution: null, city: null, country: 'FR' },
]

const affiliation = fc.constantFrom(...AFFILIATIONS)

/** Mostly one to three, at times none, repeated, or up to 13. */
const author: fc.Arbitrary<Affiliation[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Affiliation[]>([]) },
  { weight: 9, arbitrary: fc.array(affiliation, { minLength: 1, maxLength: 3 }) },
  {
    weight: 2,
    arbitrary: affiliation.chain((one) =>
      fc.array(affiliation, { maxLength: 2 }).map((more) => [one, ...more, one]),
    ),
  },
  { weight: 1, arbitrary: fc.subarray(AFFILIATIONS, { minLength: 4, maxLength: 10 }) },
  { weight: 1, arbitrary: fc.subarray(AFFILIATIONS, { minLength: 11, maxLength: 13 }) },
)

const authors = fc.oneof(
  { weight: 8, arbitrary: fc.array(author, { minLength: 1, maxLength: 7 }) },
  { weight: 1, arbitrary: fc.array(author, { minLength: 21, maxLength: 29 }) },
)

const places: fc.Arbitrary<Places> = fc
  .array(fc.constantFrom('Pearl River', 'Greater Boston', null), {
    minLength: CITIES.length,
    maxLength: CITIES.length,
  })
  .map((metroOf) => ({
    cities: CITIES,
    metros: ['Pearl River', 'Greater Boston'].flatMap((id, i) => {
      const cities = CITIES.filter((_, c) => metroOf[c] === id).map((city) => city.id)
      return cities.length > 0 ? [{ id, country: i === 0 ? 'CN' : 'US', cities }] : []
    }),
  }))

/**
 * Up to `maxArticles` articles with distinct ids, at least one author each, of 2020 to 2023, with any subjects; and
 * the places they speak of, with up to two metro areas of any cities.
 */
export function articleSet({ maxArticles = 8 } = {}): fc.Arbitrary<ArticleSet> {
  const article = fc.record({
    year: fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }),
    subjects: fc.subarray([...SUBJECTS]),
    authors,
  })
  const articles = fc
    .array(article, { maxLength: maxArticles })
    .map((list): Article[] => list.map((each, i) => ({ id: `W${i + 1}`, ...each })))
  return fc.record({ articles, places })
}

/** The same set told in another order: articles, authors and affiliations. */
export function reordered({ articles, places }: ArticleSet): fc.Arbitrary<ArticleSet> {
  const shuffled = <T>(list: readonly T[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length })
  return fc
    .tuple(
      ...articles.map((article) =>
        fc
          .tuple(...article.authors.map((affiliations) => shuffled(affiliations)))
          .chain((list) => shuffled(list))
          .map((authorsInOrder): Article => ({ ...article, authors: authorsInOrder })),
      ),
    )
    .chain((list) => shuffled(list))
    .map((list) => ({ articles: list, places }))
}
