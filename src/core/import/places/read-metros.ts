/** Metro tables: the default one, and those of users in JSON or as a table. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { cityKey } from '../../../shared/domain/city-key.ts'
import { unreadable } from '../text/open-bytes.ts'
import { parseSmallJson } from '../text/small-json.ts'
import { IssueList, readSmallTable } from '../text/small-table.ts'
import type { Countries } from './countries.ts'
import type { MetroEntry } from './metros.ts'
import { metroId, MetroTable } from './metros.ts'

const name = z.string().trim().min(1).max(200)
const metro = z
  .strictObject({
    name,
    nameZh: name.nullish(),
    country: z.string().min(1).max(100),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    radiusKm: z.number().positive().max(1000).default(100),
    cities: z.array(name).min(1).max(1000),
    ambiguous: z.array(name).max(1000).default([]),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    message: 'latitude and longitude are given together or not at all',
  })
const schema = z.strictObject({
  format: z.literal('science-cities-metros').optional(),
  edition: z.string().max(200).default(''),
  note: z.string().max(2000).default(''),
  metros: z.array(metro).max(10_000),
})

/** Whether a table is a metro table, by the keys of its columns. */
export function isMetroTable(columns: readonly string[]): boolean {
  return ['metro', 'city', 'country'].every((column) => columns.includes(column))
}

/** The default table. @param resourcesDir the app's folder of resources. */
export function loadMetros(resourcesDir: string, countries: Countries): MetroTable {
  const path = join(resourcesDir, 'index', 'metros.json')
  return parseMetros(path, readFileSync(path, 'utf8'), countries)
}

/**
 * JSON as the default table, or a table with columns `metro`, `city`, `country` and, if wanted, `metro_zh`.
 * @throws AppError import-rejected with file, line and reason (a city in two areas included); file-unreadable.
 */
export async function readMetros(path: string, countries: Countries): Promise<MetroTable> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw unreadable(path, error)
  }
  return /^\uFEFF?\s*[{[]/.test(text) ? parseMetros(path, text, countries) : readMetroRows(path, countries)
}

/** @throws AppError import-rejected. */
export function parseMetros(path: string, text: string, countries: Countries): MetroTable {
  const file = basename(path)
  const issues = new IssueList(file)
  const { edition, note, metros } = parseSmallJson(text, schema, file, issues)
  const entries = metros.map((given): MetroEntry => {
    const country = countries.codeOf(given.country)
    if (country === null) issues.add(null, 'country-unknown', { value: given.country }, given.name)
    const { latitude, longitude, radiusKm } = given
    return {
      id: metroId(given.name),
      name: given.name,
      nameZh: given.nameZh ?? null,
      country: country ?? '',
      centre: latitude === undefined || longitude === undefined ? null : { latitude, longitude, radiusKm },
      cities: given.cities,
      ambiguous: given.ambiguous,
    }
  })
  return checked(new MetroTable({ edition, note }, entries), entries, issues)
}

async function readMetroRows(path: string, countries: Countries): Promise<MetroTable> {
  const issues = new IssueList(basename(path))
  const table = await readSmallTable(path, issues)
  for (const column of ['metro', 'city', 'country']) {
    if (!table.columns.includes(column)) issues.add(1, 'column-missing', { column })
  }
  issues.throwIfAny()
  const entries = new Map<string, MetroEntry>()
  const lineOf = new Map<string, { line: number; metro: string }>()
  for (const { line, cells } of table.rows) {
    const { metro = '', city = '' } = cells
    for (const column of ['metro', 'city', 'country']) {
      if (!cells[column]) issues.add(line, 'value-missing', { column }, column)
    }
    const country = countries.codeOf(cells['country'] ?? '')
    if (country === null && cells['country']) {
      issues.add(line, 'country-unknown', { value: cells['country'] }, 'country')
    }
    if (country === null || metro === '' || city === '') continue
    const twin = lineOf.get(`${cityKey(city, country)}|${country}`)
    if (twin && twin.metro !== metro) {
      issues.add(line, 'metro-city-twice', { city, metro: twin.metro, other: metro, line: twin.line }, 'city')
    }
    lineOf.set(`${cityKey(city, country)}|${country}`, { line, metro })
    const known = entries.get(`${metro}|${country}`)
    if (known) known.cities.push(city)
    else entries.set(`${metro}|${country}`, rowEntry(metro, cells['metro_zh'] || null, country, city))
  }
  return checked(
    new MetroTable({ edition: table.file, note: '' }, [...entries.values()]),
    [...entries.values()],
    issues,
  )
}

function rowEntry(name: string, nameZh: string | null, country: string, city: string): MetroEntry {
  return { id: metroId(name), name, nameZh, country, centre: null, cities: [city], ambiguous: [] }
}

function checked(table: MetroTable, entries: readonly MetroEntry[], issues: IssueList): MetroTable {
  if (entries.length === 0) issues.add(null, 'empty-file')
  const ids = new Set<string>()
  for (const { id, name } of entries) {
    if (id === '' || ids.has(id)) issues.add(null, 'duplicate-entry', { value: name })
    ids.add(id)
  }
  // Clashes of a table's rows are told with their lines already.
  if (issues.list.length === 0) {
    for (const { city, metros } of table.clashes()) {
      issues.add(null, 'metro-city-twice', { city, metro: metros[0], other: metros[1] })
    }
  }
  issues.throwIfAny()
  return table
}
