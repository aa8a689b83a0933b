/** What a work that was refused holds in place of what was wanted, for the list of a report. */
import { leafJson, leafText } from '../../scan/leaves.ts'
import type { Scanner } from '../../scan/scanner.ts'
import type { Rejection } from '../chunks/counts.ts'
import type { WorkHead } from './work-head.ts'

const LONGEST = 120

/** Of each rejection the key of the record and its value, in the record's own words. Never empty. */
export function detailOfWork(scanner: Scanner, head: WorkHead, rejection: Rejection): string {
  const leaf = (key: string, at: number) =>
    `${key} = ${at < 0 ? 'not there' : leafJson(scanner, at).slice(0, LONGEST)}`
  const kept = head.keptIdAt < 0 ? '' : `, ${leaf('_id', head.keptIdAt)}`
  const date = head.dateAt < 0 ? '' : `, ${leaf('publication_date', head.dateAt)}`
  const id = head.id < 0 ? `${leaf('id', head.idAt)}${kept}` : `W${head.id}`
  switch (rejection) {
    case 'year':
      return `${id}: ${leaf('publication_year', head.yearAt)}${date}`
    case 'type':
      return `${id}: ${leaf('type', head.typeAt)}`
    case 'retracted':
      return `${id}: is_retracted = true`
    case 'truncated-authors':
      return head.authorsTruncated
        ? `${id}: is_authors_truncated = true, authorships = ${head.authorships}`
        : `${id}: authors_count = ${head.authorsCount ?? 0}, authorships = ${head.authorships}`
    case 'no-authors':
      return `${id}: authorships = 0`
    case 'not-in-index': {
      const issns = head.issnsAt.map((at) => leafText(scanner, at)).filter((text) => text !== null)
      return `${id}: ${leaf('source', head.sourceAt)}, issn = ${[...new Set(issns)].join(', ') || 'not there'}`
    }
    case 'wrong-kind':
      return `${id}: publication_year, type, authorships = not there`
    case 'no-id':
    case 'unreadable':
    case 'cut-off':
    case 'contradiction':
    case 'joined-values':
    case 'unpaired':
    case 'duplicate-id':
    case 'duplicate-doi':
    case 'plan-left-out':
      return id
  }
}
