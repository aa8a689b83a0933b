import type { Qualifier } from '../contract/common.ts'

/** `†` for a figure the text implies, `≈` for one it gives roughly, '' for an exact one. */
export function qualifierMark(qualifier: Qualifier | null): '' | '≈' | '†' {
  if (qualifier === null || qualifier === 'exact') return ''
  return qualifier === 'implied' ? '†' : '≈'
}
