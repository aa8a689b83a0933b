import type { Migration } from '../migration.ts'

/** The state or province of a city, which tells it from another of its name in its country; null where not known. */
export const migration: Migration = {
  version: 30,
  describe: 'divisions of cities',
  sql: 'ALTER TABLE cities ADD COLUMN division TEXT;',
}
