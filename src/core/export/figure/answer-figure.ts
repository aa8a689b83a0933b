/** `exports.figure`: the figure of a view, by the same query as the view, as the bytes of a picture. */
import type { ChartFigure, DrawnFigure, ExportedFile } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { FigureOptions, FigureSpec } from '../../../shared/figures/spec.ts'
import { toFigure } from '../../../shared/figures/to-figure.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { readDatasetRow } from '../../datasets/summary.ts'
import { cityProfile } from '../../queries/cities.ts'
import { listRankings } from '../../queries/rankings.ts'
import { translate } from '../../../shared/i18n/index.ts'
import { sourceLine } from '../../../shared/figures/source-line.ts'
import { citationBlock } from '../citation.ts'
import { filtersOf } from '../table/tables.ts'
import { askedDataset } from '../asked-dataset.ts'
import { drawnScene } from './drawn-figure.ts'
import { exportFigure, exportScene } from './export-figure.ts'

type Asked = ParsedInputOf<'exports.figure'>

/** @throws AppError of the query: dataset-unknown, city-unknown … */
export async function answerFigure(input: Asked, context: ReaderContext): Promise<ExportedFile> {
  const { language, title, date, figure } = input
  if ('drawing' in figure) return answerDrawn(input, figure, context)
  const dataset = context.open(figure.input.dataset)
  const source = sourceLine(readDatasetRow(dataset.db, dataset.id), language)
  const { spec, filters } = figureOf(figure, { language, title, source }, context)
  const citation = citationBlock(dataset, context, {
    language,
    filters: filtersOf(filters, language).filters,
    date,
    metadata: true,
  })
  const watermark = watermarkOf(dataset, language)
  return exportFigure(spec, input, { citation, watermark, resourcesDir: context.resourcesDir })
}

async function answerDrawn(input: Asked, figure: DrawnFigure, context: ReaderContext): Promise<ExportedFile> {
  const { language, date } = input
  const dataset = context.open(askedDataset(figure))
  const { scene, words, filters, seed } = await drawnScene(figure, { ...input, title: input.title }, context)
  const told = filtersOf(filters, language).filters
  const citation = citationBlock(dataset, context, {
    language,
    filters: told,
    date,
    metadata: true,
    ...(seed === undefined ? {} : { seed }),
  })
  return exportScene(scene, words, input, {
    citation,
    watermark: watermarkOf(dataset, language),
    resourcesDir: context.resourcesDir,
  })
}

/** Filters are those in force, with the defaults that the query filled in. */
function figureOf(
  figure: ChartFigure,
  options: FigureOptions,
  context: ReaderContext,
): { spec: FigureSpec; filters: Record<string, unknown> } {
  if (figure.of === 'rank-history') {
    const profile = cityProfile({ ...figure.input, also: [] }, context)
    const filters = { city: profile.city.cityId, subject: figure.subject }
    return { spec: toFigure(figure, profile, options), filters }
  }
  const list = listRankings(figure.input, context)
  return { spec: toFigure(figure, list, options), filters: { ...list.filters } }
}

/** Words across a figure of the synthetic sample. */
function watermarkOf({ kind }: OpenDataset, language: Language): string | undefined {
  return kind === 'sample' ? translate(language, 'exports.sample.watermark') : undefined
}
