/**
 * The rules of the index, slowly and plainly, in exact fractions: what the app computes is compared with this.
 * Every answer goes through all articles again.
 */
import type { Affiliation, Article, At, Level, Places } from './model.ts'
import { entityOf, keyOf } from './model.ts'
import { Rational } from './rational.ts'

export interface ReferenceOptions {
  /** Give the parts of authors without affiliation to the other authors of the article. */
  spreadUnknown?: boolean
}

/** An affiliation (null: none) and its part of an article. */
interface Part {
  affiliation: Affiliation | null
  part: Rational
}

/** The parts of an article, one for each author and distinct affiliation; together 1 where it has authors. */
export function partsOf(article: Article, { spreadUnknown = false }: ReferenceOptions = {}): Part[] {
  const affiliated = article.authors.filter((affiliations) => affiliations.length > 0)
  const authors = spreadUnknown && affiliated.length > 0 ? affiliated : article.authors
  return authors.flatMap((affiliations): Part[] => {
    const distinct = [...new Map(affiliations.map((each) => [keyOf(each), each])).values()]
    if (distinct.length === 0) return [{ affiliation: null, part: new Rational(1, authors.length) }]
    const part = new Rational(1, authors.length * distinct.length)
    return distinct.map((affiliation) => ({ affiliation, part }))
  })
}

/**
 * An affiliation that names an institution and no city is any of the author's to that institution which does not
 * contradict it: the article without such affiliations.
 */
export function withoutVague(article: Article): Article {
  const isVague = ({ institution, city, country }: Affiliation, all: readonly Affiliation[]) =>
    institution !== null &&
    city === null &&
    all.some(
      (other) =>
        other.institution === institution &&
        (other.city === null
          ? country === null && other.country !== null
          : country === null || other.country === null || other.country === country),
    )
  return {
    ...article,
    authors: article.authors.map((own) => own.filter((affiliation) => !isVague(affiliation, own))),
  }
}

/** Hong Kong and Macau share a denominator with the Chinese mainland; every other country is its own region. */
function regionOf(country: string | null): string | null {
  return country === 'HK' || country === 'MO' ? 'CN' : country
}

export type ReferenceIndex = ReturnType<typeof referenceIndex>

/** An index of these articles; `at` says which of them count, an entity is named by its id. */
export function referenceIndex(articles: readonly Article[], places: Places, options: ReferenceOptions = {}) {
  const counted = ({ subject = 'all', from, to }: At) =>
    articles.filter(
      ({ year, subjects }) => year >= from && year <= to && (subject === 'all' || subjects.includes(subject)),
    )

  const partsWhere = (article: Article, lies: (affiliation: Affiliation | null) => boolean) =>
    partsOf(article, options).filter(({ affiliation }) => lies(affiliation))

  const sumWhere = (at: At, lies: (affiliation: Affiliation | null) => boolean): Rational =>
    Rational.sum(counted(at).flatMap((article) => partsWhere(article, lies).map(({ part }) => part)))

  const inEntity = (level: Level, entity: string | null) => (affiliation: Affiliation | null) =>
    (affiliation === null ? null : entityOf(affiliation, level, places)) === entity

  /** N: articles in the index. */
  const size = (at: At): number => counted(at).length

  /** Ids of the entities with a Count above 0, sorted. */
  const entities = (level: Level, at: At): string[] => {
    const found = new Set<string>()
    for (const article of counted(at)) {
      for (const affiliation of article.authors.flat()) {
        const entity = entityOf(affiliation, level, places)
        if (entity !== null) found.add(entity)
      }
    }
    return [...found].sort()
  }

  const share = (level: Level, entity: string, at: At): Rational => sumWhere(at, inEntity(level, entity))

  const count = (level: Level, entity: string, at: At): number =>
    counted(at).filter((article) => partsWhere(article, inEntity(level, entity)).length > 0).length

  /** What falls to no entity of the level: authors without affiliation, and affiliations without such a place. */
  const unknown = (level: Level, at: At): Rational => sumWhere(at, inEntity(level, null))

  /** Of it, the part of authors without any affiliation. */
  const unaffiliated = (at: At): { share: Rational; authors: number } => ({
    share: sumWhere(at, (affiliation) => affiliation === null),
    authors: counted(at).flatMap(({ authors }) => authors.filter(({ length }) => length === 0)).length,
  })

  /** Parts of a city's Share by institution; null gathers affiliations without an institution. */
  const within = (city: string, at: At): Map<string | null, Rational> => {
    const parts = new Map<string | null, Rational>()
    for (const article of counted(at)) {
      for (const { affiliation, part } of partsWhere(article, inEntity('city', city))) {
        const institution = affiliation?.institution ?? null
        parts.set(institution, (parts.get(institution) ?? Rational.zero).plus(part))
      }
    }
    return parts
  }

  /** Bilateral collaboration score of two entities, and their joint articles. */
  const score = (level: Level, a: string, b: string, at: At): { score: Rational; articles: number } => {
    const joint = counted(at)
      .map((article) => [a, b].map((entity) => partsWhere(article, inEntity(level, entity))))
      .filter((sides) => sides.every(({ length }) => length > 0))
    return { score: Rational.sum(joint.flat(2).map(({ part }) => part)), articles: joint.length }
  }

  /** Share of a year × N_base / N_year, N index-wide; null where the index has no article in the year. */
  const adjustedShare = (level: Level, entity: string, year: number, base: number): Rational | null => {
    const now = { from: year, to: year }
    if (size(now) === 0) return null
    const scale = new Rational(size({ from: base, to: base }), size(now))
    return share(level, entity, now).times(scale)
  }

  /** 1 + the number of entities whose Share in two decimals is larger. */
  const ranks = (level: Level, at: At): Map<string, number> => {
    const hundredths = entities(level, at).map(
      (entity) => [entity, share(level, entity, at).hundredths()] as const,
    )
    return new Map(
      hundredths.map(([entity, own]) => [entity, 1 + hundredths.filter(([, other]) => other > own).length]),
    )
  }

  /** Percent of the region's Share; null where the city or metro area is not listed or the region's Share is 0. */
  const percentOfRegion = (level: 'city' | 'metro', entity: string, at: At): Rational | null => {
    const place = [...(level === 'metro' ? places.metros : []), ...places.cities].find(
      ({ id }) => id === entity,
    )
    if (!place) return null
    const region = regionOf(place.country)
    const whole = sumWhere(at, (affiliation) => regionOf(affiliation?.country ?? null) === region)
    if (whole.equals(Rational.zero)) return null
    return share(level, entity, at).over(whole).times(new Rational(100))
  }

  return {
    size,
    entities,
    share,
    count,
    unknown,
    unaffiliated,
    within,
    score,
    adjustedShare,
    ranks,
    percentOfRegion,
  }
}
