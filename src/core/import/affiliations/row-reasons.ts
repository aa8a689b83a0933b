/** What a rejected row is told as: the reasons of reports, and the value in question. */
import type { Rejection } from '../chunks/counts.ts'
import type { ArticleFault } from './build-article.ts'
import type { RowFault } from './parse-row.ts'

export function rejectionOf(fault: RowFault | ArticleFault): Rejection {
  switch (fault) {
    case 'article-missing':
      return 'no-id'
    case 'year':
    case 'joined-values':
    case 'cut-off':
    case 'contradiction':
    case 'truncated-authors':
      return fault
    case 'author-contradiction':
      return 'contradiction'
    case 'article-incomplete':
    case 'author-missing':
    case 'author-seq':
    case 'authors-count':
    case 'columns':
    case 'csv-syntax':
    case 'nul-byte':
    case 'quote-not-closed':
    case 'record-too-large':
      return 'unreadable'
  }
}

/** `year = 20x1` of a row; of an article its id, how many rows, and what else is said of it. Never empty. */
export function detailOf(fault: RowFault | ArticleFault, values: Record<string, string | number>): string {
  const { value, article } = values
  if (value !== undefined && article === undefined) {
    const text = String(value)
    return fault === 'joined-values' ? text : `${fault} = ${text === '' ? '""' : text}`
  }
  const told = Object.entries(values).map(([name, each]) => `${name} = ${each}`)
  return `${fault}: ${told.join(', ')}`
}
