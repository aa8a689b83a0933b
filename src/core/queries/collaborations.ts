import type { CollaborationList } from '../../shared/contract/collaborations.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { ReaderContext } from '../context.ts'
import { computedCollaborations } from './computed/computed-collaborations.ts'
import { groupedCollaborations } from './computed/grouped-collaborations.ts'
import { requireComputed } from './computed/totals.ts'
import { findCity } from './find-city.ts'
import { pageEnd } from './page.ts'
import { printedPairs } from './printed-pairs.ts'
import { requireYear } from './rankings.ts'

/**
 * Pairs with their bilateral collaboration scores. Of an edition those of institutions that it prints, with
 * `subject: 'all'` of every subject. @throws AppError not-computed where an edition is asked for more.
 */
export function listCollaborations(
  input: ParsedInputOf<'collaborations.list'>,
  context: ReaderContext,
): CollaborationList {
  const dataset = context.open(input.dataset)
  const year = requireYear(dataset, input.year)
  if (dataset.kind !== 'published')
    return input.perCity === undefined
      ? computedCollaborations(dataset, input, year)
      : groupedCollaborations(dataset, { ...input, perCity: input.perCity }, year, context)
  const { between, institution, perCity, reach } = input
  if (between !== 'institutions' || (institution ?? perCity ?? reach) !== undefined) requireComputed(dataset)
  const city = input.city === undefined ? null : findCity(dataset, input.city)
  const all = printedPairs(dataset, year).filter(
    (row) =>
      (!city || row.cityId === city.city_id) && (input.subject === 'all' || row.subject === input.subject),
  )
  // A pair without a number is known to be no less than any score only where any will do.
  const { least } = input
  const found = least > 0 ? all.filter(({ score }) => score !== null && score >= least) : all
  const rows = found.slice(input.offset, pageEnd(input))
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: {
      between: input.between,
      city: city?.city_id ?? null,
      institution: null,
      subject: input.subject,
      from: year,
      year,
      least: least || null,
    },
    shown: { pairs: [rows.length, all.length] },
    total: found.length,
    truncated: found.length > pageEnd(input),
    rows,
  }
}
