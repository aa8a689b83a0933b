/** What computes each measure of a ranking. A measure that is declared and not computed here does not compile. */
import type { EntityName } from '../../shared/domain/entity-names.ts'
import type { DerivedMeasureId, RankingFigures, RankingMeasureId } from '../../shared/measures/ranking.ts'
import { ON_DEMAND, RANKING_MEASURES } from '../../shared/measures/ranking.ts'
import { adjustedShare } from './adjusted-share.ts'
import { adjustedChange } from './change.ts'
import type { CollaborationReach } from './collaboration-reach.ts'
import { countPerShare } from './count-per-share.ts'
import { perMillion } from './per-million.ts'
import { placesGained } from './rank.ts'
import { regionSharePct } from './region-share.ts'

/** What is known of an entity in a subject and year, null where it is not. */
export interface EntityFacts {
  rank: number | null
  rankBefore: number | null
  /** In articles. */
  share: number | null
  shareBefore: number | null
  count: number | null
  /** N of the index in the year, the year before and the base year. */
  articles: number | null
  articlesBefore: number | null
  articlesBase: number | null
  /** Exact Share of the entity and of its region, both in units. */
  units: number | null
  regionUnits: number | null
  /** Inhabitants. */
  population: number | null
  reach: CollaborationReach | null
}

const changeOf = (facts: EntityFacts) =>
  adjustedChange(
    { share: facts.shareBefore, articles: facts.articlesBefore },
    { share: facts.share, articles: facts.articles },
    facts.articlesBase,
  )

type Compute = (facts: EntityFacts) => number | null

/** Of a computed index. */
export const COMPUTE: Readonly<Record<RankingMeasureId, Compute>> = {
  rank: ({ rank }) => rank,
  rankChange: ({ rankBefore, rank }) => placesGained(rankBefore, rank),
  share: ({ share }) => share,
  count: ({ count }) => count,
  countPerShare: ({ count, share }) => countPerShare(count, share),
  adjustedShare: ({ share, articles, articlesBase }) => adjustedShare(share, articles, articlesBase),
  change: (facts) => changeOf(facts).absolute,
  changePct: (facts) => changeOf(facts).percent,
  regionSharePct: ({ units, regionUnits }) => regionSharePct(units, regionUnits),
  perMillion: ({ share, population }) => perMillion(share, population),
  internationalPct: ({ reach }) => reach?.international ?? null,
  domesticPct: ({ reach }) => reach?.domestic ?? null,
  localPct: ({ reach }) => reach?.local ?? null,
}

/** All figures of a row, in the order of the declarations; null where a measure does not apply to the kind of entity. */
export function figuresFrom(facts: EntityFacts, by: EntityName): RankingFigures {
  const figures = {} as RankingFigures
  for (const { id, entities } of RANKING_MEASURES)
    figures[id] = (entities as readonly EntityName[]).includes(by) ? COMPUTE[id](facts) : null
  return figures
}

/** What follows from figures that an edition prints; of its index nothing else is known. */
export function derivedFrom(
  printed: Pick<EntityFacts, 'share' | 'count' | 'population'>,
): Record<DerivedMeasureId, number | null> {
  const facts = { ...NOTHING, ...printed }
  const figures = {} as Record<DerivedMeasureId, number | null>
  for (const { id, ofEdition } of RANKING_MEASURES)
    if (ofEdition === 'derived') figures[id] = COMPUTE[id](facts)
  return figures
}

/** Whether any of the measures asked for takes a walk through the articles. */
export const needsArticles = (asked: readonly RankingMeasureId[]): boolean =>
  asked.some((id) => ON_DEMAND.includes(id))

const NOTHING: EntityFacts = {
  rank: null,
  rankBefore: null,
  share: null,
  shareBefore: null,
  count: null,
  articles: null,
  articlesBefore: null,
  articlesBase: null,
  units: null,
  regionUnits: null,
  population: null,
  reach: null,
}
