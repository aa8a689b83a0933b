import type { Language } from '../domain/language.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** A number with grouping separators and a fixed number of decimals; the minus sign is U+2212. */
export function formatNumber(value: number, decimals: number, language: Language = 'en'): string {
  const key = `${language}${decimals}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    formats.set(key, format)
  }
  return format.format(value).replace(/^-/, '−')
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
