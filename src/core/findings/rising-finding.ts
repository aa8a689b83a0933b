import type { Finding } from '../../shared/contract/common.ts'
import type { RisingList } from '../../shared/contract/rankings.ts'
import type { Language } from '../../shared/domain/language.ts'
import { inEveryLanguage } from '../../shared/domain/language.ts'
import { shortName } from '../../shared/format/names.ts'
import { formatFigure } from '../../shared/format/figures.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { change, changePct } from '../../shared/measures/change.ts'
import { sayFinding } from './words.ts'

/** What rose most, and by how much. Null where nothing rose. */
export function risingFinding({ rows, filters }: Pick<RisingList, 'rows' | 'filters'>): Finding | null {
  const [first] = rows
  if (!first || first.change <= 0) return null
  const { from, to, floor } = filters
  const byPercent = filters.sort === 'changePct' && first.changePct !== null
  const say = (language: Language) => {
    const values = {
      name: shortName(first, language),
      from,
      to,
      change: formatNumber(first.change, change.decimals, language),
      percent: formatNumber(first.changePct ?? 0, changePct.decimals, language),
      floor: formatFigure('share', floor, language),
    }
    return (
      sayFinding(language, byPercent ? 'risingPercent' : 'risingBy', values) +
      (floor > 0 ? sayFinding(language, 'risingFloor', values) : '') +
      sayFinding(language, 'stop')
    )
  }
  return inEveryLanguage(say)
}
