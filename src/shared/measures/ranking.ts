/** The measures of rankings, in the order of their columns. */
import { adjustedShare, change, changePct } from './change.ts'
import { count, countPerShare, regionSharePct, share } from './output.ts'
import { perMillion } from './per-million.ts'
import { rank, rankChange } from './rank.ts'
import { domesticPct, internationalPct, localPct } from './reach.ts'

export const RANKING_MEASURES = [
  rank,
  rankChange,
  share,
  count,
  countPerShare,
  adjustedShare,
  change,
  changePct,
  regionSharePct,
  perMillion,
  internationalPct,
  domesticPct,
  localPct,
] as const

type Declared = (typeof RANKING_MEASURES)[number]
export type RankingMeasureId = Declared['id']
/** Those that an edition prints, and those made from what it prints. */
export type PrintedMeasureId = Extract<Declared, { ofEdition: 'printed' }>['id']
export type DerivedMeasureId = Extract<Declared, { ofEdition: 'derived' }>['id']

/** The values of a row: null where a figure was not published, is not known or does not apply; never 0 for that. */
export type RankingFigures = Record<RankingMeasureId, number | null>

/** Those that are computed only where they are asked for. */
export const ON_DEMAND: readonly RankingMeasureId[] = RANKING_MEASURES.filter(({ onDemand }) => onDemand).map(
  ({ id }) => id,
)
