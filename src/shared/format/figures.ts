import type { Language } from '../domain/language.ts'
import type { MeasureId } from '../measures/by-id.ts'
import { measureOf } from '../measures/by-id.ts'
import { formatNumber, formatSigned } from './numbers.ts'

/** A value as its measure is written: with its decimals, and with a sign where it is a change. */
export function formatFigure(id: MeasureId, value: number, language: Language = 'en'): string {
  const { decimals, signed } = measureOf(id)
  return (signed ? formatSigned : formatNumber)(value, decimals, language)
}
