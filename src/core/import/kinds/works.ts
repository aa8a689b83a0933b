import type { KindRow } from './kind.ts'
import { firstInShort, shortText } from './in-short.ts'

/** One of these is in every record of a work. */
const MARKS = ['authorships', 'publication_year'] as const

export const works: KindRow<'works'> = {
  isRecord: (record) => MARKS.some((key) => key in record),
  hasKeys: (keys) => MARKS.some((key) => keys.has(key)),
  preview: (file) =>
    firstInShort(file, (record) => {
      const authorships = record['authorships']
      return {
        id: shortText(record['id']),
        title: shortText(record['title']) ?? shortText(record['display_name']),
        year: typeof record['publication_year'] === 'number' ? record['publication_year'] : null,
        authors: Array.isArray(authorships) ? authorships.length : null,
      }
    }),
}
