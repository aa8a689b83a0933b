/** Every measure by its id, and every indicator and convention in the order of the Method page. */
import { adjustedShare, change, changePct, rising } from './change.ts'
import { score, totalScore } from './collaboration.ts'
import { conventions } from './conventions.ts'
import type { Indicator } from './measure.ts'
import { betweenness, degree, modularity, weightedDegree } from './networks.ts'
import { count, countPerShare, regionSharePct, share } from './output.ts'
import { perMillion, population } from './per-million.ts'
import { rank, rankChange } from './rank.ts'
import { domesticPct, internationalPct, localPct } from './reach.ts'
import { leastDifference, rankInterval, specialisation, stabilityInterval } from './structure.ts'

export const INDICATORS: readonly Indicator[] = [
  count,
  share,
  countPerShare,
  regionSharePct,
  perMillion,
  adjustedShare,
  change,
  changePct,
  rising,
  rank,
  rankChange,
  score,
  totalScore,
  internationalPct,
  domesticPct,
  localPct,
  degree,
  weightedDegree,
  betweenness,
  modularity,
  specialisation,
  stabilityInterval,
  rankInterval,
  leastDifference,
  population,
  ...conventions,
]
