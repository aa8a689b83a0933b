import type { Migration } from '../migration.ts'

/**
 * Of editions: how many decimals a figure was printed with (NULL where that is not known), the second city of a
 * statement that compares two, and other Chinese names of institutions, parted by `|`, NULL where none were asked for.
 */
export const migration: Migration = {
  version: 40,
  describe: 'printed digits, second cities of statements and other names of institutions',
  sql: `
    ALTER TABLE figures ADD COLUMN decimals INTEGER;
    ALTER TABLE figures ADD COLUMN city_b TEXT REFERENCES cities;
    ALTER TABLE city_figures ADD COLUMN change_pct_decimals INTEGER;
    ALTER TABLE city_figures ADD COLUMN region_share_pct_decimals INTEGER;
    ALTER TABLE institutions ADD COLUMN aliases_zh TEXT;
  `,
}
