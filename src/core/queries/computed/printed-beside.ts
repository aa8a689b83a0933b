/** Printed pairs beside those of an index: an edition knows institutions by name alone. */
import type { CollaborationRow, PrintedScore } from '../../../shared/contract/collaborations.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { nameKey } from '../../../shared/domain/slug.ts'
import type { OpenDataset } from '../../context.ts'
import type { Pairs } from '../../counting/pair-columns.ts'
import { printedPairs } from '../printed-pairs.ts'
import { NO_SOURCE } from './computed-profile.ts'
import { institutionsOf } from './index-names.ts'
import type { RowsAsked } from './pair-rows.ts'
import { pairRow } from './pair-rows.ts'
import type { ScoredPair } from './ranked-pairs.ts'
import { provenanceOf } from './totals.ts'

/** @throws AppError input-invalid where the dataset is no edition. */
export function printedOf(edition: OpenDataset, subject: string, year: number): CollaborationRow[] {
  if (edition.kind !== 'published')
    throw new AppError('input-invalid', `${edition.id} is no published edition`, {
      values: { method: 'collaborations.list', field: 'beside', reason: edition.id },
    })
  return printedPairs(edition, year).filter((row) => row.subject === subject)
}

const printedScore = ({ score, qualifier, note, source }: CollaborationRow): PrintedScore => ({
  score,
  qualifier,
  note,
  source,
})

const keyOf = (a: number, b: number): string => (a < b ? `${a}/${b}` : `${b}/${a}`)

/** Printed pairs by the numbers of their institutions among those of a city, and those that are not there. */
function matched(dataset: OpenDataset, { a, b }: Pairs, printed: readonly CollaborationRow[]) {
  const names = institutionsOf(dataset)
  const byName = new Map<string, number>()
  // Of two of one name the first counts, which has the larger Share.
  for (const number of new Set([...a, ...b])) {
    const key = names[number]?.key ?? ''
    if (!byName.has(key)) byName.set(key, number)
  }
  const pairs = new Map<string, CollaborationRow>()
  const alone: CollaborationRow[] = []
  for (const row of printed) {
    const [first, second] = [byName.get(nameKey(row.aName)), byName.get(nameKey(row.bName))]
    if (first === undefined || second === undefined) alone.push(row)
    else pairs.set(keyOf(first, second), row)
  }
  return { pairs, alone }
}

/**
 * The leading pairs of a city of an index, then those further down that are printed, each with what is printed of it;
 * last the printed pairs that the index does not have, without a score of their own.
 * @param ranked the city's pairs, the strongest first
 */
export function placePrinted(
  dataset: OpenDataset,
  pairs: Pairs,
  ranked: readonly ScoredPair[],
  printed: readonly CollaborationRow[],
  { most, asked }: { most: number; asked: RowsAsked },
): CollaborationRow[] {
  const { pairs: left, alone } = matched(dataset, pairs, printed)
  const rows = ranked.flatMap((pair, at): CollaborationRow[] => {
    const key = keyOf(pair.a, pair.b)
    const found = left.get(key)
    if (!found && at >= most) return []
    left.delete(key)
    return [{ ...pairRow(dataset, asked, pair), printed: found ? printedScore(found) : null }]
  })
  const own = { cityRank: asked.city?.rank ?? null, provenance: provenanceOf(dataset) }
  const others = [...left.values(), ...alone].map((row): CollaborationRow => ({
    ...row,
    ...own,
    score: null,
    qualifier: 'exact',
    note: '',
    source: NO_SOURCE,
    printed: printedScore(row),
  }))
  return [...rows, ...others]
}
