/** The tables of a plan's results in SQLite, held against each other there; and what an index stores of them. */
import { ALL_SUBJECTS } from '../../../shared/domain/subjects.ts'
import type { EntityKind } from '../../articles/entities.ts'
import { ENTITY_KINDS, UNAFFILIATED } from '../../articles/entities.ts'
import type { WritableDb } from '../../db/handles.ts'
import { rejectedFor } from '../../import/text/import-issue.ts'
import type { ProgressMeter } from '../../import/run/progress-meter.ts'
import { MultiRow } from '../../statistics/multi-row.ts'
import type { Counted } from '../../statistics/plan-parts.ts'
import { totalKey, unitsOf } from '../../statistics/plan-parts.ts'
import type { FileOf } from '../read-results.ts'
import { resultRows, tableFile } from '../read-results.ts'
import type { ResultTable } from '../steps/results.ts'
import type { PLAN_KINDS } from '../steps/statistics.ts'
import type { ResultPlaces } from './result-places.ts'

type PlanKind = (typeof PLAN_KINDS)[number]

/** What is known of no entity. */
const NOBODY = -1

const TABLES = `
  CREATE TEMP TABLE given_shares (
    kind INTEGER NOT NULL, subject INTEGER NOT NULL, year INTEGER NOT NULL, entity INTEGER NOT NULL,
    denominator INTEGER NOT NULL, parts INTEGER NOT NULL, PRIMARY KEY (kind, subject, year, entity, denominator)
  ) STRICT, WITHOUT ROWID;
  CREATE TEMP TABLE given_counts (
    kind INTEGER NOT NULL, subject INTEGER NOT NULL, year INTEGER NOT NULL, entity INTEGER NOT NULL,
    articles INTEGER NOT NULL, PRIMARY KEY (kind, subject, year, entity)
  ) STRICT, WITHOUT ROWID;
  CREATE TEMP TABLE given_scores (
    kind INTEGER NOT NULL, subject INTEGER NOT NULL, year INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL,
    denominator INTEGER NOT NULL, parts INTEGER NOT NULL, PRIMARY KEY (kind, subject, year, a, b, denominator)
  ) STRICT, WITHOUT ROWID;
  CREATE TEMP TABLE given_pairs (
    kind INTEGER NOT NULL, subject INTEGER NOT NULL, year INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL,
    articles INTEGER NOT NULL, PRIMARY KEY (kind, subject, year, a, b)
  ) STRICT, WITHOUT ROWID;
`

/** Reads the tables of one plan; every number and name is looked at as it comes. */
export class ResultLoader {
  readonly #db: WritableDb
  readonly #folder: string
  readonly #given: ResultPlaces
  readonly #meter: ProgressMeter
  readonly #signal: AbortSignal

  constructor(
    db: WritableDb,
    folder: string,
    given: ResultPlaces,
    { meter, signal }: { meter: ProgressMeter; signal: AbortSignal },
  ) {
    this.#db = db
    this.#folder = folder
    this.#given = given
    this.#meter = meter
    this.#signal = signal
  }

