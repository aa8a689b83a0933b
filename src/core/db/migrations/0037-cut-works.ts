import type { Migration } from '../migration.ts'

/** Of works that do not count, which are refused because their list of authors is cut: these can be fetched whole. */
export const migration: Migration = {
  version: 37,
  describe: 'works whose list of authors is cut',
  sql: 'ALTER TABLE refused_works ADD COLUMN cut BLOB;',
}
