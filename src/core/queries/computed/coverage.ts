/** What a computed index holds, for the list of datasets. */
import type { Coverage, YearCoverage } from '../../../shared/contract/datasets.ts'
import { ALL_SUBJECTS } from '../../../shared/domain/subjects.ts'
import type { OpenDataset } from '../../context.ts'
import { computedRanking } from './computed-ranking.ts'
import { cellsOf } from './cells.ts'
import { indexYears } from './totals.ts'

/** Cities with a figure in the default year, by subject; scores are none, for none is printed. */
export function computedCoverage(dataset: OpenDataset): Coverage[] {
  const year = dataset.defaultYear
  return ALL_SUBJECTS.map((subject) => {
    const { published } = computedRanking(dataset, { by: 'city', subject, year, base: year })
    const { rank, share, count, changePct } = published
    return { subject, rank, share, count, change: changePct, scores: 0 }
  })
}

export function computedYears(dataset: OpenDataset): YearCoverage[] {
  return indexYears(dataset).map((year) => {
    const cities = cellsOf(dataset, 'city', 0, year).size
    return { year, shares: cities, cities, scope: null }
  })
}
