/** A figure of a row of the ranking, or one statement of an edition, as the lens is asked for it. */
import type { Statement } from '../../../shared/contract/cities.ts'
import type { EntityName } from '../../../shared/domain/entity-names.ts'
import { statementName } from '../../../shared/domain/figure-forms.ts'
import { measureOfIndicator } from '../../../shared/measures/by-id.ts'
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

/** Exactly one printed statement of a city. @param year that of the page, for what is stated of no year */
export function statementFigure(id: string, year: number, statement: Statement) {
  const to = statement.yearTo ?? year
  return {
    kind: 'city',
    id,
    subject: statement.subject,
    from: statement.yearFrom ?? to,
    to,
    measure: measureOfIndicator(statement.indicator),
    form: 'printed',
    among: statementName(statement),
  } as const satisfies WhyFigure
}
