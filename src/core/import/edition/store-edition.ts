/** Writes a parsed edition into a new dataset file. */
import { createHash } from 'node:crypto'
import type { Scope } from '../../../shared/contract/common.ts'
import { KNOWN_SCOPES } from '../../../shared/domain/scopes.ts'
import { slug } from '../../../shared/domain/slug.ts'
import type { WritableDb } from '../../db/handles.ts'
import { editionRows } from './city-figures.ts'
import type { Readings } from '../readings.ts'
import type { Figure } from './model.ts'
import type { EditionFile, ParsedEdition } from './parse-edition.ts'

export interface StoreOptions {
  id: string
  revision: number
  importedAt: string
  appVersion: string
  readings: Readings
}

/** The Chinese names in an edition, whose readings are stored with them. */
export function namesZhOf({ cities, institutionNames }: ParsedEdition): (string | null)[] {
  return [...cities.map(({ nameZh }) => nameZh), ...[...institutionNames.values()].map(({ zh }) => zh)]
}

export function storeEdition(
  db: WritableDb,
  edition: ParsedEdition,
  files: readonly EditionFile[],
  options: StoreOptions,
): void {
  db.transaction(() => {
    const sources = storeSources(db, edition, files)
    storeNames(db, edition, options.readings)
    storeFigures(db, edition.figures, sources)
    storeRows(db, edition)
    storeDataset(db, edition, options)
  })()
}

function storeSources(
  db: WritableDb,
  edition: ParsedEdition,
  files: readonly EditionFile[],
): Map<string, number> {
  const insert = db.prepare('INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?)')
  const ids = new Map<string, number>()
  files.forEach(({ file, bytes, sha256 }, at) => {
    const told = edition.manifest.files?.find((entry) => entry.file === file)
    const licence = told?.licence ?? edition.manifest.licence ?? ''
    const origin = told?.origin ?? edition.manifest.citation ?? ''
    insert.run(at + 1, file, sha256, bytes.length, licence, origin, bytes)
    ids.set(file, at + 1)
  })
  return ids
}

function storeNames(db: WritableDb, edition: ParsedEdition, readings: Readings): void {
  const scope = db.prepare('INSERT INTO scopes VALUES (?, ?, ?, ?)')
  for (const { id, label, labelZh, journals } of scopesOf(edition)) scope.run(id, label, labelZh, journals)
  const region = db.prepare('INSERT OR IGNORE INTO regions (region_id, name, name_zh) VALUES (?, ?, ?)')
  const city = db.prepare(
    'INSERT INTO cities (city_id, name, name_zh, region_id, is_metro, position, pinyin) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  edition.cities.forEach((entry, at) => {
    region.run(entry.region, entry.regionName, entry.regionNameZh)
    const isMetro = /metropolitan area|Bay Area|–/.test(entry.name) ? 1 : 0
    city.run(entry.cityId, entry.name, entry.nameZh, entry.region, isMetro, at + 1, readings(entry.nameZh))
  })
  const institution = db.prepare(
    `INSERT OR IGNORE INTO institutions (institution_id, name, name_zh, city_id, pinyin, aliases_zh)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  for (const figure of edition.figures) {
    for (const name of [figure.institutionA, figure.institutionB]) {
      if (name === null) continue
      const { zh = null, aliasesZh = [] } = edition.institutionNames.get(name) ?? {}
      institution.run(slug(name), name, zh, figure.cityId, readings(zh), aliasesZh.join('|'))
    }
  }
}

function scopesOf(edition: ParsedEdition): Scope[] {
  const { scope } = edition
  if (scope === null || KNOWN_SCOPES.some(({ id }) => id === scope)) return [...KNOWN_SCOPES]
  return [...KNOWN_SCOPES, { id: scope, label: scope, labelZh: scope, journals: null }]
}

function storeFigures(
  db: WritableDb,
  figures: readonly Figure[],
  sources: ReadonlyMap<string, number>,
): void {
  const insert = db.prepare(`INSERT INTO figures (
      indicator, subject, city_id, city_printed, institution_a, institution_b, year_from, year_to, scope_id,
      value, unit, qualifier, note, edition, source_id, source_line, origin, decimals, city_b
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  for (const figure of figures) {
    insert.run(
      figure.indicator,
      figure.subject,
      figure.cityId,
      figure.cityPrinted,
      figure.institutionA === null ? null : slug(figure.institutionA),
      figure.institutionB === null ? null : slug(figure.institutionB),
      figure.yearFrom,
      figure.yearTo,
      figure.scope,
      figure.value,
      figure.unit,
      figure.qualifier,
      figure.note,
      figure.edition,
      sources.get(figure.file),
      figure.line,
      figure.origin,
      figure.decimals,
      figure.otherCityId,
    )
  }
}

function storeRows(db: WritableDb, edition: ParsedEdition): void {
  const insert = db.prepare(
    'INSERT INTO city_figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const row of editionRows(edition.figures, edition.edition)) {
    insert.run(
      row.subject,
      row.year,
      row.cityId,
      row.scope,
      row.rank,
      row.rankBefore,
      row.rankChange,
      row.rankQualifier,
      row.share,
      row.count,
      row.change,
      row.changePct,
      row.changePctQualifier,
      row.regionSharePct,
      JSON.stringify(row.otherChanges),
      row.changePctDecimals,
      row.regionSharePctDecimals,
    )
  }
}

function storeDataset(db: WritableDb, edition: ParsedEdition, options: StoreOptions): void {
  const { manifest } = edition
  db.prepare('INSERT INTO dataset VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    options.id,
    edition.name,
    edition.nameZh,
    'published',
    options.revision,
    options.importedAt,
    options.appVersion,
    String(edition.edition),
    edition.year,
    manifest.licence ?? '',
    manifest.citation ?? edition.name,
    JSON.stringify({ scope: edition.scope }),
    JSON.stringify(edition.notices),
    contentDigest(db),
  )
}

/**
 * SHA-256 over all names and figures, in an order of their own: two imports of the same files give the same
 * digest, and any changed name or figure another. What version 40 of the database brought is hashed after the rest
 * and only where it is stored, so that the digest of an older edition stands.
 */
export function contentDigest(db: WritableDb | Pick<WritableDb, 'prepare'>): string {
  const hash = createHash('sha256')
  const queries = [
    'SELECT city_id, name, name_zh, region_id FROM cities ORDER BY city_id',
    `SELECT indicator, subject, city_id, city_printed, institution_a, institution_b, year_from, year_to, scope_id,
       value, unit, qualifier, note, edition, source_line FROM figures ORDER BY figure_id`,
    `SELECT subject, year, city_id, scope_id, rank, rank_before, rank_change, rank_qualifier, share, count, change,
       change_pct, change_pct_qualifier, region_share_pct, other_changes
       FROM city_figures ORDER BY subject, year, city_id`,
    `SELECT institution_id, name, name_zh, city_id, aliases_zh FROM institutions
       WHERE aliases_zh IS NOT NULL ORDER BY institution_id`,
    `SELECT figure_id, decimals, city_b FROM figures
       WHERE decimals IS NOT NULL OR city_b IS NOT NULL ORDER BY figure_id`,
    `SELECT subject, year, city_id, change_pct_decimals, region_share_pct_decimals FROM city_figures
       WHERE change_pct_decimals IS NOT NULL OR region_share_pct_decimals IS NOT NULL
       ORDER BY subject, year, city_id`,
  ]
  for (const sql of queries) {
    for (const row of db.prepare(sql).raw().iterate()) hash.update(`${JSON.stringify(row)}\n`)
  }
  return hash.digest('hex')
}
