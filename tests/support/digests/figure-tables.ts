/**
 * The figures of an index as tables of lines, for digests: entities by their ids, whole numbers as they are stored, each
 * fraction with all its digits. Lines are sorted, so that no numbering of nodes, entities or chunks by one run shows.
 */
import { createHash } from 'node:crypto'
import type { EntityKind } from '../../../src/core/articles/entities.ts'
import { ENTITY_KINDS } from '../../../src/core/articles/entities.ts'
import { contributionArrays, nodeMaps } from '../../../src/core/articles/node-maps.ts'
import type { OpenDataset } from '../../../src/core/context.ts'
import { pairsAmong } from '../../../src/core/counting/collaboration.ts'
import { readDatasetRow } from '../../../src/core/datasets/summary.ts'
import type { ReadableDb } from '../../../src/core/db/handles.ts'
import { computedRanking } from '../../../src/core/queries/computed/computed-ranking.ts'
import { KINDS } from '../../../src/core/statistics/derive.ts'
import { ENTITY_NAMES } from '../../../src/shared/domain/entity-names.ts'
import type { ImportReport } from '../../../src/shared/contract/import-report.ts'
import { ALL_SUBJECTS } from '../../../src/shared/domain/subjects.ts'

/** SHA-256 of each table's lines by its name, cut to 16 hexadecimal digits; tables without a line are left out. */
export type TableDigests = Record<string, string>

const DIGITS = 16

/** One table after the other, so that only one is held. */
export function figureDigests(dataset: OpenDataset, report: ImportReport): TableDigests {
  const digests: TableDigests = {}
  for (const [name, lines] of figureTables(dataset, report)) {
    if (lines.length === 0) continue
    digests[name] = digestOf(lines)
  }
  return digests
}

export function digestOf(lines: readonly string[]): string {
  const hash = createHash('sha256')
  for (const line of lines.toSorted()) hash.update(`${line}\n`)
  return hash.digest('hex').slice(0, DIGITS)
}

type Table = [name: string, lines: string[]]

export function* figureTables(dataset: OpenDataset, report: ImportReport): Generator<Table> {
  // By what the app itself knows the figures, places, names and contributions to be others.
  yield ['version', [readDatasetRow(dataset.db, dataset.id).content_sha256]]
  yield ['report', reportLines(report)]
  yield ['years', yearLines(dataset.db)]
  for (const kind of KINDS) yield [`statistics of ${kind}`, statisticLines(dataset, kind)]
  for (const by of ENTITY_NAMES) yield [`ranking by ${by}`, rankingLines(dataset, by)]
  for (const kind of PAIRED) yield [`pairs of ${kind}`, pairLines(dataset, kind)]
}

const line = (...cells: unknown[]): string => JSON.stringify(cells)
const subjectOf = (number: number) => ALL_SUBJECTS[number]

/**
 * Counts alone: words that were met and records that are listed say no figure, and which of many are told may change with
 * the parts in which a file is read.
 */
function reportLines(report: ImportReport): string[] {
  const { read, stored, contradicting, articles, institutions, placed, dataFrom } = report
  const totals = { read, stored, contradicting, articles, ...placed, ...dataFrom }
  return [
    ...Object.entries(totals).map(([name, value]) => line('total', name, value)),
    ...Object.entries(institutions).map(([name, value]) => line('institutions', name, value)),
    ...report.rejected.map(({ reason, count }) => line('rejected', reason, count)),
    ...report.oddities.map(({ oddity, count }) => line('oddity', oddity, count)),
    ...report.files.map(({ file, kind, records }) => line('file', file, kind, records)),
  ]
}

function yearLines(db: ReadableDb): string[] {
  const rows = db.prepare('SELECT * FROM year_totals').raw().all() as number[][]
  return rows.map(([subject = 0, ...cells]) => line(subjectOf(subject), ...cells))
}

/** Units, hundredths, Counts and ranks. */
function statisticLines(dataset: OpenDataset, kind: EntityKind): string[] {
  const ids = idsOf(dataset, kind)
  const rows = dataset.db
    .prepare(
      'SELECT entity, subject, year, units, hundredths, articles, rank FROM entity_stats WHERE kind = ?',
    )
    .raw()
    .all(ENTITY_KINDS[kind]) as number[][]
  return rows.map(([entity = 0, subject = 0, ...cells]) => line(ids[entity], subjectOf(subject), ...cells))
}

/** As it is asked for: rank, Share, Count and adjusted Share in every year and subject. */
function rankingLines(dataset: OpenDataset, by: (typeof ENTITY_NAMES)[number]): string[] {
  const base = dataset.defaultYear
  return yearsOf(dataset.db).flatMap((year) =>
    ALL_SUBJECTS.flatMap((subject) =>
      computedRanking(dataset, { by, subject, year, base }).entries.map(({ row }) =>
        line(row.id, subject, year, row.rank, row.share, row.count, row.adjustedShare),
      ),
    ),
  )
}

const PAIRED = ['institution', 'city', 'region'] as const

/** Units and joint articles of all pairs: overall and in each subject in all years, and overall in each year. */
function pairLines(dataset: OpenDataset, kind: (typeof PAIRED)[number]): string[] {
  const ids = idsOf(dataset, kind)
  const map = nodeMaps(dataset)[kind]
  const entities = [...new Set(map)].filter((entity) => entity >= 0)
  const arrays = contributionArrays(dataset)
  const years = yearsOf(dataset.db)
  const lines: string[] = []
  const add = (subject: number, yearFrom: number, yearTo: number) => {
    const pairs = pairsAmong(arrays, map, entities, { subjectBit: subject, yearFrom, yearTo })
    for (let i = 0; i < pairs.size; i++) {
      const both = [pairs.a[i], pairs.b[i]].map((entity) => ids[entity as number]).sort()
      lines.push(line(...both, subjectOf(subject), yearFrom, yearTo, pairs.units[i], pairs.articles[i]))
    }
  }
  ALL_SUBJECTS.forEach((_, subject) => add(subject, years.at(0) ?? 0, years.at(-1) ?? 0))
  for (const year of years) add(0, year, year)
  return lines
}

const yearsOf = (db: ReadableDb): number[] =>
  db
    .prepare('SELECT DISTINCT year FROM year_totals WHERE articles > 0 ORDER BY year')
    .pluck()
    .all() as number[]

const TABLES = { institution: 'institutions', city: 'cities', metro: 'metros', region: 'regions' } as const

/** By number of an entity. A part has no id of its own: it is an institution in a city. */
function idsOf(dataset: OpenDataset, kind: EntityKind): string[] {
  if (kind === 'part') return partIds(dataset)
  const sql = `SELECT number, ${kind}_id FROM ${TABLES[kind]} WHERE number IS NOT NULL`
  const ids: string[] = []
  for (const [number, id] of dataset.db.prepare(sql).raw().all() as [number, string][]) ids[number] = id
  return ids
}

function partIds(dataset: OpenDataset): string[] {
  const { part, institution, city } = nodeMaps(dataset)
  const [institutions, cities] = [idsOf(dataset, 'institution'), idsOf(dataset, 'city')]
  const ids: string[] = []
  part.forEach((number, node) => {
    if (number < 0) return
    ids[number] = `${institutions[institution[node] as number]} in ${cities[city[node] as number]}`
  })
  return ids
}
