/** A figure of a row of the ranking, as the lens is asked for it. */
import type { EntityName } from '../../../shared/domain/entity-names.ts'
import type { RankingMeasureId } from '../../../shared/measures/ranking.ts'
import type { WhyFigure } from './useWhy.ts'

/** Rows that are compared carry changes from the year before, and with adjusted Shares in the measure of the base year. */
export function rowFigure(
  row: { kind: EntityName; id: string; year: number; subject?: string; base?: number | null },
  measure: RankingMeasureId,
): WhyFigure {
  const { base = null, ...own } = row
  if (measure === 'rankChange') return { ...own, measure, from: own.year - 1 }
  if (measure === 'change' || measure === 'changePct') return { ...own, measure, from: own.year - 1, base }
  return measure === 'adjustedShare' ? { ...own, measure, base } : { ...own, measure }
}
