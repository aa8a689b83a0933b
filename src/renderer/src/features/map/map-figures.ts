/** Numbers of the map as the lens is asked for them. */
import type { MapDrawing } from '../../../../shared/contract/drawings.ts'
import type { MeasureId } from '../../../../shared/measures/by-id.ts'
import type { WhyFigure } from '../../stores/useWhy.ts'

type Drawn = Pick<MapDrawing, 'filters'>

/** A measure of a city over the years that the map shows. */
export function cityFigure({ filters }: Drawn, id: string, measure: MeasureId): WhyFigure {
  const { subject, from, year } = filters
  return { kind: 'city', id, subject, from, to: year, measure }
}

/** The score of a city with the focus, or their joint articles. */
export function focusFigure(map: Drawn, id: string, measure: 'score' | 'count'): WhyFigure {
  return { ...cityFigure(map, map.filters.focus ?? id, measure), partner: id }
}
