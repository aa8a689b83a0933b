/** Figures that are charts: from the answer of the view's own query to their spec. */
import type { FigureOptions, FigureSpec } from '../../../../shared/figures/spec.ts'
import { sourceLine } from '../../../../shared/figures/source-line.ts'
import { toFigure } from '../../../../shared/figures/to-figure.ts'
import { measureOf } from '../../../../shared/measures/by-id.ts'
import type { ReaderContext } from '../../../context.ts'
import { limitsOf } from '../../../datasets/collected.ts'
import { readDatasetRow } from '../../../datasets/summary.ts'
import { cityProfile } from '../../../queries/cities.ts'
import { listRankings } from '../../../queries/rankings.ts'
import type { FileStamp } from '../../stamp.ts'
import type { FigureAnswerer, FigureLook } from './kind.ts'

export const ofRanking: FigureAnswerer<'ranking-bars' | 'count-per-share'> = (figure, look, context) => {
  const list = listRankings(figure.input, context)
  const spec = toFigure(figure, list, optionsOf(figure.input.dataset, look, context))
  return { picture: { spec }, filters: { ...list.filters }, numbers: numbersOf(spec) }
}

export const rankHistory: FigureAnswerer<'rank-history'> = (figure, look, context) => {
  const profile = cityProfile({ ...figure.input, also: [] }, context)
  const spec = toFigure(figure, profile, optionsOf(figure.input.dataset, look, context))
  return {
    picture: { spec },
    filters: { city: profile.city.cityId, subject: figure.subject },
    numbers: numbersOf(spec),
  }
}

function optionsOf(id: string, { language, title }: FigureLook, context: ReaderContext): FigureOptions {
  const { db } = context.open(id)
  return {
    language,
    title,
    source: sourceLine({ ...readDatasetRow(db, id), ...limitsOf(db) }, language),
  }
}

/** What a chart shows; what was not published is no number. */
function numbersOf(spec: FigureSpec): FileStamp['numbers'] {
  if (spec.kind === 'ranks')
    return spec.series.flatMap(({ points }) =>
      points.map(({ x, y }) => ({ label: String(x), value: y, decimals: 0 })),
    )
  return spec.rows.flatMap(({ label, value }) =>
    value === null ? [] : [{ label, value, decimals: DECIMALS }],
  )
}

const DECIMALS = measureOf('share').decimals
