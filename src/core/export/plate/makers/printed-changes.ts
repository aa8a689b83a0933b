/** The changes that an edition prints, as bars under their subject and period: `rankings.changes`. */
import type { ChangeList, PrintedChange } from '../../../../shared/contract/changes.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { changeRows, changeWord } from '../../../../shared/figures/printed-changes.ts'
import { rowsDescription } from '../../../../shared/figures/ranked-words.ts'
import { shortName } from '../../../../shared/format/names.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { change, changePct } from '../../../../shared/measures/change.ts'
import { altText } from '../../../../shared/plates/alt-text.ts'
import { readDatasetRow } from '../../../datasets/summary.ts'
import { listChanges } from '../../../queries/changes.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'
import { rowsPlates } from './rows.ts'

/** Of an index nothing is printed, and the figure says so. @throws AppError of opening the dataset. */
export const printedChangesPlates: PlateMaker<'printed-changes'> = ({ input, highlight }, look, context) => {
  const list = listChanges({ ...input, limit: 'all' }, context)
  const maker = makerLook(look, input.dataset, context)
  const { language, dataset } = maker
  const { edition } = readDatasetRow(dataset.db, dataset.id)
  const spec = changeRows(list, { language, edition, highlight })
  const say = (key: string, values = {}) => changeWord(language, key, values)
  const { subject } = list.filters
  const title = titleOf(list, edition, language)
  const subtitle = say('subtitle', { subject: translate(language, `common.subjectsIn.${subject}`) })
  const rows = spec.rows.filter(({ kind }) => kind === 'row')
  const told = [...new Set([rows[0], rows.find(({ highlighted }) => highlighted), rows.at(-1)])]
  const alt = (said: string) =>
    altText(language, {
      kind: say('kind'),
      title: said,
      subtitle,
      rows: told.flatMap((row) => (row ? [`${row.names[0]} ${row.text}`] : [])),
      of: list.rows[0]?.provenance ?? null,
    })
  const plates = rowsPlates(
    {
      kind: 'printed-changes',
      spec,
      title,
      subtitles: () => [subtitle],
      notes: rows.length > 0 ? [say('note')] : [],
      aside: rows.length > 0 ? say('notRanking') : '',
      alt,
      description: (some, said) => rowsDescription(some, said, spec.absent),
      howTo: say('howTo'),
      measures: [changePct.indicator, change.indicator],
      numbers: [],
      words: { table: say('table'), tableAlt: subtitle, chart: say('chart'), chartAlt: alt(title) },
      fileStem: ['changes', ...(subject === 'all' ? [] : [subject])].join('-'),
    },
    maker,
  )
  return { plates, filters: list.filters }
}

/** As the view says it: of a subject the steepest of its rises, else how much is printed at all. */
function titleOf(list: ChangeList, edition: string, language: Language): string {
  const { subject } = list.filters
  const own = list.rows.filter((row) => String(row.edition) === edition)
  const number = (n: number) => formatNumber(n, 0, language)
  const values = {
    subject: translate(language, `common.subjectsIn.${subject}`),
    n: number(own.length),
    cities: number(new Set(own.map(({ id }) => id)).size),
  }
  if (own.length === 0) return changeWord(language, 'title.none', values)
  const first = steepest(own)
  if (subject === 'all') return changeWord(language, 'title.all', values)
  if (!first) return changeWord(language, 'title.some', values)
  const { from, to, value, decimals } = first
  const percent = formatNumber(value, decimals, language)
  const name = shortName(first, language)
  return changeWord(language, 'title.fastest', { ...values, name, percent, from, to })
}

const steepest = (rows: readonly PrintedChange[]): PrintedChange | undefined =>
  rows.filter(({ unit, value }) => unit === 'percent' && value > 0).toSorted((a, b) => b.value - a.value)[0]
