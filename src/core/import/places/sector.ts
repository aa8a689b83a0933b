import { textIn } from './json-values.ts'

const SECTORS = new Set([
  'education',
  'healthcare',
  'company',
  'archive',
  'nonprofit',
  'government',
  'facility',
  'funder',
  'other',
])

/** A sector's id; null where the source names none that is known. */
export function sectorIn(value: unknown): string | null {
  const sector = textIn(value)?.toLowerCase() ?? ''
  return SECTORS.has(sector) ? sector : null
}
