import type { Migration } from '../migration.ts'

/**
 * Of an index that an engine counted by a plan: the exact Share of every kind of affiliation, as how many parts it has of each
 * denominator, from which all Shares follow; and the pairs that the engine told. Its articles are those of the plan's sample.
 */
export const migration: Migration = {
  version: 50,
  describe: 'exact Shares and pairs of indexes that an engine counted',
  sql: `
    CREATE TABLE plan_parts (
      subject INTEGER NOT NULL, year INTEGER NOT NULL, node INTEGER NOT NULL, denominator INTEGER NOT NULL,
      parts INTEGER NOT NULL, PRIMARY KEY (subject, year, node, denominator)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE plan_pairs (
      kind INTEGER NOT NULL, subject INTEGER NOT NULL, year INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL,
      units INTEGER NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (kind, subject, year, a, b)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX plan_pairs_by_b ON plan_pairs (kind, subject, year, b);
  `,
}
