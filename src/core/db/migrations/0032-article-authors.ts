import type { Migration } from '../migration.ts'

/** Who names which affiliation in articles of tables with an author of several, so that these can be divided anew. */
export const migration: Migration = {
  version: 32,
  describe: 'authors of articles that are divided when their institutions are known',
  sql: 'CREATE TABLE article_authors (chunk INTEGER PRIMARY KEY, lists BLOB NOT NULL) STRICT;',
}
