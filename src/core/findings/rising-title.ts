import type { RisingList, RisingRow } from '../../shared/contract/rankings.ts'
import type { Language } from '../../shared/domain/language.ts'
import { shortName } from '../../shared/format/names.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { ordinal } from '../../shared/format/ordinals.ts'
import { translate } from '../../shared/i18n/index.ts'
import { change as changeMeasure, changePct as percentMeasure } from '../../shared/measures/change.ts'

/**
 * A figure's title: what the row being read did, and that it did so most of all or its place in the list. A first place
 * that is shared says its place alone. Without a row, that nothing rose.
 */
export function risingTitle(
  { rows, filters, total }: Pick<RisingList, 'rows' | 'filters' | 'total'>,
  read: RisingRow | null,
  language: Language,
): string {
  const { by, subject, from, to, sort } = filters
  const say = (key: string, values = {}) => translate(language, `plates.rising.title.${key}`, values)
  const values = {
    in:
      subject === 'all'
        ? say('inAll')
        : say('in', { subject: translate(language, `common.subjectsIn.${subject}`) }),
    total: formatNumber(total, 0, language),
    units: translate(language, `figures.units.${by}`),
    from,
    to,
  }
  if (!read) return total > 0 ? say('none', values) : translate(language, 'rising.none')
  const byPercent = sort === 'changePct' && read.changePct !== null
  const amount = Math.abs(byPercent ? (read.changePct ?? 0) : read.change)
  const said = formatNumber(amount, (byPercent ? percentMeasure : changeMeasure).decimals, language)
  const shown = {
    ...values,
    name: shortName(read, language),
    place: ordinal(read.place, language),
    percent: said,
    change: said,
    by: byPercent ? say('percent', { percent: said }) : said,
  }
  const second = rows[1]
  const level = second && (byPercent ? second.changePct === read.changePct : second.change === read.change)
  if (read.place === 1 && read.change > 0 && !level) return say(byPercent ? 'fastest' : 'most', shown)
  return say(read.change > 0 ? 'rose' : read.change < 0 ? 'fell' : 'kept', shown)
}
