import { array, compileProjection, leaf, object } from './projection.ts'

/**
 * What the tape of an OpenAlex work holds. Entries come in the order of the record, which differs from source to
 * source: the id may follow the authorships. Entries of an authorship, an institution or a concept follow its mark.
 */
export const WORK = {
  id: 1,
  doi: 2,
  title: 3,
  /** The same as the title; some records have this alone. */
  displayName: 4,
  year: 5,
  type: 6,
  retracted: 7,
  paratext: 8,
  /** Whether the source left authors out. */
  authorsTruncated: 9,
  updated: 10,
  authorsCount: 11,
  sourceId: 12,
  sourceName: 13,
  sourceIssnL: 14,
  sourceIssn: 15,
  /** Records of 2023 and before name the journal here. */
  venueId: 16,
  venueName: 17,
  venueIssnL: 18,
  venueIssn: 19,
  fieldId: 20,
  fieldName: 21,
  topicFieldId: 22,
  /** Where a database that keeps its own key has put the id. */
  keptId: 23,
  /** Mark. */
  concept: 24,
  conceptId: 25,
  conceptLevel: 26,
  conceptScore: 27,
  /** Subjects of the index, named by the file itself. */
  subject: 28,
  /** Tells the year where `year` is null. */
  publicationDate: 29,
  /** Mark. */
  authorship: 30,
  authorId: 31,
  authorName: 32,
  /** Mark, inside an authorship. */
  institution: 33,
  institutionId: 34,
  institutionRor: 35,
  institutionCountry: 36,
  institutionName: 37,
  country: 38,
  rawAffiliation: 39,
  /** Records of 2023 and before: all affiliations of the author in one string. */
  rawAffiliations: 40,
  /** Printed affiliations once more, each with the institutions that were found in it. */
  affiliationText: 41,
  affiliationInstitution: 42,
} as const

const authorship = object(
  {
    author: object({ id: leaf(WORK.authorId), display_name: leaf(WORK.authorName) }),
    institutions: array(
      object(
        {
          id: leaf(WORK.institutionId),
          ror: leaf(WORK.institutionRor),
          country_code: leaf(WORK.institutionCountry),
          display_name: leaf(WORK.institutionName),
        },
        WORK.institution,
      ),
    ),
    countries: array(leaf(WORK.country)),
    raw_affiliation_strings: array(leaf(WORK.rawAffiliation)),
    raw_affiliation_string: leaf(WORK.rawAffiliations),
    affiliations: array(
      object({
        raw_affiliation_string: leaf(WORK.affiliationText),
        institution_ids: array(leaf(WORK.affiliationInstitution)),
      }),
    ),
  },
  WORK.authorship,
)

export const workProjection = compileProjection(
  object({
    id: leaf(WORK.id),
    _id: leaf(WORK.keptId),
    doi: leaf(WORK.doi),
    title: leaf(WORK.title),
    display_name: leaf(WORK.displayName),
    publication_year: leaf(WORK.year),
    publication_date: leaf(WORK.publicationDate),
    type: leaf(WORK.type),
    is_retracted: leaf(WORK.retracted),
    is_paratext: leaf(WORK.paratext),
    is_authors_truncated: leaf(WORK.authorsTruncated),
    updated_date: leaf(WORK.updated),
    authors_count: leaf(WORK.authorsCount),
    primary_location: object({
      source: object({
        id: leaf(WORK.sourceId),
        display_name: leaf(WORK.sourceName),
        issn_l: leaf(WORK.sourceIssnL),
        issn: array(leaf(WORK.sourceIssn)),
      }),
    }),
    host_venue: object({
      id: leaf(WORK.venueId),
      display_name: leaf(WORK.venueName),
      issn_l: leaf(WORK.venueIssnL),
      issn: array(leaf(WORK.venueIssn)),
    }),
    primary_topic: object({
      field: object({ id: leaf(WORK.fieldId), display_name: leaf(WORK.fieldName) }),
    }),
    topics: array(object({ field: object({ id: leaf(WORK.topicFieldId) }) })),
    concepts: array(
      object(
        { id: leaf(WORK.conceptId), level: leaf(WORK.conceptLevel), score: leaf(WORK.conceptScore) },
        WORK.concept,
      ),
    ),
    ni_subjects: array(leaf(WORK.subject)),
    subjects: array(leaf(WORK.subject)),
    authorships: array(authorship),
  }),
)
