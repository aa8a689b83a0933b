import type { ArticleCounter } from '../../counting/units.ts'
import type { ImportCounts } from './counts.ts'
import type { ArticleHead } from './chunk-builder.ts'

/** Counts an article that was taken. */
export function countArticle(
  counts: ImportCounts,
  counter: ArticleCounter,
  { subjects, doi }: Pick<ArticleHead, 'subjects' | 'doi'>,
): void {
  counts.stored++
  counts.authors += counter.authors
  counts.affiliations += counter.affiliations
  counts.odd('authors-without-affiliation', counter.unaffiliatedAuthors)
  if (counter.unaffiliatedAuthors === counter.authors) counts.odd('articles-without-affiliation')
  if (subjects === 0) counts.odd('articles-without-subject')
  if (doi[0] === 0 && doi[1] === 0) counts.odd('articles-without-doi')
}
