/** Words of intervals: a band of ranks, and what bands were made by. */
import type { BandFigures, ChangeFigures, Drawn } from '../contract/stability.ts'
import type { Language } from '../domain/language.ts'
import { translate } from '../i18n/index.ts'
import { formatFigure } from './figures.ts'
import { formatNumber } from './numbers.ts'

/** `4–7`, or `4` where the rank does not move; null of a row without a band. */
export function rankBand({ rankLow, rankHigh }: Partial<BandFigures>): string | null {
  if (rankLow == null || rankHigh == null) return null
  return rankLow === rankHigh ? String(rankLow) : `${rankLow}–${rankHigh}`
}

/** `4–7 ≈` where the order of the row and another may be chance. */
export function markedBand(row: Partial<BandFigures>): string | null {
  const band = rankBand(row)
  return band !== null && row.tie ? `${band} ≈` : band
}

/** The interval of a row's Share as figures draw it; nothing of a row without one. */
export function shareInterval({ shareLow, shareHigh }: Partial<BandFigures>): {
  interval?: readonly [low: number, high: number]
} {
  return shareLow == null || shareHigh == null ? {} : { interval: [shareLow, shareHigh] }
}

/** `+12.4 to +31.0` */
export function rangeOf(
  measure: 'share' | 'change' | 'changePct',
  low: number,
  high: number,
  language: Language,
): string {
  const [from, to] = [low, high].map((end) => formatFigure(measure, end, language))
  return translate(language, 'stability.range', { low: from as string, high: to as string })
}

/** `1,204.11 to 1,298.70`; null of a row without a band. */
export function shareBand({ shareLow, shareHigh }: Partial<BandFigures>, language: Language): string | null {
  return shareLow == null || shareHigh == null ? null : rangeOf('share', shareLow, shareHigh, language)
}

/** `+12.4 to +31.0`, of the change in articles or in percent; null of a row without an interval. */
export function changeInterval(
  measure: 'change' | 'changePct',
  { changeLow, changeHigh, changePctLow, changePctHigh }: Partial<ChangeFigures>,
  language: Language,
): string | null {
  const [low, high] = measure === 'change' ? [changeLow, changeHigh] : [changePctLow, changePctHigh]
  return low == null || high == null ? null : rangeOf(measure, low, high, language)
}

/** `100 %`, `97.2 %`. */
export const topTenText = (pct: number, language: Language): string =>
  formatNumber(pct, pct === 100 || pct === 0 ? 0 : 1, language) + (language === 'zh' ? '%' : ' %')

/** `95 %, bootstrap over articles, B = 1,000, seed 1` */
export function bandsWords({ seed, replicates }: Drawn, language: Language): string {
  return translate(language, 'stability.made', { b: formatNumber(replicates, 0, language), seed })
}
