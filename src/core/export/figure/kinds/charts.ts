/** Figures that are charts: from the answer of the view's own query to their spec. */
import type { FigureOptions } from '../../../../shared/figures/spec.ts'
import { sourceLine } from '../../../../shared/figures/source-line.ts'
import { toFigure } from '../../../../shared/figures/to-figure.ts'
import type { ReaderContext } from '../../../context.ts'
import { readDatasetRow } from '../../../datasets/summary.ts'
import { cityProfile } from '../../../queries/cities.ts'
import { listRankings } from '../../../queries/rankings.ts'
import type { FigureAnswerer, FigureLook } from './kind.ts'

export const ofRanking: FigureAnswerer<'ranking-bars' | 'count-per-share'> = (figure, look, context) => {
  const list = listRankings(figure.input, context)
  const spec = toFigure(figure, list, optionsOf(figure.input.dataset, look, context))
  return { picture: { spec }, filters: { ...list.filters } }
}

export const rankHistory: FigureAnswerer<'rank-history'> = (figure, look, context) => {
  const profile = cityProfile({ ...figure.input, also: [] }, context)
  const spec = toFigure(figure, profile, optionsOf(figure.input.dataset, look, context))
  return { picture: { spec }, filters: { city: profile.city.cityId, subject: figure.subject } }
}

function optionsOf(id: string, { language, title }: FigureLook, context: ReaderContext): FigureOptions {
  const { db } = context.open(id)
  return { language, title, source: sourceLine(readDatasetRow(db, id), language) }
}
