/**
 * Works of a real collection without any file of institutions: how much of the Share is placed by printed addresses, and a
 * drawn sample of institutions beside the cities that registers give them, to be looked through by hand.
 */
import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { distanceKm } from '../../src/core/import/places/distance.ts'
import type { ImportReport } from '../../src/shared/contract/import-report.ts'
import { nameKey } from '../../src/shared/domain/slug.ts'
import { plainInstitution, recordsOf } from '../reference/read-openalex.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importFiles, queriesOf } from '../support/index.ts'

const CORPORA = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora')
/** A suburb, a campus outside: nearer than this the address is that of the seat. */
const NEAR_KM = 30

export interface PlacedSample {
  placed: NonNullable<ImportReport['placed']>
  drawn: number
  same: number
  near: number
  /** To be judged by hand: `name: city of the address | city of the register`. */
  apart: string[]
}

interface Row {
  id: string
  name: string
  city: string
  latitude: number | null
  longitude: number | null
}

/** Null where the collections are not at hand. @param many institutions to draw */
export async function placesTrial(many: number, seed: number): Promise<PlacedSample | null> {
  if (!existsSync(CORPORA)) return null
  const root = temporaryFolder()
  const queries = queriesOf(root)
  try {
    const { report } = await importFiles(root, 'placed', [join(CORPORA, 'global-health-works.jsonl.gz')])
    const rows = queries.context
      .open('placed')
      .db.prepare(
        `SELECT i.institution_id AS id, i.name, c.name AS city, c.latitude, c.longitude
         FROM institutions i JOIN cities c USING (city_id)`,
      )
      .all() as Row[]
    if (!report.placed) throw new Error('the report does not say what is placed')
    return { placed: report.placed, ...compare(draw(rows, many, seed)) }
  } finally {
    queries.close()
    rmSync(root, { recursive: true, force: true })
  }
}

type Known = NonNullable<ReturnType<typeof plainInstitution>>['city']

/** Institutions whose city the register itself gives: those marked were made from the very addresses. */
function draw(rows: readonly Row[], many: number, seed: number): { row: Row; known: NonNullable<Known> }[] {
  const records = recordsOf(join(CORPORA, 'global-health-institutions.jsonl.gz'))
  const known = new Map(
    records
      .filter((record) => record['_city_from'] !== 'printed affiliations')
      .flatMap((record) => plainInstitution(record) ?? [])
      .map(({ id, city }) => [`I${id}`, city]),
  )
  const order = (id: string) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  return rows
    .flatMap((row) => {
      const city = known.get(row.id)
      return city ? [{ row, known: city }] : []
    })
    .sort((a, b) => (order(a.row.id) < order(b.row.id) ? -1 : 1))
    .slice(0, many)
}

function compare(drawn: ReturnType<typeof draw>): Omit<PlacedSample, 'placed'> {
  const result = { drawn: drawn.length, same: 0, near: 0, apart: [] as string[] }
  for (const { row, known } of drawn) {
    if (nameKey(row.city) === nameKey(known.name)) result.same += 1
    else if (kilometres(row, known) <= NEAR_KM) result.near += 1
    else result.apart.push(`${row.name}: ${row.city} | ${known.name}`)
  }
  return result
}

function kilometres(row: Row, known: NonNullable<Known>): number {
  if (row.latitude === null || row.longitude === null) return Infinity
  if (known.latitude === null || known.longitude === null) return Infinity
  return distanceKm(
    { latitude: row.latitude, longitude: row.longitude },
    { latitude: known.latitude, longitude: known.longitude },
  )
}
