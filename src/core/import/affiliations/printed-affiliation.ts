/** The place that a table's printed address names, where its cells tell none. */
import type { PrintedPlaces } from '../addresses/printed-places.ts'
import { markOf } from '../addresses/printed-places.ts'
import type { AffiliationRecord, ArticleRecord } from './article-record.ts'

/** An article whose affiliations without a city have that of their address, where it agrees with the country given. */
export function withPrintedPlaces(article: ArticleRecord, printed: PrintedPlaces): ArticleRecord {
  const authors = article.authors.map((author) => ({
    ...author,
    affiliations: author.affiliations.map((affiliation) => placed(affiliation, printed)),
  }))
  return { ...article, authors }
}

function placed(affiliation: AffiliationRecord, printed: PrintedPlaces): AffiliationRecord {
  const { city, country, raw } = affiliation
  if (city !== null || raw === null) return affiliation
  const place = printed.placeOf(raw)
  if (!place || (country !== null && country !== place.country)) return affiliation
  if (!place.city) return { ...affiliation, country: place.country }
  return { ...affiliation, country: place.country, city: place.city.name, printed: markOf(place.city) }
}
