/** The figure whose derivation is open, as it stands in the address: `city~beijing~~chemistry~2022~2023`. */
import type { EntityName } from '../contract/common.ts'
import { isYear } from '../domain/years.ts'

export interface Why {
  kind: EntityName
  id: string
  /** Of a collaboration score the other entity. */
  partner: string | null
  subject: string
  from: number
  to: number
}

const KINDS: readonly string[] = ['city', 'metro', 'country', 'institution'] satisfies EntityName[]
// `~` parts; encodeURIComponent leaves it as it is.
const pack = (part: string | number | null) => encodeURIComponent(part ?? '').replaceAll('~', '%7E')

export const writeWhy = ({ kind, id, partner, subject, from, to }: Why): string =>
  [kind, id, partner, subject, from, to].map(pack).join('~')

/** Null where the address names no figure. */
export function readWhy(text: string | undefined): Why | null {
  if (!text) return null
  let parts: string[]
  try {
    parts = text.split('~').map(decodeURIComponent)
  } catch {
    return null
  }
  const [kind = '', id = '', partner = '', subject = 'all', from = '', to = ''] = parts
  if (!KINDS.includes(kind) || id === '' || !isYear(Number(from)) || !isYear(Number(to))) return null
  return {
    kind: kind as EntityName,
    id,
    partner: partner || null,
    subject: subject || 'all',
    from: Number(from),
    to: Number(to),
  }
}
