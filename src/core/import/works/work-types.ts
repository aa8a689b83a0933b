/** What becomes of a work by its type. */
export interface TypeVerdict {
  counts: boolean
  /** Whether it is a type at all. */
  isKnown: boolean
}

/** @param wanted types that count, lower case */
export function typeVerdict(text: string, wanted: ReadonlySet<string>): TypeVerdict {
  const type = text.toLowerCase()
  return { counts: wanted.has(type), isKnown: KNOWN_TYPES.has(type) }
}

/** Words of `type` in records of OpenAlex, those of Crossref in records of 2023 and before included. */
const KNOWN_TYPES = new Set(
  [
    'article review letter editorial erratum retraction preprint book book-chapter book-section book-series book-set',
    'book-part book-track dissertation dataset paratext libguides reference-entry report report-component report-series',
    'peer-review standard supplementary-materials grant other component database edited-book journal journal-issue',
    'journal-article journal-volume monograph posted-content proceedings proceedings-article proceedings-series',
    'reference-book software data-paper conference-paper conference-abstract book-review case-report image video',
  ].flatMap((types) => types.split(' ')),
)
