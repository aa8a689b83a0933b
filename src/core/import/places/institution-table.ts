/** Institutions as tables: ROR's dump as CSV, and the two tables that OpenAlex's own scripts make of its institutions. */
import { basename } from 'node:path'
import { openAlexInstitution, rorId } from '../../../shared/domain/identifiers.ts'
import { rejectedFor } from '../text/import-issue.ts'
import type { ByteOptions } from '../text/open-bytes.ts'
import type { CsvRecord } from '../text/csv-records.ts'
import { readTable, tableForm } from '../text/read-table.ts'
import { columnKey } from '../text/small-table.ts'
import type { InstitutionCity, InstitutionRecord } from './institution-record.ts'
import { idIn, latitudeIn, longitudeIn, placeCountry, textIn } from './json-values.ts'
import { furtherNames, idOfKind, listed } from './other-ids.ts'
import { sectorIn } from './sector.ts'

export type InstitutionTable = 'ror' | 'institutions'

/** What kind of institutions a table lists, by the keys of its columns; null where it lists something else. */
export function institutionTable(columns: readonly string[]): InstitutionTable | null {
  const has = (...names: string[]) => names.every((name) => columns.includes(name))
  if (has('id', 'names_types_ror_display')) return 'ror'
  if (has('id', 'name', 'country_country_code', 'status')) return 'ror'
  if (has('article_id') || has('author_id') || has('work_id')) return null
  if (has('institution_id', 'geonames_city_id') || has('institution_id', 'city', 'latitude'))
    return 'institutions'
  return has('id', 'ror', 'display_name', 'country_code') && !has('publication_year') ? 'institutions' : null
}

/** A row by the keys of its columns. */
type Cells = ReadonlyMap<string, string>

/** What was found in a table of institutions besides those that were handed on. */
export interface InstitutionTableCounts {
  /** Rows, those that were rejected among them. */
  read: number
  /** Without an id, without a name, or not to be read. */
  rejected: number
  /** Rows that lack cells at their end, taken as empty. */
  short: number
  /** Cells that hold something that is not understood, of positions, countries and ids of places. */
  strange: number
  /** Cells with bytes that could not be read. */
  damaged: number
}

/**
 * Hands on the institutions of a table, row by row; a table of places alone gives records whose name is empty, which
 * complete those of the same id.
 * @throws AppError import-rejected with kind-unknown where no row names an institution; what `readTable` throws
 */
export async function readInstitutionTable(
  path: string,
  onRecord: (record: InstitutionRecord) => void,
  options: ByteOptions = {},
): Promise<InstitutionTableCounts> {
  const form = await tableForm(path, { signal: options.signal })
  let columns: string[] | null = null
  const counts: InstitutionTableCounts = { read: 0, rejected: 0, short: 0, strange: 0, damaged: 0 }
  const onFault = () => {
    counts.read += 1
    counts.rejected += 1
  }
  for await (const batch of readTable(path, form, onFault, options)) {
    for (const row of batch) {
      if (!columns) {
        columns = row.cells.map(columnKey)
        continue
      }
      counts.read += 1
      const cells = isWhole(row, columns) ? cellsOf(row, columns, counts) : null
      const record = cells && recordOf(cells)
      if (record) onRecord(record)
      else counts.rejected += 1
    }
  }
  if (counts.rejected === counts.read)
    throw rejectedFor(basename(path), null, 'kind-unknown', {
      columns: (columns ?? []).slice(0, 6).join(', '),
      read: counts.read,
    })
  return counts
}

/** Whether each cell is certain to stand under its head: a delimiter that was not quoted moves all that follow. */
function isWhole({ cells, unended }: CsvRecord, columns: readonly string[]): boolean {
  if (cells.some((cell) => cell.includes('\0'))) return false
  if (unended && cells.length < columns.length) return false
  return cells.slice(columns.length).every((cell) => cell.trim() === '')
}

/** By the keys of their columns; null of a short row whose cells cannot stand under these heads. */
function cellsOf(
  { cells }: CsvRecord,
  columns: readonly string[],
  counts: InstitutionTableCounts,
): Cells | null {
  const row = new Map(columns.map((name, at) => [name, cells[at] ?? '']))
  let strange = 0
  for (const [name, is] of Object.entries(UNDERSTOOD)) {
    const value = first(cell(row, name))
    if (value !== null && !is(value)) strange += 1
  }
  const isShort = cells.length < columns.length
  if (isShort && strange > 0) return null
  counts.short += isShort ? 1 : 0
  counts.strange += strange
  counts.damaged += cells.filter((text) => text.includes('\uFFFD')).length
  return row
}

function recordOf(row: Cells): InstitutionRecord | null {
  const id = cell(row, 'institution_id') ?? cell(row, 'id') ?? ''
  if (row.has('names_types_ror_display') || row.has('country_country_code')) return rorRecord(row, id)
  const openalex = openAlexInstitution(id)
  const ror = rorId(cell(row, 'ror') ?? '')
  if (openalex === null) return null
  return {
    openalex,
    ror,
    name: cell(row, 'display_name') ?? cell(row, 'name') ?? '',
    nameZh: null,
    city: cityOf(row, {
      city: ['city', 'geo_city'],
      geonames: ['geonames_city_id', 'geo_geonames_city_id'],
      division: ['region', 'geo_region'],
      latitude: ['latitude', 'geo_latitude'],
      longitude: ['longitude', 'geo_longitude'],
    }),
    ...placeCountry([cell(row, 'country_code'), cell(row, 'geo_country_code')], countryName(row)),
    sector: sectorIn(cell(row, 'type')),
    lineage: [],
    active: true,
  }
}

