import type { Qualifier, QualifierMark } from '../domain/qualifiers.ts'
import { QUALIFIER_MARKS } from '../domain/qualifiers.ts'

/** `†` for a figure the text implies, `≈` for one it gives roughly, `>` and `<` for a bound, '' for an exact one. */
export function qualifierMark(qualifier: Qualifier | null | undefined): QualifierMark {
  return qualifier ? QUALIFIER_MARKS[qualifier] : ''
}

/** The sign that stands before a number, with its space; '' for exact figures and those that are marked behind. */
export function markBefore(qualifier: Qualifier | null | undefined): string {
  const mark = qualifierMark(qualifier)
  return mark === '' || mark === '†' ? '' : `${mark} `
}