  /** @throws AppError import-rejected where a row cannot be read, or names what is not there or stands twice. */
  async load(): Promise<Counted> {
    this.#db.exec(TABLES)
    await this.#table(
      'shares',
      'given_shares',
      6,
      (at, [kind, entity, year, subject, denominator, parts]) => [
        ENTITY_KINDS[at.kind(kind)],
        at.subject(subject),
        at.number(year),
        at.entity(kind, entity),
        at.number(denominator, 1),
        at.number(parts, 1),
      ],
    )
    await this.#table('counts', 'given_counts', 5, (at, [kind, entity, year, subject, articles]) => [
      ENTITY_KINDS[at.kind(kind)],
      at.subject(subject),
      at.number(year),
      at.entity(kind, entity),
      at.number(articles, 1),
    ])
    const pair = (at: Reader, [kind, a, b, year, subject]: string[]) => {
      const ends = [at.entity(kind, a, false), at.entity(kind, b, false)].sort((one, other) => one - other)
      return [ENTITY_KINDS[at.kind(kind)], at.subject(subject), at.number(year), ...ends]
    }
    await this.#table('pairs', 'given_pairs', 6, (at, row) => [...pair(at, row), at.number(row[5], 1)])
    await this.#table('scores', 'given_scores', 7, (at, row) => [
      ...pair(at, row),
      at.number(row[5], 1),
      at.number(row[6], 1),
    ])
    await this.#table('unaffiliated', 'plan_parts', 5, (at, [year, subject, denominator, parts]) => [
      at.subject(subject),
      at.number(year),
      UNAFFILIATED,
      at.number(denominator, 1),
      at.number(parts, 1),
    ])
    return this.#counted()
  }

  async #table(
    table: ResultTable,
    into: string,
    width: number,
    toRow: (at: Reader, row: string[]) => number[],
  ): Promise<void> {
    const insert = new MultiRow(this.#db, into, width)
    const at = new Reader(tableFile(this.#folder, table), this.#given)
    try {
      for await (const row of resultRows(this.#folder, table)) {
        at.row += 1
        insert.add(...toRow(at, row))
        if (at.row % 10_000 === 0) {
          this.#signal.throwIfAborted()
          this.#meter.add(0, 10_000)
        }
      }
      insert.flush()
    } catch (error) {
      if ((error as { code?: string }).code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
        throw rejectedFor(at.file, null, 'plan-row-twice')
      throw error
    }
  }

  async #counted(): Promise<Counted> {
    const articles = new Map<string, number>()
    const years = new Set<number>()
    const at = new Reader(tableFile(this.#folder, 'totals'), this.#given)
    for await (const [year, subject, number] of resultRows(this.#folder, 'totals')) {
      at.row += 1
      years.add(at.number(year))
      articles.set(totalKey(at.subject(subject), at.number(year)), at.number(number, 1))
    }
    const kinds = new Map<number, EntityKind>(
      Object.entries(ENTITY_KINDS).map(([kind, number]) => [number, kind as EntityKind]),
    )
    const rows = this.#db
      .prepare('SELECT * FROM given_counts WHERE entity >= 0 ORDER BY kind, subject, year, entity')
      .raw()
    // Begun when it is asked for: while it runs nothing else is done with the connection.
    const counts = function* (): Generator<[EntityKind, number, number, number, number]> {
      const found = rows.iterate() as IterableIterator<[number, number, number, number, number]>
      for (const [kind, ...rest] of found) yield [kinds.get(kind) as EntityKind, ...rest]
    }
    return { years: [...years].sort((a, b) => a - b), counts: counts(), articles }
  }
}

/** Cells of one table; those that cannot be read are named with their row. */
class Reader {
  row = 0
  /** As it is told. */
  readonly file: string
  readonly #given: ResultPlaces

  constructor(file: string, given: ResultPlaces) {
    this.file = file
    this.#given = given
  }

  number(text = '', least = 0): number {
    const value = Number(text)
    if (!/^\d+(\.0+)?$/.test(text) || !Number.isSafeInteger(value) || value < least) throw this.#cell(text)
    return value
  }

  kind(text = ''): PlanKind {
    if (!(text in this.#given.numbers)) throw this.#cell(text)
    return text as PlanKind
  }

  subject(text = ''): number {
    const number = (ALL_SUBJECTS as readonly string[]).indexOf(text)
    if (number < 0) throw this.#cell(text)
    return number
  }

  /** Its number; that of nobody for an empty text, where that may be. */
  entity(kind = '', text = '', mayLack = true): number {
    if (text === '' && mayLack) return NOBODY
    const number = this.#given.numbers[this.kind(kind)].get(text)
    if (number === undefined) throw this.#cell(text)
    return number
  }

  #cell(value: string) {
    return rejectedFor(this.file, null, 'plan-cell', { value, row: this.row })
  }
}

/**
 * Stores the parts of every kind of affiliation: of institutions as they are told, of countries that stand alone what their
 * region has beyond its institutions. Then everything told of institutions, cities, areas and regions must be the sum of these.
 * @throws AppError import-rejected where it is not
 */
export function storeParts(db: WritableDb, { places, keys }: ResultPlaces, fileOf: FileOf): void {
  db.exec(`CREATE TEMP TABLE given_nodes (node INTEGER PRIMARY KEY, institution INTEGER NOT NULL, city INTEGER NOT NULL,
    metro INTEGER NOT NULL, region INTEGER NOT NULL) STRICT`)
  const insert = new MultiRow(db, 'given_nodes', 5)
  const { institution, city, metro, region } = places.maps
  keys.forEach((_, node) =>
    insert.add(
      node,
      ...[institution, city, metro, region].map((map) => Math.max(map[node] ?? NOBODY, NOBODY)),
    ),
  )
  insert.flush()
  // Each Share looks for its nodes: the other way round every node would go through all Shares.
  db.exec(`CREATE INDEX temp.given_by_institution ON given_nodes (institution);
    CREATE INDEX temp.given_alone ON given_nodes (region) WHERE institution < 0`)
  db.exec(`INSERT INTO plan_parts
    SELECT subject, year, node, denominator, parts FROM given_shares
    CROSS JOIN given_nodes ON institution = entity WHERE kind = ${ENTITY_KINDS.institution} AND entity >= 0`)
  db.exec(`INSERT INTO plan_parts
    SELECT subject, year, alone.node, denominator, parts - coalesce(inner_parts, 0)
    FROM given_shares
    CROSS JOIN given_nodes AS alone ON alone.region = entity AND alone.institution < 0
    LEFT JOIN (
      SELECT subject AS s, year AS y, region AS r, denominator AS d, sum(parts) AS inner_parts
      FROM plan_parts JOIN given_nodes USING (node) GROUP BY 1, 2, 3, 4
    ) ON s = subject AND y = year AND r = entity AND d = denominator
    WHERE kind = ${ENTITY_KINDS.region} AND entity >= 0 AND parts > coalesce(inner_parts, 0)`)
  for (const kind of ['institution', 'city', 'metro', 'region'] as const) assertSums(db, kind, fileOf)
}

function assertSums(db: WritableDb, kind: PlanKind, fileOf: FileOf): void {
  const made = `SELECT subject, year, ${kind} AS entity, denominator, sum(parts) AS parts FROM plan_parts
    JOIN given_nodes USING (node) GROUP BY 1, 2, 3, 4`
  const told = `SELECT subject, year, entity, denominator, parts FROM given_shares WHERE kind = ${ENTITY_KINDS[kind]}`
  for (const [one, other] of [
    [made, told],
    [told, made],
  ]) {
    const differs = db
      .prepare(`SELECT subject, year FROM (${one} EXCEPT ${other}) ORDER BY year, subject LIMIT 1`)
      .get() as { subject: number; year: number } | undefined
    if (differs)
      throw rejectedFor(fileOf('shares'), null, 'plan-places', {
        kind,
        year: differs.year,
        subject: ALL_SUBJECTS[differs.subject] ?? '',
      })
  }
}

/** What is joined below would leave out in silence what lacks on one side. */
function assertScores(db: WritableDb, fileOf: FileOf): void {
  const [pairs, scores] = ['given_pairs', 'given_scores'].map(
    (table) => `SELECT kind, subject, year, a, b FROM ${table}`,
  ) as [string, string]
  for (const [one, other, table] of [
    [pairs, scores, 'scores'],
    [scores, pairs, 'pairs'],
  ] as const) {
    const lacking = db.prepare(`SELECT subject, year FROM (${one} EXCEPT ${other}) LIMIT 1`).get() as
      { subject: number; year: number } | undefined
    if (lacking)
      throw rejectedFor(fileOf(table), null, 'plan-pairs', {
        at: `${lacking.year} ${ALL_SUBJECTS[lacking.subject] ?? ''}`,
      })
  }
}

type ScoreRow = [a: number, b: number, articles: number, denominator: number, parts: number]

/**
 * Stores each pair with its joint articles and its score in units, to the nearest.
 * @param pause throws where nobody waits any more
 * @throws AppError import-rejected where a pair has no score, or a score no pair
 */
export function storePairs(db: WritableDb, pause: () => void, fileOf: FileOf): void {
  assertScores(db, fileOf)
  const insert = new MultiRow(db, 'plan_pairs', 7)
  const groups = db.prepare('SELECT DISTINCT kind, subject, year FROM given_pairs ORDER BY 1, 2, 3').raw()
  const scores = db
    .prepare(
      `SELECT a, b, articles, denominator, parts FROM given_pairs JOIN given_scores USING (kind, subject, year, a, b)
       WHERE kind = ? AND subject = ? AND year = ? ORDER BY a, b, denominator`,
    )
    .raw()
  // Of one subject and year at a time: a table is not written while the same connection reads.
  for (const group of groups.all() as [number, number, number][]) {
    pause()
    const rows = scores.all(...group) as ScoreRow[]
    for (let from = 0, to = 0; from < rows.length; from = to) {
      const [a, b, articles] = rows[from] as ScoreRow
      while (to < rows.length && rows[to]?.[0] === a && rows[to]?.[1] === b) to++
      const parts = rows.slice(from, to).map(([, , , denominator, times]) => [0, denominator, times] as const)
      insert.add(...group, a, b, unitsOf(parts), articles)
    }
  }
  insert.flush()
}

export const dropGiven = (db: WritableDb): void => {
  for (const table of ['shares', 'counts', 'scores', 'pairs', 'nodes'])
    db.exec(`DROP TABLE IF EXISTS temp.given_${table}`)
}
