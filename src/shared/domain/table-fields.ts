/** What a table of affiliations can tell: fields that columns are read as. */
export const TABLE_FIELDS = [
  'article_id',
  'doi',
  'title',
  'year',
  'journal',
  'issn',
  'source_id',
  'subjects',
  'authors_count',
  'author_id',
  'author_seq',
  'author_name',
  'institution_id',
  'institution',
  'city',
  'country',
  'affiliation',
] as const
export type TableField = (typeof TABLE_FIELDS)[number]
