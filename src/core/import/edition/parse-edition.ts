/** From the files of an edition's folder to its figures; pure: bytes in, records or issues out. */
import type { ImportNotice } from '../../../shared/contract/datasets.ts'
import { KNOWN_SCOPES } from '../../../shared/domain/scopes.ts'
import { CityNames } from './city-names.ts'
import { contextKind, parseContext } from './context.ts'
import { isFacts, parseFacts } from './facts.ts'
import { Issues } from './issues.ts'
import type { Manifest } from './manifest.ts'
import { parseManifest } from './manifest.ts'
import type { EditionCity, Figure, Ranking } from './model.ts'
import { isRanking, parseRanking } from './ranking.ts'
import { readText } from './read-text.ts'
import type { Row, Table } from './table.ts'
import { parseTable } from './table.ts'

export interface EditionFile {
  /** Relative to the folder, with `/`. */
  file: string
  bytes: Uint8Array
  sha256: string
}

export interface EditionOptions {
  name: string | undefined
  year: number | undefined
  convert: boolean
}

export interface ParsedEdition {
  manifest: Manifest
  name: string
  nameZh: string | null
  edition: number
  year: number
  scope: string | null
  ranking: Ranking
  /** Those of the ranking, in its order, then those that only other tables name. */
  cities: EditionCity[]
  figures: Figure[]
  /** Chinese names by the English ones. */
  institutionNames: Map<string, InstitutionNames>
  notices: ImportNotice[]
  /** Rows read, over all tables that were used. */
  read: number
}

export interface InstitutionNames {
  zh: string | null
  /** Other Chinese names, by which it is found. */
  aliasesZh: string[]
}

interface Tables {
  rankings: Table[]
  facts: Table[]
  context: Table[]
  institutions: Table[]
}

/** @throws AppError edition-rejected with every issue found. */
export function parseEdition(files: readonly EditionFile[], options: EditionOptions): ParsedEdition {
  const issues = new Issues()
  const notices: ImportNotice[] = []
  const manifest = readManifest(files, issues)
  const tables = readTables(files, options.convert, issues, notices)
  if (tables.rankings.length === 0) {
    if (!issues.any) issues.add('.', null, 'ranking-missing')
    issues.throwIfAny()
  }
  const [first, second] = tables.rankings
  if (first && second) issues.add(second.file, null, 'ranking-twice', { other: first.file })
  const ranking = first ? parseRanking(first, options.year ?? manifest.year ?? null, issues) : null
  issues.throwIfAny()
  if (!ranking) throw new Error('a ranking without issues was not parsed')

  const edition = manifest.edition ?? ranking.year + 1
  const scope = manifest.scope ?? null
  const names = new CityNames(ranking.cities, manifest.aliases)
  const scopes = new Set([...KNOWN_SCOPES.map(({ id }) => id), ...(scope ? [scope] : [])])
  const citation = manifest.citation ?? ''
  const facts = tables.facts.flatMap((table) =>
    parseFacts(table, { names, scope, edition, origin: citation }, issues),
  )
  const context = tables.context.flatMap((table) => parseContext(table, { names, scopes, notices }, issues))
  issues.throwIfAny()
  return {
    manifest,
    name: options.name ?? manifest.name ?? `Edition ${edition}`,
    nameZh: options.name ? null : (manifest.nameZh ?? null),
    edition,
    year: ranking.year,
    scope,
    ranking,
    cities: [...ranking.cities, ...names.others],
    figures: [...rankingFigures(ranking, edition, scope, citation), ...facts, ...context],
    institutionNames: new Map(tables.institutions.flatMap(({ rows }) => rows.flatMap(institutionNames))),
    notices,
    read: Object.values(tables)
      .flat()
      .reduce((sum, table: Table) => sum + table.rows.length, 0),
  }
}

function institutionNames({ cells }: Row): [string, InstitutionNames][] {
  const parts = (cells['aliases_zh'] ?? '').split('|').map((name) => name.trim())
  const names = { zh: cells['name_zh'] || null, aliasesZh: parts.filter(Boolean) }
  return names.zh === null && names.aliasesZh.length === 0 ? [] : [[cells['name_en'] ?? '', names]]
}

function readManifest(files: readonly EditionFile[], issues: Issues): Manifest {
  const file = files.find((entry) => entry.file === 'edition.json')
  if (!file) return {}
  const manifest = parseManifest(new TextDecoder().decode(file.bytes), issues)
  for (const pinned of manifest.files ?? []) {
    const actual = files.find((entry) => entry.file === pinned.file)
    if (!actual || actual.sha256 !== pinned.sha256) {
      issues.add(pinned.file, null, 'hash-mismatch', {
        expected: pinned.sha256,
        actual: actual?.sha256 ?? '-',
      })
    }
  }
  return manifest
}

function readTables(
  files: readonly EditionFile[],
  convert: boolean,
  issues: Issues,
  notices: ImportNotice[],
): Tables {
  const tables: Tables = { rankings: [], facts: [], context: [], institutions: [] }
  for (const { file, bytes } of files) {
    if (!file.endsWith('.csv')) continue
    const read = readText(bytes, convert)
    if ('issue' in read) {
      issues.add(file, null, read.issue, read.values)
      continue
    }
    for (const code of read.converted)
      notices.push({ code: 'converted', file, line: null, values: { form: code } })
    const table = parseTable(file, read.text, issues)
    if (!table) continue
    const kind = isFacts(table.columns) ? 'facts' : contextKind(table.columns)
    if (kind === 'facts') tables.facts.push(table)
    else if (kind) tables.context.push(table)
    else if (table.columns.includes('name_en') && table.columns.includes('name_zh'))
      tables.institutions.push(table)
    else if (isRanking(table.columns)) tables.rankings.push(table)
    else if (file.includes('/')) notices.push({ code: 'file-ignored', file, line: null, values: {} })
    else issues.add(file, 1, 'kind-unknown', { columns: table.columns.slice(0, 6).join(', ').slice(0, 120) })
  }
  return tables
}

/** The ranking's own cells as figures, so that each is traceable like any printed figure. */
function rankingFigures(ranking: Ranking, edition: number, scope: string | null, origin: string): Figure[] {
  return ranking.cities.flatMap((city) => {
    const figure = (
      indicator: Figure['indicator'],
      value: number,
      unit: string,
      decimals: number | null = null,
    ): Figure => ({
      file: ranking.file,
      line: city.line,
      indicator,
      subject: 'all',
      cityPrinted: city.name,
      cityId: city.cityId,
      otherCityId: null,
      institutionA: null,
      institutionB: null,
      yearFrom: ranking.year,
      yearTo: ranking.year,
      scope,
      value,
      unit,
      decimals,
      qualifier: 'exact',
      note: '',
      edition,
      origin,
    })
    const figures = [figure('rank', city.rank, 'rank')]
    if (city.share !== null) figures.push(figure('share', city.share, 'articles'))
    if (city.count !== null) figures.push(figure('count', city.count, 'articles'))
    if (city.regionSharePct !== null)
      figures.push(figure('region-share-pct', city.regionSharePct, 'percent', city.regionSharePctDecimals))
    return figures
  })
}
