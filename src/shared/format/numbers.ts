import type { Language } from '../domain/language.ts'

/** What stands between thousands, and before the decimals. */
const SEPARATORS: Record<Language, { group: string; point: string }> = {
  en: { group: ',', point: '.' },
  zh: { group: ',', point: '.' },
}

/**
 * A number with grouping separators and a fixed number of decimals; the minus sign is U+2212. Intl.NumberFormat gives the same, but takes some 20 ms to begin in every thread.
 */
export function formatNumber(value: number, decimals: number, language: Language = 'en'): string {
  const size = Math.abs(value)
  if (!(size < 1e11)) return new Intl.NumberFormat(language, fixed(decimals)).format(value).replace('-', '−')
  const [whole = '', part] = roundedText(size, decimals).split('.')
  const { group, point } = SEPARATORS[language]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const sign = value < 0 || Object.is(value, -0) ? '−' : ''
  return sign + (part === undefined ? grouped : `${grouped}${point}${part}`)
}

const fixed = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** Halves go up as the number is written: 1.005 is 1.01, though the double behind it is a little less. */
function roundedText(size: number, decimals: number): string {
  const text = String(size)
  const isHalf = text.endsWith('5') && text.split('.')[1]?.length === decimals + 1
  const value = isHalf ? Math.round(Number(`${text}e${decimals}`)) / 10 ** decimals : size
  return value.toFixed(decimals)
}

/** The same with a sign in front, for changes: `+12`, `−7.4`, `0`. */
export function formatSigned(value: number, decimals: number, language: Language = 'en'): string {
  const text = formatNumber(value, decimals, language)
  return value > 0 ? `+${text}` : text
}

/** Decimals needed to show a printed figure as it was printed, up to `most`. */
export function printedDecimals(value: number, most = 2): number {
  for (let decimals = 0; decimals < most; decimals++) {
    if (Number(value.toFixed(decimals)) === value) return decimals
  }
  return most
}

/** Bytes in decimal units: `12.1 MB`. */
export function formatBytes(bytes: number, language: Language = 'en'): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${formatNumber(value, unit === 0 || value >= 100 ? 0 : 1, language)} ${units[unit]}`
}
