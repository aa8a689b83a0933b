import type { Cell, WriteSheet } from 'hucre'
import type { Language } from '../../../shared/domain/language.ts'
import { termStyle } from './sheet-styles.ts'

/** Terms and what is said of each; text wraps. */
export interface TermsSheet {
  kind: 'terms'
  name: string
  rows: readonly (readonly [term: string, text: string])[]
}

export function termsSheet({ rows }: TermsSheet, name: string, language: Language): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  rows.forEach((row, r) =>
    row.forEach((value, c) =>
      cells.set(`${r},${c}`, { value, type: 'string', style: termStyle(value, language, c === 0) }),
    ),
  )
  return {
    name,
    rows: rows.map((row) => [...row]),
    cells,
    columns: [{ width: 30 }, { width: 90 }],
    view: { showGridLines: false },
    pageSetup: { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}
