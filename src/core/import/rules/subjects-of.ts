/** The subjects of an article, and whether it belongs to the index. */
import { nameKey } from '../../../shared/domain/slug.ts'
import type { FieldMapping } from './field-mapping.ts'
import { normalIssn } from './issn.ts'
import type { JournalEntry, JournalList } from './journal-list.ts'
import { subjectBit } from './subject-names.ts'

/** Subjects of single articles, as bits, by the number of their id and of their DOI (`doiNumber`). */
export interface ArticleLabels {
  byArticle: Map<number, number>
  byDoi: Map<number, number>
}

/** Plain data: it crosses threads. */
export interface SubjectRules {
  /** Null where no list was given: every journal is in the index. */
  journals: JournalList | null
  mapping: FieldMapping
  /** Subjects of single articles; null or absent where no table gives them. */
  labels?: ArticleLabels | null
}

export interface SubjectSigns {
  journalIssns: readonly string[]
  /** Number of the source's OpenAlex id; null where unknown. */
  sourceNumber: number | null
  fieldNumbers: readonly number[]
  conceptNumbers: readonly number[]
  /** Subjects that the source itself names. */
  named: readonly string[]
  /** Year of publication; a row of a journal list with bounds holds for no unknown year. */
  year?: number | null
  /** Name of the journal or conference. */
  journalTitle?: string | null
  /** Number of the article, and its DOI as `doiNumber` gives it; 0 for none. */
  article?: number
  doi?: number
}

export interface FoundSubjects {
  /** Bit k for SUBJECTS[k]; 0 for an article that has none of the five: it counts in the whole only. */
  mask: number
  /** False when a journal list is given and the journal is not on it, or is marked as outside. */
  inIndex: boolean
}

/**
 * Subjects that a table gives the very article come first, then those the source names, then those of the journal list,
 * then those of the article's fields; concepts serve where no field is known.
 */
export function subjectsOf(signs: SubjectSigns, rules: SubjectRules): FoundSubjects {
  const { journals, mapping, labels } = rules
  const journal = journals ? journalOf(signs, journals) : null
  const inIndex = journals === null || (journal?.inIndex ?? false)
  let mask = labels ? labelled(signs, labels) : 0
  if (mask === 0) for (const name of signs.named) mask |= subjectBit(name)
  if (mask === 0) mask = journal?.mask ?? 0
  if (mask === 0) {
    if (signs.fieldNumbers.length > 0) mask = bitsOf(signs.fieldNumbers, mapping.fields)
    else mask = bitsOf(signs.conceptNumbers, mapping.concepts)
  }
  return { mask, inIndex }
}

function labelled({ article, doi }: SubjectSigns, { byArticle, byDoi }: ArticleLabels): number {
  const own = article === undefined ? undefined : byArticle.get(article)
  return own ?? (doi ? byDoi.get(doi) : undefined) ?? 0
}

/** By source first: an ISSN may have passed from one journal to another; by title where no id is listed. */
function journalOf(signs: SubjectSigns, journals: JournalList): { mask: number; inIndex: boolean } | null {
  const bySource = signs.sourceNumber === null ? undefined : journals.bySource.get(signs.sourceNumber)
  if (bySource) return inForce(bySource, signs)
  for (const text of signs.journalIssns) {
    const entries = journals.byIssn.get(text) ?? journals.byIssn.get(normalIssn(text) ?? '')
    if (entries) return inForce(entries, signs)
  }
  if (journals.byTitle.size === 0 || !signs.journalTitle) return null
  const byTitle = journals.byTitle.get(nameKey(signs.journalTitle))
  return byTitle ? inForce(byTitle, signs) : null
}

/** What the rows of a journal say together of a year; null where none holds in it. */
function inForce(
  entries: readonly JournalEntry[],
  { year }: SubjectSigns,
): { mask: number; inIndex: boolean } | null {
  const holding = entries.filter(
    ({ from, to }) => (from === null || (year && year >= from)) && (to === null || (year && year <= to)),
  )
  const [first] = holding
  if (!first) return null
  return { mask: holding.reduce((bits, { mask }) => bits | mask, 0), inIndex: first.inIndex }
}

function bitsOf(numbers: readonly number[], table: ReadonlyMap<number, number>): number {
  let mask = 0
  for (const number of numbers) mask |= table.get(number) ?? 0
  return mask
}
