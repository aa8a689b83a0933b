/** The list of journals as a table that an engine can join: what it says of each journal in each year of the plan. */
import type { JournalList } from '../import/rules/journal-list.ts'
import { subjectsOf } from '../import/rules/subjects-of.ts'
import { NO_FIELDS } from '../import/rules/field-mapping.ts'

export const JOURNALS = { journal: 'text', year: 'number', in_index: 'number', mask: 'number' } as const

export interface JournalYear {
  /** `S` and the number of a source, or an ISSN as eight signs with a hyphen. */
  journal: string
  year: number
  inIndex: boolean
  /** Bits of its subjects; 0 leaves them to the fields of the article. */
  mask: number
}

/** A row also where the journal is outside of the index in that year: what is listed is not looked for by another id. */
export function journalYears(journals: JournalList, from: number, to: number): JournalYear[] {
  const rules = { journals, mapping: NO_FIELDS }
  const years = Array.from({ length: to - from + 1 }, (_, k) => from + k)
  const nothing = { journalIssns: [], sourceNumber: null, fieldNumbers: [], conceptNumbers: [], named: [] }
  const rows = (
    journal: string,
    signs: Partial<typeof nothing> | { sourceNumber: number } | { journalIssns: string[] },
  ) => years.map((year) => ({ journal, year, ...subjectsOf({ ...nothing, ...signs, year }, rules) }))
  return [
    ...[...journals.bySource.keys()].flatMap((number) => rows(`S${number}`, { sourceNumber: number })),
    ...[...journals.byIssn.keys()].flatMap((issn) => rows(issn, { journalIssns: [issn] })),
  ]
}
