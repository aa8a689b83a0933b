/** The fields of a work that a plan reads, all as texts, so that no engine refuses a record for the type of one. */
import type { Shape } from './dialects/dialect.ts'

const SOURCE: Shape = { fields: { id: 'text', issn_l: 'text', issn: { list: 'text' } } }
const FIELD: Shape = { fields: { field: { fields: { id: 'text' } } } }
const INSTITUTIONS: Shape = {
  list: { fields: { id: 'text', ror: 'text', country_code: 'text', display_name: 'text' } },
}

const HEAD: Record<string, Shape> = {
  id: 'text',
  doi: 'text',
  publication_year: 'text',
  publication_date: 'text',
  type: 'text',
  is_retracted: 'text',
  is_authors_truncated: 'text',
  authors_count: 'text',
  updated_date: 'text',
  host_venue: SOURCE,
  primary_topic: FIELD,
  topics: { list: FIELD },
  concepts: { list: { fields: { id: 'text', level: 'text', score: 'text' } } },
  ni_subjects: { list: 'text' },
  subjects: { list: 'text' },
}

/** What figures are made of. */
export const COUNTED: Record<string, Shape> = {
  ...HEAD,
  primary_location: { fields: { source: SOURCE } },
  authorships: { list: { fields: { institutions: INSTITUTIONS, countries: { list: 'text' } } } },
}

/** The same with the words of a derivation: of the sample alone. */
export const WITH_WORDS: Record<string, Shape> = {
  ...HEAD,
  title: 'text',
  primary_location: {
    fields: {
      source: { fields: { id: 'text', display_name: 'text', issn_l: 'text', issn: { list: 'text' } } },
    },
  },
  authorships: {
    list: {
      fields: {
        author: { fields: { id: 'text', display_name: 'text' } },
        institutions: INSTITUTIONS,
        countries: { list: 'text' },
        raw_affiliation_strings: { list: 'text' },
      },
    },
  },
}
