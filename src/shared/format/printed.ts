/** Figures of a ranking's row with the digits and the signs that their source prints. */
import type { RankingRow } from '../contract/rankings.ts'
import type { Language } from '../domain/language.ts'
import type { RankingMeasureId } from '../measures/ranking.ts'
import { measureOf } from '../measures/by-id.ts'
import { formatFigure } from './figures.ts'
import { formatNumber, formatSigned } from './numbers.ts'
import { markBefore } from './qualifiers.ts'

/** As its measure is written, but with the decimals of the source where it prints others: 16.24, 12.0. */
export function formatRowFigure(
  { printedDecimals = {}, ...row }: Pick<RankingRow, RankingMeasureId | 'printedDecimals'>,
  id: RankingMeasureId,
  language: Language = 'en',
): string | null {
  const value = row[id]
  if (value === null) return null
  const decimals = printedDecimals[id]
  if (decimals === undefined) return formatFigure(id, value, language)
  return (measureOf(id).signed ? formatSigned : formatNumber)(value, decimals, language)
}

/** The same with how exactly it was printed: `≈ +12`, `7†`. */
export function markedFigure(
  row: RankingRow,
  id: RankingMeasureId,
  language: Language = 'en',
): string | null {
  const text = formatRowFigure(row, id, language)
  if (text === null) return null
  if (id === 'rank')
    return row.rankQualifier === 'implied' ? `${text}†` : markBefore(row.rankQualifier) + text
  return (id === 'changePct' ? markBefore(row.changePctQualifier) : '') + text
}
