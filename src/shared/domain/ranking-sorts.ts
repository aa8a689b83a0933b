import type { RankingMeasureId } from '../measures/ranking.ts'
import { RANKING_MEASURES } from '../measures/ranking.ts'

/** What a ranking can be sorted by: its columns. Name and region follow the measures of rank. */
export type RankingSort = RankingMeasureId | 'name' | 'region'

const FIRST: readonly RankingSort[] = ['rank', 'rankChange', 'name', 'region']
export const RANKING_SORTS: readonly RankingSort[] = [
  ...FIRST,
  ...RANKING_MEASURES.map(({ id }) => id).filter((id) => !FIRST.includes(id)),
]
