import type { ArticleCounter } from '../../counting/units.ts'
import type { ImportCounts } from './counts.ts'
import { doiHash } from './doi.ts'

/** Counts an article that was taken; its DOI is in `doiHash`. */
export function countArticle(counts: ImportCounts, counter: ArticleCounter, subjects: number): void {
  counts.stored++
  counts.authors += counter.authors
  counts.affiliations += counter.affiliations
  counts.odd('authors-without-affiliation', counter.unaffiliatedAuthors)
  if (counter.unaffiliatedAuthors === counter.authors) counts.odd('articles-without-affiliation')
  if (subjects === 0) counts.odd('articles-without-subject')
  if (doiHash[0] === 0 && doiHash[1] === 0) counts.odd('articles-without-doi')
}
