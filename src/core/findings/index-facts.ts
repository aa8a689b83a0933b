/** What a computed index holds in all, and the first ranking of it that has rows. */
import type { EntityName } from '../../shared/domain/entity-names.ts'
import type { EntityKind } from '../articles/entities.ts'
import { ENTITY_KINDS } from '../articles/entities.ts'
import { UNITS } from '../counting/constants.ts'
import type { ReadableDb } from '../db/handles.ts'

export interface IndexFacts {
  articles: number
  /** Years with an article, ascending. */
  years: number[]
  cities: number
  countries: number
  institutions: number
  /** Part of all articles' Share that lies in a city, 0–1. */
  placed: number
  /**
   * The kind of entity whose ranking of the default year has rows: cities where most of the Share lies in one, else
   * countries, else institutions, else cities; null where none has.
   */
  ranked: EntityName | null
}

const CITY: [EntityName, EntityKind] = ['city', 'city']
const OTHERS: readonly [EntityName, EntityKind][] = [
  ['country', 'region'],
  ['institution', 'institution'],
]

/** Milliseconds also for a large index. */
export function indexFacts(db: ReadableDb, defaultYear: number): IndexFacts {
  const number = (sql: string, ...given: number[]) =>
    Number(
      db
        .prepare(sql)
        .pluck()
        .get(...given),
    )
  const totals = db
    .prepare(
      `SELECT year, articles, unaffiliated_units AS without, unknown_city_units AS unknown FROM year_totals
       WHERE subject = 0 AND articles > 0 ORDER BY year`,
    )
    .all() as { year: number; articles: number; without: number; unknown: number }[]
  const articles = totals.reduce((sum, each) => sum + each.articles, 0)
  const unplaced = totals.reduce((sum, each) => sum + (each.without + each.unknown) / UNITS, 0)
  const hasRows = (kind: EntityKind) =>
    number(
      'SELECT EXISTS (SELECT 1 FROM entity_stats WHERE kind = ? AND subject = 0 AND year = ?)',
      ENTITY_KINDS[kind],
      defaultYear,
    ) === 1
  const placed = articles > 0 ? 1 - unplaced / articles : 0
  const order = placed >= 0.5 ? [CITY, ...OTHERS] : [...OTHERS, CITY]
  return {
    articles,
    years: totals.map(({ year }) => year),
    cities: number('SELECT count(*) FROM cities'),
    countries: number(
      'SELECT count(DISTINCT entity) FROM entity_stats WHERE kind = ? AND subject = 0',
      ENTITY_KINDS.region,
    ),
    institutions: number('SELECT count(*) FROM institutions'),
    placed,
    ranked: order.find(([, kind]) => hasRows(kind))?.[0] ?? null,
  }
}
