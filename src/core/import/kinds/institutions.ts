/** Institutions of OpenAlex and of ROR: read alike, told apart by their ids. */
import { DistinctRecords } from '../places/distinct-records.ts'
import type { InstitutionRecord } from '../places/institution-record.ts'
import { institutionTable, readInstitutionTable } from '../places/institution-table.ts'
import { institutionsKind, parseInstitution, readInstitutions } from '../places/read-institutions.ts'
import { parquetRows, rowJson } from '../text/read-parquet.ts'
import type { OddCounts } from '../chunks/counts.ts'
import type { KindRow } from './kind.ts'
import { firstInShort, placeInShort } from './in-short.ts'

/** What is read of an institution, in the names of OpenAlex and of ROR. */
const INSTITUTION_COLUMNS = new Set(
  [
    'id ror display_name international.display_name ids.ror country_code type lineage',
    'geo.city geo.country geo.country_code geo.region geo.geonames_city_id geo.latitude geo.longitude',
    'names.value names.types names.lang status types locations.geonames_id locations.geonames_details.name',
    'locations.geonames_details.country_code locations.geonames_details.country_subdivision_name',
    'locations.geonames_details.lat locations.geonames_details.lng',
  ].flatMap((names) => names.split(' ')),
)

const common = {
  preview: (file) => firstInShort(file, placeInShort),
  async read(path, signal, form) {
    const given = new DistinctRecords()
    const { records } = given
    const onRecord = (record: InstitutionRecord) => given.add(record)
    if (form === 'table') {
      const { read, rejected, short, strange, damaged } = await readInstitutionTable(path, onRecord, {
        signal,
      })
      const odd: OddCounts = {
        'institution-records-rejected': rejected,
        'institution-values-not-understood': strange,
        'short-rows': short,
        'damaged-cells': damaged,
      }
      return { records, read, odd }
    }
    const rows = form === 'parquet' ? await readRows(path, onRecord, signal) : null
    const read = rows ?? (await readInstitutions(path, { onRecord }, { signal })).read
    return { records, read, odd: { 'institution-records-rejected': read - given.added } }
  },
} satisfies KindRow<'institutions'>

/** @returns how many rows were read */
async function readRows(
  path: string,
  onRecord: (record: InstitutionRecord) => void,
  signal: AbortSignal,
): Promise<number> {
  let read = 0
  for await (const rows of parquetRows(path, INSTITUTION_COLUMNS, { signal })) {
    for (const row of rows) {
      read += 1
      const record = parseInstitution(JSON.parse(rowJson(row)))
      if (record) onRecord(record)
    }
  }
  return read
}

export const institutions: KindRow<'institutions'> = {
  ...common,
  isRecord: (record) => institutionsKind(record) === 'openalex',
  isTable: ({ columns }) => institutionTable(columns) === 'institutions',
}

export const ror: KindRow<'ror'> = {
  ...common,
  isTable: ({ columns }) => institutionTable(columns) === 'ror',
  isRecord: (record) => ['ror-v1', 'ror-v2'].includes(institutionsKind(record) ?? ''),
}
