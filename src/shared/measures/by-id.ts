/** The measures whose values stand in tables and sentences, by id. */
import { score } from './collaboration.ts'
import type { Measure } from './measure.ts'
import { betweenness, degree, weightedDegree } from './networks.ts'
import type { RankingMeasureId } from './ranking.ts'
import { RANKING_MEASURES } from './ranking.ts'
import { specialisation } from './structure.ts'

const OTHERS = [score, degree, weightedDegree, betweenness, specialisation] as const

export type MeasureId = RankingMeasureId | (typeof OTHERS)[number]['id']

const BY_ID = Object.fromEntries([...RANKING_MEASURES, ...OTHERS].map((each) => [each.id, each])) as Record<
  MeasureId,
  Measure<MeasureId>
>

export const measureOf = (id: MeasureId): Measure<MeasureId> => BY_ID[id]

/** The measure whose values an edition prints under an indicator of the registry; of what is no measure, Share. */
export const measureOfIndicator = (indicator: string): MeasureId =>
  EXPLAINED_MEASURES.find((id) => BY_ID[id].indicator === indicator) ?? 'share'

/** Those whose values have a derivation of their own. */
export const EXPLAINED_MEASURES: readonly MeasureId[] = [
  ...RANKING_MEASURES.map(({ id }) => id),
  score.id,
  specialisation.id,
]
/** Those of a node among the nodes and edges drawn: explained with the network. */
export const NETWORK_MEASURES = [degree.id, weightedDegree.id, betweenness.id] as const
export type NetworkMeasureId = (typeof NETWORK_MEASURES)[number]
export const isOfNetwork = (id: string): id is NetworkMeasureId =>
  (NETWORK_MEASURES as readonly string[]).includes(id)

export const isExplained = (id: string): id is MeasureId =>
  (EXPLAINED_MEASURES as readonly string[]).includes(id) || isOfNetwork(id)
