import type { FigureOf } from '../../../../shared/contract/exports.ts'
import { readRow, risingFigure } from '../../../../shared/figures/rising.ts'
import { plateOf, roomOf } from '../../../../shared/plates/frame.ts'
import {
  risingBody,
  risingNotes,
  risingPages,
  risingSubtitle,
} from '../../../../shared/plates/rising-plate.ts'
import type { ReaderContext } from '../../../context.ts'
import { limitsOf } from '../../../datasets/collected.ts'
import { titleAmongCollected } from '../../../findings/collected-finding.ts'
import { risingTitle } from '../../../findings/rising-title.ts'
import { listRising } from '../../../queries/computed/rising.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'

/** @throws AppError not-computed of a published edition, and what the query throws. */
export const risingPlates: PlateMaker<'rising'> = (
  { input, top, highlight, shape }: FigureOf<'rising'>,
  look,
  context: ReaderContext,
) => {
  // All of it: the row being read may stand anywhere in the list.
  const list = listRising({ ...input, limit: 'all' }, context)
  const maker = makerLook(look, input.dataset, context)
  const { language } = maker
  const figure = risingFigure(list, { language, top, highlight })
  const { collectedFor = null } = limitsOf(context.open(input.dataset).db)
  const read = readRow(list.rows, highlight)
  const title = titleAmongCollected(risingTitle(list, read, language), collectedFor, language)
  const words = (subtitled: typeof figure, index: number, of: number) =>
    maker.words({ title, subtitle: risingSubtitle(subtitled) }, risingNotes(figure, shape), { index, of })
  const { group, on } = look.preset
  const whole = group === 'slide' && on === undefined
  const pages = risingPages(figure, roomOf(words(figure, 0, whole ? 2 : 1), maker.options()), {
    shape,
    whole,
  })
  const plates = pages.map((page, i) => {
    const said = words(pages.length === 1 ? page : figure, i, pages.length)
    const options = maker.options(i)
    return plateOf(said, options, (room) =>
      risingBody(page, room, { shape, measure: options.measure, title: said.title, whole: figure }),
    )
  })
  return { plates, filters: list.filters }
}
