/** The subjects of an article, and whether it belongs to the index. */
import type { FieldMapping } from './field-mapping.ts'
import { normalIssn } from './issn.ts'
import type { JournalEntry, JournalList } from './journal-list.ts'
import { subjectBit } from './subject-names.ts'

/** Plain data: it crosses threads. */
export interface SubjectRules {
  /** Null where no list was given: every journal is in the index. */
  journals: JournalList | null
  mapping: FieldMapping
}

export interface SubjectSigns {
  journalIssns: readonly string[]
  /** Number of the source's OpenAlex id; null where unknown. */
  sourceNumber: number | null
  fieldNumbers: readonly number[]
  conceptNumbers: readonly number[]
  /** Subjects that the source itself names. */
  named: readonly string[]
}

export interface FoundSubjects {
  /** Bit k for SUBJECTS[k]; 0 for an article that has none of the five: it counts in the whole only. */
  mask: number
  /** False when a journal list is given and the journal is not on it, or is marked as outside. */
  inIndex: boolean
}

/**
 * Named subjects come first, then those of the journal list, then those of the article's fields; concepts serve
 * where no field is known.
 */
export function subjectsOf(signs: SubjectSigns, rules: SubjectRules): FoundSubjects {
  const { journals, mapping } = rules
  const journal = journals ? journalOf(signs, journals) : null
  const inIndex = journals === null || (journal?.inIndex ?? false)
  let mask = 0
  for (const name of signs.named) mask |= subjectBit(name)
  if (mask === 0) mask = journal?.mask ?? 0
  if (mask === 0) {
    if (signs.fieldNumbers.length > 0) mask = bitsOf(signs.fieldNumbers, mapping.fields)
    else mask = bitsOf(signs.conceptNumbers, mapping.concepts)
  }
  return { mask, inIndex }
}

/** By source first: an ISSN may have passed from one journal to another. */
function journalOf(signs: SubjectSigns, journals: JournalList): JournalEntry | null {
  const bySource = signs.sourceNumber === null ? undefined : journals.bySource.get(signs.sourceNumber)
  if (bySource) return bySource
  for (const text of signs.journalIssns) {
    const entry = journals.byIssn.get(text) ?? journals.byIssn.get(normalIssn(text) ?? '')
    if (entry) return entry
  }
  return null
}

function bitsOf(numbers: readonly number[], table: ReadonlyMap<number, number>): number {
  let mask = 0
  for (const number of numbers) mask |= table.get(number) ?? 0
  return mask
}
