import type { CityProfile } from '../contract/cities.ts'
import type { ChartFigure } from '../contract/exports.ts'
import type { RankingList } from '../contract/rankings.ts'
import { countPerShare } from './count-per-share.ts'
import { rankHistory } from './rank-history.ts'
import { rankingBars } from './ranking-bars.ts'
import type { FigureOptions, FigureSpec } from './spec.ts'

/** The answer of the query that a figure is drawn from. */
export type FigureData<R extends ChartFigure> = R extends { of: 'rank-history' } ? CityProfile : RankingList

/**
 * The figure asked, from the answer to its query (`rankings.list`, or `cities.profile` for `rank-history`).
 * Screens and files build theirs here, so they show the same rows in the same words.
 */
export function toFigure<R extends ChartFigure>(
  request: R,
  data: FigureData<R>,
  options: FigureOptions,
): FigureSpec {
  if (request.of === 'rank-history') {
    return rankHistory(data as CityProfile, { ...options, subject: request.subject })
  }
  const chosen = { ...options, top: request.top, highlight: request.highlight }
  return request.of === 'ranking-bars'
    ? rankingBars(data as RankingList, chosen)
    : countPerShare(data as RankingList, chosen)
}
