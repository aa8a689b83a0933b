/** Statistics of all entities of a kind in one subject and year, as columns. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { EntityKind } from '../../articles/entities.ts'
import { ENTITY_KINDS } from '../../articles/entities.ts'
import type { OpenDataset } from '../../context.ts'
import { rankByHundredths } from '../../indicators/rank.ts'
import { Lru } from '../../lru.ts'
import { citiesOf, metrosOf } from './index-names.ts'

/** In order of rank, then of the entities' numbers. */
export interface Cells {
  size: number
  entity: Uint32Array
  units: Float64Array
  hundredths: Float64Array
  articles: Uint32Array
  rank: Uint32Array
  /** By entity: its place in the columns, -1 where it has no article. */
  at: Int32Array
}

/** Figures of one entity. */
export interface Cell {
  units: number
  hundredths: number
  articles: number
  rank: number
}

/** Places of all kept columns together: about 60 MB. */
const MOST_KEPT = 2_000_000

/** @param subject number of the subject */
export function cellsOf(dataset: OpenDataset, by: EntityName | 'part', subject: number, year: number): Cells {
  return keptCells(dataset).get(`${by}/${subject}/${year}`, () =>
    by === 'metro' ? metroCells(dataset, subject, year) : storedCells(dataset, KINDS[by], subject, year),
  )
}

const keptCells = (dataset: OpenDataset) =>
  dataset.memo('cells', () => new Lru<Cells>(MOST_KEPT, ({ size, at }) => size + at.length))

const KINDS = { institution: 'institution', city: 'city', country: 'region', part: 'part' } as const
/** The same the other way round. */
const NAMES = { institution: 'institution', city: 'city', region: 'country', part: 'part' } as const

export function cellAt(cells: Cells, entity: number): Cell | null {
  const at = cells.at[entity] ?? -1
  if (at < 0) return null
  return {
    units: cells.units[at] as number,
    hundredths: cells.hundredths[at] as number,
    articles: cells.articles[at] as number,
    rank: cells.rank[at] as number,
  }
}

/** Figures of one entity without those of the others; faster where their columns are not at hand. */
export function cellOf(
  dataset: OpenDataset,
  kind: EntityKind,
  entity: number,
  subject: number,
  year: number,
): Cell | null {
  // Columns of areas stand together with those of cities outside any.
  const known = kind === 'metro' ? undefined : keptCells(dataset).peek(`${NAMES[kind]}/${subject}/${year}`)
  if (known) return cellAt(known, entity)
  const statement = dataset.memo('cell-statement', () =>
    dataset.db
      .prepare(
        `SELECT units, hundredths, articles, rank FROM entity_stats
          WHERE kind = ? AND subject = ? AND year = ? AND entity = ?`,
      )
      .raw(),
  )
  const row = statement.get(ENTITY_KINDS[kind], subject, year, entity) as number[] | undefined
  if (!row) return null
  const [units = 0, hundredths = 0, articles = 0, rank = 0] = row
  return { units, hundredths, articles, rank }
}

const SQL = `SELECT entity, units, hundredths, articles, rank FROM entity_stats
  WHERE kind = ? AND subject = ? AND year = ?`

function storedCells(dataset: OpenDataset, kind: EntityKind, subject: number, year: number): Cells {
  const rows = dataset.db.prepare(SQL).raw().all(ENTITY_KINDS[kind], subject, year) as number[][]
  // Rows come by entity, and sorting keeps that order within a rank.
  rows.sort((a, b) => (a[4] as number) - (b[4] as number))
  return fromRows(rows)
}

function fromRows(rows: readonly number[][]): Cells {
  const size = rows.length
  const most = rows.reduce((largest, row) => Math.max(largest, row[0] as number), -1)
  const cells: Cells = {
    size,
    entity: new Uint32Array(size),
    units: new Float64Array(size),
    hundredths: new Float64Array(size),
    articles: new Uint32Array(size),
    rank: new Uint32Array(size),
    at: new Int32Array(most + 1).fill(-1),
  }
  rows.forEach(([entity = 0, units = 0, hundredths = 0, articles = 0, rank = 0], i) => {
    cells.entity[i] = entity
    cells.units[i] = units
    cells.hundredths[i] = hundredths
    cells.articles[i] = articles
    cells.rank[i] = rank
    cells.at[entity] = i
  })
  return cells
}

/**
 * Metropolitan areas, and every city outside any, ranked together. Area a has the number a; city c has the number of
 * areas + c.
 */
function metroCells(dataset: OpenDataset, subject: number, year: number): Cells {
  const areas = storedCells(dataset, 'metro', subject, year)
  const cities = cellsOf(dataset, 'city', subject, year)
  const offset = metrosOf(dataset).length
  const names = citiesOf(dataset)
  const rows: number[][] = []
  const take = (from: Cells, at: number, entity: number) =>
    rows.push([entity, from.units[at] as number, from.hundredths[at] as number, from.articles[at] as number])
  for (let i = 0; i < areas.size; i++) take(areas, i, areas.entity[i] as number)
  for (let i = 0; i < cities.size; i++) {
    const city = cities.entity[i] as number
    if ((names[city]?.metro ?? -1) < 0) take(cities, i, offset + city)
  }
  rows.sort((a, b) => (a[0] as number) - (b[0] as number))
  const { ranks, order } = rankByHundredths(rows.map((row) => row[2] as number))
  return fromRows(order.map((i) => [...(rows[i] as number[]), ranks[i] as number]))
}
