/** The chart that a workbook of a ranking holds: bars of Share, the first rows of the table. */
import type { TableRequest } from '../../../shared/contract/exports.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { sourceLine } from '../../../shared/figures/source-line.ts'
import { ticksBetween } from '../../../shared/figures/ticks.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { ReaderContext } from '../../context.ts'
import { limitsOf } from '../../datasets/collected.ts'
import { readDatasetRow } from '../../datasets/summary.ts'
import { answeredFigure } from '../figure/kinds/index.ts'
import type { TableChart } from './formats/table-file.ts'

/** Rows drawn at most. */
const MOST = 20

/** Undefined where no row has a Share that could be drawn. */
export async function rankingChart(
  { input }: Extract<TableRequest, { of: 'rankings' }>,
  language: Language,
  context: ReaderContext,
): Promise<TableChart | undefined> {
  const { db } = context.open(input.dataset)
  const figure = { of: 'ranking-bars', input, top: MOST } as const
  const { picture } = await answeredFigure(figure, { language, theme: 'light', transparent: false }, context)
  if (!('spec' in picture) || picture.spec.kind !== 'bars') return undefined
  const { rows, title, subtitle } = picture.spec
  const largest = Math.max(0, ...rows.map(({ value }) => value ?? 0))
  if (largest === 0) return undefined
  const words = (row: (typeof rows)[number] | undefined) => (row ? `${row.label} ${row.text}` : '')
  return {
    names: language === 'zh' ? ['nameZh', 'name'] : ['name'],
    values: 'share',
    rows: rows.length,
    title,
    subtitle,
    // In the reader's words: the version stands on its own sheet.
    source: sourceLine({ ...readDatasetRow(db, input.dataset), ...limitsOf(db) }, language),
    alt: translate(language, 'exports.workbook.chartAlt', {
      title,
      subtitle,
      first: words(rows[0]),
      last: words(rows.at(-1)),
    }),
    axis: axisTo(largest),
  }
}

/** Round steps to beyond the longest bar, where its number still has room. */
function axisTo(largest: number): TableChart['axis'] {
  const [first = 0, second = largest] = ticksBetween(0, largest, 6)
  const step = second - first
  return { step, max: Number((Math.ceil((largest * 1.12) / step) * step).toPrecision(12)) }
}
