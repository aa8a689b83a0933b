/** `exports.figure`: the figure of a view, by the same query as the view, as the bytes of a picture. */
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { ReaderContext } from '../../context.ts'
import { askedDataset } from '../asked-dataset.ts'
import { citationBlock } from '../citation.ts'
import { filtersOf } from '../table/tables.ts'
import type { FigureStamp } from './export-figure.ts'
import { exportFigure, exportScene } from './export-figure.ts'
import { answeredFigure } from './kinds/index.ts'

/** @throws AppError of the query: dataset-unknown, city-unknown … */
export async function answerFigure(
  input: ParsedInputOf<'exports.figure'>,
  context: ReaderContext,
): Promise<ExportedFile> {
  const { language, date, figure } = input
  const dataset = context.open(askedDataset(figure))
  const { picture, filters, seed } = await answeredFigure(figure, input, context)
  const stamp: FigureStamp = {
    citation: citationBlock(dataset, context, {
      language,
      filters: filtersOf(filters, language).filters,
      date,
      metadata: true,
      ...(seed === undefined ? {} : { seed }),
    }),
    // Words across a figure of the synthetic sample.
    watermark: dataset.kind === 'sample' ? translate(language, 'exports.sample.watermark') : undefined,
    resourcesDir: context.resourcesDir,
  }
  return 'spec' in picture
    ? exportFigure(picture.spec, input, stamp)
    : exportScene(picture.scene, picture.words, input, stamp)
}
