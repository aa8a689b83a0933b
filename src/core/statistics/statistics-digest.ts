/** SHA-256 over the figures of an index: entities by id, statistics in the order of their keys, the articles' sum. */
import type { Hash } from 'node:crypto'
import { createHash } from 'node:crypto'
import { ENTITY_KINDS } from '../articles/entities.ts'
import type { ReadableDb } from '../db/handles.ts'

/** What a digest covers: 1 figures and ids; 2 also places, names and sectors. An index says which is its own. */
export const DIGEST_FORM = 2

const FORMS: Readonly<Record<number, readonly string[]>> = {
  1: [
    'SELECT institution_id, name, city_id, region_id FROM institutions ORDER BY number',
    'SELECT city_id, name, region_id, metro_id FROM cities ORDER BY number',
    'SELECT region_id FROM regions ORDER BY region_id',
  ],
  2: [
    'SELECT institution_id, name, name_zh, city_id, region_id, ror, sector FROM institutions ORDER BY number',
    `SELECT city_id, name, name_zh, region_id, metro_id, geonames, latitude, longitude, division FROM cities
     ORDER BY number`,
    'SELECT metro_id, name, name_zh, region_id FROM metros ORDER BY metro_id',
    'SELECT region_id, name, name_zh FROM regions ORDER BY region_id',
  ],
}

const BATCH = 4096
const WIDTH = 6

/**
 * Two imports of the same files give the same digest, in whatever order they were read; a changed figure, place, name or sector gives
 * another. Parts of institutions are left out: their numbers follow from the order of reading.
 */
export function statisticsDigest(db: ReadableDb, contentSum: string, form = DIGEST_FORM): string {
  const hash = createHash('sha256')
  for (const sql of [...(FORMS[form] ?? []), 'SELECT * FROM year_totals ORDER BY subject, year']) {
    for (const row of db.prepare(sql).raw().iterate()) hash.update(`${JSON.stringify(row)}\n`)
  }
  const rows = db
    .prepare(
      `SELECT kind, subject, year, entity, units, articles FROM entity_stats WHERE kind <> ${ENTITY_KINDS.part}
       ORDER BY kind, subject, year, entity`,
    )
    .raw()
    .iterate() as IterableIterator<number[]>
  hashRows(hash, rows, WIDTH)
  return hash.update(contentSum).digest('hex')
}

/** Rows of numbers, many at a time. */
export function hashRows(hash: Hash, rows: Iterable<readonly number[]>, width: number): void {
  const batch = new Float64Array(BATCH * width)
  let size = 0
  for (const row of rows) {
    batch.set(row, size)
    size += width
    if (size === batch.length) {
      hash.update(batch)
      size = 0
    }
  }
  hash.update(batch.subarray(0, size))
}
