import type { ImportReport } from '../../shared/contract/import-report.ts'
import { SUBJECT_COUNT } from '../articles/entities.ts'
import { toShare } from '../counting/exact.ts'
import type { Statistics } from './derive.ts'

/** Share, in articles, in a city that a file names, and in none known. */
export function placedOf({ years, totals }: Statistics): NonNullable<ImportReport['placed']> {
  const unknown = years.reduce((sum, _, at) => {
    const own = at * SUBJECT_COUNT
    return sum + (totals.unaffiliatedUnits[own] as number) + (totals.unknownCityUnits[own] as number)
  }, 0)
  const articles = years.reduce((sum, _, at) => sum + (totals.articles[at * SUBJECT_COUNT] as number), 0)
  return { file: articles - toShare(unknown), printed: 0, unknown: toShare(unknown) }
}
