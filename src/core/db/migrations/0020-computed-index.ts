import type { Migration } from '../migration.ts'

/**
 * What a computed index adds: the articles with their contributions (packed columns, one row a chunk of up to 4,096
 * articles), their kept words (compressed blocks of 64), the kinds of affiliation (`nodes`), and the statistics of
 * every entity, subject and year, which follow from them and can be built anew.
 */
export const migration: Migration = {
  version: 20,
  describe: 'articles, contributions and statistics of computed indexes',
  sql: `
    ALTER TABLE regions ADD COLUMN number INTEGER;
    ALTER TABLE cities ADD COLUMN number INTEGER;
    ALTER TABLE cities ADD COLUMN metro_id TEXT;
    ALTER TABLE cities ADD COLUMN geonames INTEGER;
    ALTER TABLE cities ADD COLUMN latitude REAL;
    ALTER TABLE cities ADD COLUMN longitude REAL;
    ALTER TABLE institutions ADD COLUMN number INTEGER;
    ALTER TABLE institutions ADD COLUMN region_id TEXT;
    ALTER TABLE institutions ADD COLUMN ror TEXT;
    ALTER TABLE institutions ADD COLUMN sector TEXT;
    CREATE UNIQUE INDEX institutions_by_number ON institutions (number);
    CREATE INDEX institutions_by_city ON institutions (city_id);
    CREATE TABLE metros (
      metro_id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, name TEXT NOT NULL, name_zh TEXT,
      region_id TEXT NOT NULL REFERENCES regions
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE nodes (
      node INTEGER PRIMARY KEY, key TEXT NOT NULL, institution INTEGER, city INTEGER, region INTEGER, metro INTEGER,
      part INTEGER
    ) STRICT;
    CREATE TABLE article_chunks (
      chunk INTEGER PRIMARY KEY, articles INTEGER NOT NULL, contributions INTEGER NOT NULL,
      ids BLOB NOT NULL, updated BLOB NOT NULL, dois BLOB NOT NULL, years BLOB NOT NULL, subjects BLOB NOT NULL,
      authors BLOB NOT NULL, lengths BLOB NOT NULL, nodes BLOB NOT NULL, units BLOB NOT NULL, dropped BLOB
    ) STRICT;
    CREATE TABLE article_texts (
      chunk INTEGER NOT NULL, block INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (chunk, block)
    ) STRICT;
    CREATE TABLE entity_stats (
      kind INTEGER NOT NULL, subject INTEGER NOT NULL, year INTEGER NOT NULL, entity INTEGER NOT NULL,
      units INTEGER NOT NULL, hundredths INTEGER NOT NULL, articles INTEGER NOT NULL, rank INTEGER NOT NULL,
      PRIMARY KEY (kind, subject, year, entity)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE year_totals (
      subject INTEGER NOT NULL, year INTEGER NOT NULL, articles INTEGER NOT NULL,
      unaffiliated_units INTEGER NOT NULL, unknown_city_units INTEGER NOT NULL, unknown_region_units INTEGER NOT NULL,
      unaffiliated_authors INTEGER NOT NULL, PRIMARY KEY (subject, year)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE place_records (file TEXT PRIMARY KEY, records INTEGER NOT NULL, data BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE import_runs (run INTEGER PRIMARY KEY, finished_at TEXT NOT NULL, report TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE institution_search USING fts5 (name, name_zh, tokenize = 'trigram');
  `,
}
