/** The list of journals as a table that an engine can join: what it says of each journal, by spans of years. */
import { EARLIEST_YEAR, LATEST_YEAR } from '../../shared/domain/years.ts'
import { NO_FIELDS } from '../import/rules/field-mapping.ts'
import type { JournalEntry, JournalList } from '../import/rules/journal-list.ts'
import { subjectsOf } from '../import/rules/subjects-of.ts'

export const JOURNALS = {
  journal: 'text',
  first: 'number',
  last: 'number',
  in_index: 'number',
  mask: 'number',
} as const

export interface JournalSpan {
  /** `S` and the number of a source, or an ISSN as eight signs with a hyphen. */
  journal: string
  first: number
  last: number
  inIndex: boolean
  /** Bits of its subjects; 0 leaves them to the fields of the article. */
  mask: number
}

/** Spans of all years: also those in which the journal is outside, as what is listed is not looked for by another id. */
export function journalSpans(journals: JournalList): JournalSpan[] {
  const rules = { journals, mapping: NO_FIELDS }
  const nothing = { journalIssns: [], sourceNumber: null, fieldNumbers: [], conceptNumbers: [], named: [] }
  const spans = (
    journal: string,
    entries: readonly JournalEntry[],
    signs: { sourceNumber: number } | { journalIssns: string[] },
  ) =>
    spansOf(entries).map(([first, last]) => ({
      ...{ journal, first, last },
      ...subjectsOf({ ...nothing, ...signs, year: first }, rules),
    }))
  return [
    ...[...journals.bySource].flatMap(([number, entries]) =>
      spans(`S${number}`, entries, { sourceNumber: number }),
    ),
    ...[...journals.byIssn].flatMap(([issn, entries]) => spans(issn, entries, { journalIssns: [issn] })),
  ]
}

/** Years within which the same rows hold, first and last of each span. */
function spansOf(entries: readonly JournalEntry[]): [number, number][] {
  const begins = entries.flatMap(({ from, to }) => [from ?? EARLIEST_YEAR, (to ?? LATEST_YEAR) + 1])
  const firsts = [...new Set([EARLIEST_YEAR, ...begins])]
    .filter((year) => year >= EARLIEST_YEAR && year <= LATEST_YEAR)
    .sort((a, b) => a - b)
  return firsts.map((first, k) => [first, (firsts[k + 1] ?? LATEST_YEAR + 1) - 1])
}
