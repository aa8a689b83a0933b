/** The columns that a ranking can be sorted by. */
export const RANKING_SORTS = [
  'rank',
  'rankChange',
  'name',
  'region',
  'share',
  'count',
  'countPerShare',
  'adjustedShare',
  'change',
  'changePct',
  'regionSharePct',
] as const
export type RankingSort = (typeof RANKING_SORTS)[number]
