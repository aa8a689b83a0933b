import type { Migration } from '../migration.ts'

/**
 * Works that were read and do not count: where one is the newest record of its id or DOI, no older record of the same
 * work counts, whichever import brings it. Packed columns, as those of `article_chunks`.
 */
export const migration: Migration = {
  version: 25,
  describe: 'works that were read and do not count',
  sql: `
    CREATE TABLE refused_works (
      chunk INTEGER PRIMARY KEY, records INTEGER NOT NULL, ids BLOB NOT NULL, updated BLOB NOT NULL, dois BLOB NOT NULL
    ) STRICT;
  `,
}
