import type { Finding } from '../../shared/contract/common.ts'
import type { RisingList } from '../../shared/contract/rankings.ts'
import type { Language } from '../../shared/domain/language.ts'
import { shortName } from '../../shared/format/names.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { translate } from '../../shared/i18n/index.ts'

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
      change: formatNumber(first.change, 2, language),
      percent: formatNumber(first.changePct ?? 0, 1, language),
      floor: formatNumber(floor, 2, language),
    }
    return (
      translate(language, byPercent ? 'findings.risingPercent' : 'findings.risingBy', values) +
      (floor > 0 ? translate(language, 'findings.risingFloor', values) : '') +
      translate(language, 'findings.stop')
    )
  }
  return { en: say('en'), zh: say('zh') }
}
