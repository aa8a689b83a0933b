/** `exports.figure`: the figure of a view, by the same query as the view, as the bytes of a picture. */
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { PictureFormat } from '../../../shared/domain/file-formats.ts'
import { isPictureFormat } from '../../../shared/domain/file-formats.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { ReaderContext } from '../../context.ts'
import { askedDataset } from '../asked-dataset.ts'
import { byIds } from '../by-ids.ts'
import { citationBlock } from '../citation.ts'
import { makeStamp } from '../stamp.ts'
import { filtersOf } from '../table/filter-words.ts'
import type { FigureMarks } from './export-figure.ts'
import { exportFigure, exportScene } from './export-figure.ts'
import { answeredFigure, isViewFigure } from './kinds/index.ts'
import type { ViewFigure } from './kinds/kind.ts'

type Asked = ParsedInputOf<'exports.figure'>

/**
 * A picture of any size is drawn as the view draws it; what has a preset, pages, or no picture on a screen is laid out.
 * @throws AppError of the query: dataset-unknown, city-unknown …
 */
export async function answerFigure(asked: Asked, context: ReaderContext): Promise<ExportedFile> {
  const input = { ...asked, figure: byIds(asked.figure, context) }
  const { figure, format } = input
  if (input.preset !== undefined || !isPictureFormat(format) || !isViewFigure(figure)) {
    const { answerPlate } = await import('../plate/answer-plate.ts')
    return answerPlate(input, context)
  }
  return answerView({ ...input, figure, format }, context)
}

async function answerView(
  input: Asked & { figure: ViewFigure; format: PictureFormat },
  context: ReaderContext,
): Promise<ExportedFile> {
  const { language, date, figure } = input
  const dataset = context.open(askedDataset(figure))
  const { picture, filters, seed, numbers } = await answeredFigure(figure, input, context)
  const marks: FigureMarks = {
    stamp: makeStamp('exports.figure', input, dataset, context, numbers),
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
    ? exportFigure(picture.spec, input, marks)
    : exportScene(picture.scene, picture.words, input, marks)
}
