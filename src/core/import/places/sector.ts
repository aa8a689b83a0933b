import { SECTORS } from '../../../shared/domain/sectors.ts'
import { textIn } from './json-values.ts'

const KNOWN = new Set<string>(SECTORS)

/** A sector's id; null where the source names none that is known. */
export function sectorIn(value: unknown): string | null {
  const sector = textIn(value)?.toLowerCase() ?? ''
  return KNOWN.has(sector) ? sector : null
}
