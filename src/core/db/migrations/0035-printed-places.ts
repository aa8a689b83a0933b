import type { Migration } from '../migration.ts'

/** Whether the city of an affiliation was read from printed addresses (1), as no file told it. */
export const migration: Migration = {
  version: 35,
  describe: 'places from printed addresses',
  sql: 'ALTER TABLE nodes ADD COLUMN printed INTEGER NOT NULL DEFAULT 0;',
}
