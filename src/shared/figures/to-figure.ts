import type { CityProfile } from '../contract/cities.ts'
import type { ChartKind, FigureOf } from '../contract/exports.ts'
import type { RankingList } from '../contract/rankings.ts'
import { countPerShare } from './count-per-share.ts'
import { rankHistory } from './rank-history.ts'
import { rankingBars } from './ranking-bars.ts'
import type { FigureOptions, FigureSpec } from './spec.ts'

/** Every chart, with the answer of the query that it is drawn from. */
interface FigureAnswers {
  'ranking-bars': RankingList
  'count-per-share': RankingList
  'rank-history': CityProfile
}

type Builder<K extends ChartKind> = (
  request: FigureOf<K>,
  data: FigureAnswers[K],
  options: FigureOptions,
) => FigureSpec

const BUILDERS: { readonly [K in ChartKind]: Builder<K> } = {
  'ranking-bars': ({ top, highlight }, list, options) => rankingBars(list, { ...options, top, highlight }),
  'count-per-share': ({ top, highlight }, list, options) =>
    countPerShare(list, { ...options, top, highlight }),
  'rank-history': ({ subject }, profile, options) => rankHistory(profile, { ...options, subject }),
}

/**
 * The figure asked, from the answer to its query (`rankings.list`, or `cities.profile` for `rank-history`).
 * Screens and files build theirs here, so they show the same rows in the same words.
 */
export function toFigure<K extends ChartKind>(
  request: FigureOf<K>,
  data: FigureAnswers[K],
  options: FigureOptions,
): FigureSpec {
  const build: Builder<K> = BUILDERS[request.of as K]
  return build(request, data, options)
}
