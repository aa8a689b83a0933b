import type { RankingMeasureId } from '../measures/ranking.ts'
import { RANKING_MEASURES } from '../measures/ranking.ts'

/** What a ranking can be sorted by: its columns. Name and region follow the measures of rank. */
export type RankingSort = RankingMeasureId | 'name' | 'region'

/** What stands before the names in every table. */
export const BEFORE_NAMES: readonly RankingSort[] = ['rank', 'rankChange']

const FIRST: readonly RankingSort[] = [...BEFORE_NAMES, 'name', 'region']
export const RANKING_SORTS: readonly RankingSort[] = [
  ...FIRST,
  ...RANKING_MEASURES.map(({ id }) => id).filter((id) => !FIRST.includes(id)),
]
