/** The kept words of an article, as one row of JSON in a compressed block. */

/** Articles whose words share a block. */
export const ARTICLES_PER_BLOCK = 64

/**
 * Of an author: the source's id, the name, the keys of the affiliations (numbers of OpenAlex institutions, countries of
 * two letters, or keys in words) and which of the row's printed affiliations are this author's.
 */
export type TextAuthor = [
  id: number | string | null,
  name: string | null,
  nodes: (number | string)[],
  raw: number[],
]

/** `id` is kept for articles whose id is no number of OpenAlex. */
export type TextRow = [
  id: string | null,
  doi: string | null,
  title: string | null,
  journal: string | null,
  authors: TextAuthor[],
  raw: string[],
]
