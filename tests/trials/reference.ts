/**
 * Real records, imported and counted by the plain reference: Shares to the last unit, Counts, scores of all pairs, for
 * institutions, cities and countries, in every year and subject.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { resourcesDir } from '../../src/core/app-info.ts'
import type { EntityKind } from '../../src/core/articles/entities.ts'
import { ENTITY_KINDS } from '../../src/core/articles/entities.ts'
import { contributionArrays, nodeMaps } from '../../src/core/articles/node-maps.ts'
import type { OpenDataset } from '../../src/core/context.ts'
import { pairsAmong } from '../../src/core/counting/collaboration.ts'
import { UNITS } from '../../src/core/counting/units.ts'
import { ALL_SUBJECTS } from '../../src/shared/domain/subjects.ts'
import type { PlainIndex, PlainLevel } from '../reference/openalex-index.ts'
import { PLAIN_LEVELS, plainIndex } from '../reference/openalex-index.ts'
import { plainInstitution, plainWork, recordsOf, settled } from '../reference/read-openalex.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importFiles, queriesOf } from '../support/index.ts'
import type { RealRecords } from '../support/real-records.ts'

export interface Compared {
  name: string
  works: number
  compared: number
  wrong: string[]
}

export async function referenceTrial({ name, works, institutions }: RealRecords): Promise<Compared> {
  const seen = works.flatMap(recordsOf).flatMap((record) => plainWork(record) ?? [])
  const places = institutions.flatMap(recordsOf).flatMap((record) => plainInstitution(record) ?? [])
  const counted = seen.filter(({ counts }) => counts)
  const expected = plainIndex(settled(seen), counted, places, {
    unit: BigInt(UNITS),
    mappingFile: join(resourcesDir, 'index', 'subject-mapping.json'),
  })
  const root = temporaryFolder()
  const queries = queriesOf(root)
  try {
    await importFiles(root, 'reference', [...works, ...institutions], { printedPlaces: false })
    const comparison = new Comparison(queries.context.open('reference'), expected)
    comparison.sums()
    comparison.scores()
    return { name, works: expected.works.length, ...comparison.result() }
  } finally {
    queries.close()
    rmSync(root, { recursive: true, force: true })
  }
}

const KIND: Record<PlainLevel, EntityKind> = { institution: 'institution', city: 'city', country: 'region' }

class Comparison {
  private compared = 0
  private readonly wrong: string[] = []
  private readonly dataset: OpenDataset
  private readonly expected: PlainIndex
  /** By level: the reference's id of each entity of the index. */
  private readonly idOf: Record<PlainLevel, (entity: number) => string>

  constructor(dataset: OpenDataset, expected: PlainIndex) {
    this.dataset = dataset
    this.expected = expected
    const ids = (sql: string) => {
      const rows = dataset.db.prepare(sql).all() as { id: string; number: number }[]
      return new Map(rows.map(({ id, number }) => [number, id]))
    }
    const institutions = ids('SELECT institution_id AS id, number FROM institutions')
    const countries = ids('SELECT region_id AS id, number FROM regions WHERE number IS NOT NULL')
    const cities = this.citiesByInstitution()
    this.idOf = {
      institution: (entity) => institutions.get(entity) ?? '?',
      city: (entity) => cities.get(entity) ?? '?',
      country: (entity) => countries.get(entity) ?? '?',
    }
  }

  /** Cities have names of their own in the reference: those of one institution are one. */
  private citiesByInstitution(): Map<number, string> {
    const rows = this.dataset.db
      .prepare(
        `SELECT i.institution_id AS id, c.number FROM institutions i JOIN cities c USING (city_id)
         ORDER BY i.number`,
      )
      .all() as { id: string; number: number }[]
    const cities = new Map<number, string>()
    for (const { id, number } of rows) {
      const city = this.expected.placeOf.get(Number(id.slice(1)))?.city ?? '?'
      const known = cities.get(number)
      if (known !== undefined && known !== city) this.wrong.push(`city of ${id}: ${known}, ${city}`)
      cities.set(number, city)
    }
    return cities
  }

  sums(): void {
    const rows = this.dataset.db.prepare(
      'SELECT year, entity, units, articles FROM entity_stats WHERE kind = ? AND subject = ?',
    )
    for (const level of PLAIN_LEVELS) {
      const found = new Map<string, string>()
      ALL_SUBJECTS.forEach((subject, number) => {
        type Row = { year: number; entity: number; units: number; articles: number }
        for (const row of rows.all(ENTITY_KINDS[KIND[level]], number) as Row[]) {
          const key = `${row.year}/${subject} ${this.idOf[level](row.entity)}`
          found.set(key, `${row.units} (${row.articles})`)
        }
      })
      const expected = new Map<string, string>()
      for (const [slice, table] of this.expected.sums[level]) {
        for (const [id, { units, articles }] of table)
          expected.set(`${slice} ${id}`, `${units} (${articles})`)
      }
      this.compare(level, expected, found)
    }
  }

  scores(): void {
    for (const level of PLAIN_LEVELS) {
      const map = nodeMaps(this.dataset)[KIND[level]]
      const entities = [...new Set(map)].filter((entity) => entity >= 0)
      const filter = { subjectBit: 0, yearFrom: 0, yearTo: 9999 }
      const pairs = pairsAmong(contributionArrays(this.dataset), map, entities, filter)
      const found = new Map<string, string>()
      for (let i = 0; i < pairs.size; i++) {
        const both = [pairs.a[i], pairs.b[i]].map((entity) => this.idOf[level](entity as number)).sort()
        found.set(both.join('|'), `${pairs.units[i]} (${pairs.articles[i]})`)
      }
      const expected = new Map(
        [...this.expected.scores[level]].map(([key, { units, articles }]) => [key, `${units} (${articles})`]),
      )
      this.compare(`${level} pairs`, expected, found)
    }
  }

  private compare(what: string, expected: Map<string, string>, found: Map<string, string>): void {
    for (const key of new Set([...expected.keys(), ...found.keys()])) {
      this.compared += 1
      const [a, b] = [expected.get(key) ?? 'none', found.get(key) ?? 'none']
      if (a !== b) this.wrong.push(`${what} ${key}: ${b}, by the reference ${a}`)
    }
  }

  result(): Pick<Compared, 'compared' | 'wrong'> {
    return { compared: this.compared, wrong: this.wrong }
  }
}
