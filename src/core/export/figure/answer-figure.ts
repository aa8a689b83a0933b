/** `exports.figure`: the figure of a view, by the same query as the view, as the bytes of a picture. */
import type { ChartFigure, ExportedFile } from '../../../shared/contract/exports.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { FigureOptions, FigureSpec } from '../../../shared/figures/spec.ts'
import { toFigure } from '../../../shared/figures/to-figure.ts'
import type { ReaderContext } from '../../context.ts'
import { readDatasetRow } from '../../datasets/summary.ts'
import { cityProfile } from '../../queries/cities.ts'
import { listRankings } from '../../queries/rankings.ts'
import { translate } from '../../../shared/i18n/index.ts'
import { sourceLine } from '../../../shared/figures/source-line.ts'
import { citationBlock } from '../citation.ts'
import { filtersOf } from '../table/tables.ts'
import { exportFigure } from './export-figure.ts'

type Asked = ParsedInputOf<'exports.figure'>

/** @throws AppError of the query: dataset-unknown, city-unknown … */
export function answerFigure(input: Asked, context: ReaderContext): Promise<ExportedFile> {
  const { language, title, date, figure } = input
  if ('drawing' in figure) throw new AppError('internal', 'drawings are not written yet')
  const dataset = context.open(figure.input.dataset)
  const source = sourceLine(readDatasetRow(dataset.db, dataset.id), language)
  const { spec, filters } = figureOf(figure, { language, title, source }, context)
  const citation = citationBlock(dataset, context, {
    language,
    filters: filtersOf(filters, language).filters,
    date,
  })
  const watermark = dataset.kind === 'sample' ? translate(language, 'exports.sample.watermark') : undefined
  return exportFigure(spec, input, { citation, watermark, resourcesDir: context.resourcesDir })
}

/** Filters are those in force, with the defaults that the query filled in. */
function figureOf(
  figure: ChartFigure,
  options: FigureOptions,
  context: ReaderContext,
): { spec: FigureSpec; filters: Record<string, unknown> } {
  if (figure.of === 'rank-history') {
    const profile = cityProfile(figure.input, context)
    const filters = { city: profile.city.cityId, subject: figure.subject }
    return { spec: toFigure(figure, profile, options), filters }
  }
  const list = listRankings(figure.input, context)
  return { spec: toFigure(figure, list, options), filters: { ...list.filters } }
}
