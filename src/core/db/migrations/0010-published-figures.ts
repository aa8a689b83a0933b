import type { Migration } from '../migration.ts'

/**
 * What every dataset has (itself, its sources, scopes, regions, cities, institutions) and the figures of a
 * published edition: `figures` as printed, one row a statement with file and line; `city_figures` derived from
 * them, one row a city, subject and year, for rankings. NULL is "not published".
 */
export const migration: Migration = {
  version: 10,
  describe: 'datasets, sources, names and published figures',
  sql: `
    CREATE TABLE dataset (
      id TEXT NOT NULL, name TEXT NOT NULL, name_zh TEXT,
      kind TEXT NOT NULL CHECK (kind IN ('published', 'computed', 'sample')),
      revision INTEGER NOT NULL, imported_at TEXT NOT NULL, app_version TEXT NOT NULL,
      edition TEXT NOT NULL, default_year INTEGER NOT NULL, licence TEXT NOT NULL, citation TEXT NOT NULL,
      parameters TEXT NOT NULL, notices TEXT NOT NULL, content_sha256 TEXT NOT NULL
    ) STRICT;
    CREATE TABLE sources (
      source_id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
      licence TEXT NOT NULL, origin TEXT NOT NULL, content BLOB
    ) STRICT;
    CREATE TABLE scopes (scope_id TEXT PRIMARY KEY, label TEXT NOT NULL, label_zh TEXT NOT NULL, journals INTEGER) STRICT, WITHOUT ROWID;
    CREATE TABLE regions (region_id TEXT PRIMARY KEY, name TEXT NOT NULL, name_zh TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE cities (
      city_id TEXT PRIMARY KEY, name TEXT NOT NULL, name_zh TEXT,
      region_id TEXT NOT NULL REFERENCES regions, is_metro INTEGER NOT NULL,
      position INTEGER NOT NULL, pinyin TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE institutions (
      institution_id TEXT PRIMARY KEY, name TEXT NOT NULL, name_zh TEXT, city_id TEXT REFERENCES cities, pinyin TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE figures (
      figure_id INTEGER PRIMARY KEY, indicator TEXT NOT NULL, subject TEXT NOT NULL,
      city_id TEXT REFERENCES cities, city_printed TEXT NOT NULL,
      institution_a TEXT REFERENCES institutions, institution_b TEXT REFERENCES institutions,
      year_from INTEGER, year_to INTEGER, scope_id TEXT REFERENCES scopes, value REAL, unit TEXT NOT NULL,
      qualifier TEXT NOT NULL, note TEXT NOT NULL, edition INTEGER NOT NULL,
      source_id INTEGER NOT NULL REFERENCES sources, source_line INTEGER NOT NULL, origin TEXT NOT NULL
    ) STRICT;
    CREATE INDEX figures_by_city ON figures (city_id, indicator, subject, year_to);
    CREATE INDEX figures_by_indicator ON figures (indicator, subject, year_to);
    CREATE TABLE city_figures (
      subject TEXT NOT NULL, year INTEGER NOT NULL, city_id TEXT NOT NULL REFERENCES cities,
      scope_id TEXT, rank INTEGER, rank_before INTEGER, rank_change INTEGER, rank_qualifier TEXT,
      share REAL, count INTEGER, change REAL, change_pct REAL, change_pct_qualifier TEXT,
      region_share_pct REAL, other_changes TEXT NOT NULL,
      PRIMARY KEY (subject, year, city_id)
    ) STRICT, WITHOUT ROWID;
  `,
}