/** A country that stands by its name where its code should. */
const countryName = (row: Cells): string | null =>
  first(
    cell(row, 'country') ??
      cell(row, 'geo_country') ??
      cell(row, 'country_code') ??
      cell(row, 'geo_country_code'),
  )

const V2 = 'locations_geonames_details_'
const V1 = 'addresses[0]_'

/** ROR's columns of schema 2, and those of schema 1. */
function rorRecord(row: Cells, id: string): InstitutionRecord | null {
  const ror = rorId(id)
  const labels = cell(row, 'names_types_label') ?? cell(row, 'labels') ?? ''
  const name = cell(row, 'names_types_ror_display') ?? cell(row, 'name') ?? firstLabel(labels)
  if (ror === null || name === null) return null
  const status = cell(row, 'status')?.toLowerCase()
  return {
    openalex: null,
    ror,
    name,
    nameZh: labelIn(labels, /^(zh|chi|zho)\b/i),
    city: cityOf(row, {
      city: [`${V2}name`, `${V1}geonames_city_city`, `${V1}geonames_city_name`, `${V1}city`],
      geonames: ['locations_geonames_id', `${V1}geonames_city_id`],
      division: [`${V2}country_subdivision_name`, `${V1}geonames_city_geonames_admin1_name`, `${V1}state`],
      latitude: [`${V2}lat`, `${V1}lat`],
      longitude: [`${V2}lng`, `${V1}lng`],
    }),
    ...placeCountry(
      [first(cell(row, `${V2}country_code`) ?? cell(row, 'country_country_code'))],
      first(
        cell(row, `${V2}country_name`) ?? cell(row, 'country_country_name') ?? cell(row, `${V2}country_code`),
      ),
    ),
    sector: sectorOf(cell(row, 'types')),
    lineage: [],
    active: status === undefined || status === 'active',
    ...furtherNames(
      ['names_types_label', 'names_types_alias', 'labels', 'aliases'].flatMap((column) =>
        listOf(row, column),
      ),
      name,
    ),
    ...listed('acronyms', [...listOf(row, 'names_types_acronym'), ...listOf(row, 'acronyms')]),
    ...listed('otherIds', idsOf(row)),
  }
}

const isLatitude = (text: string) => latitudeIn(text) !== null
const isLongitude = (text: string) => longitudeIn(text) !== null
const isId = (text: string) => idIn(text) !== null

/** What the cells of these columns must be, where they hold anything. */
const UNDERSTOOD: Readonly<Record<string, (text: string) => boolean>> = {
  latitude: isLatitude,
  longitude: isLongitude,
  geo_latitude: isLatitude,
  geo_longitude: isLongitude,
  geonames_city_id: isId,
  geo_geonames_city_id: isId,
  locations_geonames_id: isId,
  [`${V2}lat`]: isLatitude,
  [`${V2}lng`]: isLongitude,
  [`${V1}lat`]: isLatitude,
  [`${V1}lng`]: isLongitude,
  [`${V1}geonames_city_id`]: isId,
}

type CityColumns = Record<'city' | 'geonames' | 'division' | 'latitude' | 'longitude', readonly string[]>

/** Of an organisation with several places, in cells parted by `;`, the first. */
function cityOf(row: Cells, columns: CityColumns): InstitutionCity | null {
  const value = (field: keyof CityColumns) =>
    first(columns[field].map((name) => cell(row, name)).find((text) => text !== null) ?? null)
  const name = value('city')
  if (name === null) return null
  return {
    name,
    nameZh: null,
    geonames: idIn(value('geonames')),
    division: value('division'),
    latitude: latitudeIn(value('latitude')),
    longitude: longitudeIn(value('longitude')),
  }
}

const cell = (row: Cells, name: string): string | null => {
  const text = textIn(row.get(name))
  return text === null || /^(null|nan|none|\\N)$/i.test(text) ? null : text
}

const first = (text: string | null): string | null => textIn(text?.split(';')[0])

/** Labels stand as `en: University of Oxford; zh: 牛津大学`. */
function labelIn(labels: string, language: RegExp): string | null {
  for (const part of labels.split(';')) {
    const found = /^\s*([a-z]{2,3}(?:-[a-z]+)?)\s*:\s*(.+)$/i.exec(part)
    if (found && language.test(found[1] as string)) return textIn(found[2])
  }
  return null
}

/** The values of a cell, without the languages before them. */
const listOf = (row: Cells, column: string): string[] =>
  (cell(row, column) ?? '')
    .split(';')
    .flatMap((part) => textIn(part.replace(/^\s*[a-z]{2,3}(?:-[a-z]+)?\s*:\s/i, '')) ?? [])

/** ROR's columns are `external_ids_type_grid_all`, in schema 1 `external_ids_grid_all`. */
function idsOf(row: Cells): string[] {
  return [...row.keys()].flatMap((column) => {
    const kind = /^external_ids_(?:type_)?([a-z]+)_all$/.exec(column)?.[1]
    return kind === undefined ? [] : listOf(row, column).flatMap((value) => idOfKind(kind, value))
  })
}

const firstLabel = (labels: string): string | null => labelIn(labels, /./)

function sectorOf(types: string | null): string | null {
  const sectors = (types ?? '').split(';').map((type) => sectorIn(type.trim()))
  return sectors.find((sector) => sector !== null && sector !== 'funder') ?? sectors.find(Boolean) ?? null
}
