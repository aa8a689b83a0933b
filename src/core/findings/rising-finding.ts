import type { Finding } from '../../shared/contract/common.ts'
import type { RisingList, RisingRow } from '../../shared/contract/rankings.ts'
import type { Language } from '../../shared/domain/language.ts'
import { inEveryLanguage } from '../../shared/domain/language.ts'
import { shortName } from '../../shared/format/names.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { change, changePct } from '../../shared/measures/change.ts'
import { regionName } from './region-name.ts'
import { sayFinding } from './words.ts'

type Order = 'risingBy' | 'risingPercent'

interface Told extends Pick<RisingList, 'rows' | 'filters' | 'total'> {
  /** First in the other order: by percent where the rows stand by the amount. */
  other: RisingRow | null
}

/** Fewer leading rows of one region than these are no finding. */
const LEAST_LEADING = 5

/** Who rose fastest and who added most, and of which region the leading ones are. Null where nothing rose. */
export function risingFinding({ rows, filters, total, other }: Told): Finding | null {
  const [first] = rows
  if (!first || first.change <= 0) return null
  const byPercent = filters.sort === 'changePct' && first.changePct !== null
  const [order, otherOrder]: [Order, Order] = byPercent
    ? ['risingPercent', 'risingBy']
    : ['risingBy', 'risingPercent']
  const second = other && other.change > 0 && (byPercent || other.changePct !== null) ? other : null
  const leading = leadingOf(rows, { total, filters })
  const say = (language: Language) => {
    const values = (row: RisingRow) => ({
      name: shortName(row, language),
      change: formatNumber(row.change, change.decimals, language),
      percent: formatNumber(row.changePct ?? 0, changePct.decimals, language),
    })
    return [
      sayFinding(language, order, values(first)),
      second &&
        sayFinding(language, `${otherOrder}${second.id === first.id ? 'Same' : 'Also'}`, values(second)),
      sayFinding(language, 'stop'),
      leading &&
        sayFinding(language, byPercent ? 'risingSteepest' : 'risingLargest', {
          n: formatNumber(leading.n, 0, language),
          region: regionName(leading.region, language),
        }),
    ]
      .filter(Boolean)
      .join('')
  }
  return inEveryLanguage(say)
}

/** How many of the first rows are of one region, where not all rows that could be are. */
function leadingOf(
  rows: readonly RisingRow[],
  { total, filters }: Pick<Told, 'total' | 'filters'>,
): { n: number; region: RisingRow } | null {
  const [region] = rows
  if (!region || filters.region !== null || filters.by === 'country') return null
  const end = rows.findIndex((row) => row.region !== region.region || row.change <= 0)
  const n = end < 0 ? rows.length : end
  return n >= LEAST_LEADING && n < total ? { n, region } : null
}
