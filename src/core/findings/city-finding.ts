import type { Finding } from '../../shared/contract/common.ts'
import type { RankingRow } from '../../shared/contract/rankings.ts'
import { formatFigure } from '../../shared/format/figures.ts'
import type { Language } from '../../shared/domain/language.ts'
import { inEveryLanguage, nameIn } from '../../shared/domain/language.ts'
import { shortName } from '../../shared/format/names.ts'
import { sayFinding } from './words.ts'

/** A city's rank, its part of the region, and how far the city above it is. Null where no rank and Share is printed. */
export function cityFinding(row: RankingRow, above: RankingRow | null): Finding | null {
  if (row.rank === null || row.share === null) return null
  const say = (language: Language) => {
    const values = {
      city: shortName(row, language),
      rank: row.rank ?? '',
      region: nameIn(language, row.regionName, row.regionNameZh),
      percent:
        row.regionSharePct === null ? '' : formatFigure('regionSharePct', row.regionSharePct, language),
      above: above ? shortName(above, language) : '',
      gap: above?.share && row.share ? formatFigure('share', above.share - row.share, language) : '',
    }
    const part = row.regionSharePct === null ? '' : sayFinding(language, 'cityPart', values)
    if (!above) return sayFinding(language, 'cityFirst', values) + part + sayFinding(language, 'stop')
    return sayFinding(language, 'cityBehind', values) + part + sayFinding(language, 'stop')
  }
  return inEveryLanguage(say)
}
