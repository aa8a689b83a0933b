/** Pairs of an index that an engine counted, as `counting/collaboration.ts` tells them of articles. */
import type { OpenDataset } from '../context.ts'
import type { ArticleFilter } from '../counting/article-nodes.ts'
import type { Pairs, Partner } from '../counting/collaboration.ts'
import { PairColumns } from '../counting/pair-columns.ts'
import type { EntityKind } from './entities.ts'
import { ENTITY_KINDS } from './entities.ts'

type PairRow = [a: number, b: number, units: number, articles: number]

/** Sets of more entities are looked up in one walk through all pairs of the years. */
const MOST_ASKED = 500

const FROM = 'FROM plan_pairs WHERE kind = ? AND subject = ? AND year = ?'

/** All partners of an entity, in no particular order; sums over the years. */
export function storedPartners(
  dataset: OpenDataset,
  kind: EntityKind,
  entity: number,
  filter: ArticleFilter,
): Partner[] {
  const found = new Map<number, Partner>()
  for (const [a, b, units, articles] of pairsWith(dataset, kind, entity, filter)) {
    const other = a === entity ? b : a
    const partner = found.get(other) ?? { entity: other, units: 0, articles: 0 }
    partner.units += units
    partner.articles += articles
    found.set(other, partner)
  }
  return [...found.values()]
}

/**
 * All pairs among a set of entities, in order of the later one's place in the set, then of the earlier one's.
 * @param entities distinct; repeats are ignored
 */
export function storedPairs(
  dataset: OpenDataset,
  kind: EntityKind,
  entities: ArrayLike<number>,
  filter: ArticleFilter,
): Pairs {
  const set = [...new Set(Array.from(entities))]
  const placeOf = new Map(set.map((entity, place) => [entity, place]))
  const sums = new Map<number, { units: number; articles: number }>()
  for (const [a, b, units, articles] of among(dataset, kind, set, filter)) {
    const [one, other] = [placeOf.get(a), placeOf.get(b)]
    if (one === undefined || other === undefined) continue
    const key = Math.max(one, other) * set.length + Math.min(one, other)
    const sum = sums.get(key) ?? { units: 0, articles: 0 }
    sum.units += units
    sum.articles += articles
    sums.set(key, sum)
  }
  const pairs = new PairColumns()
  for (const [key, { units, articles }] of [...sums].sort(([a], [b]) => a - b)) {
    const later = Math.floor(key / set.length)
    pairs.push(set[key - later * set.length] as number, set[later] as number, units, articles)
  }
  return pairs.pairs()
}

/** Rows of pairs of which both, or the first alone, are of the set. */
function* among(
  dataset: OpenDataset,
  kind: EntityKind,
  set: readonly number[],
  filter: ArticleFilter,
): Generator<PairRow> {
  const whole = set.length > MOST_ASKED
  const ask = dataset.db.prepare(`SELECT a, b, units, articles ${FROM}${whole ? '' : ' AND a = ?'}`).raw()
  for (const year of yearsOf(dataset, filter)) {
    const asked = [ENTITY_KINDS[kind], filter.subjectBit, year]
    for (const given of whole ? [asked] : set.map((entity) => [...asked, entity]))
      yield* ask.iterate(...given) as IterableIterator<PairRow>
  }
}

function* pairsWith(
  dataset: OpenDataset,
  kind: EntityKind,
  entity: number,
  filter: ArticleFilter,
): Generator<PairRow> {
  for (const end of ['a', 'b']) {
    const ask = dataset.db.prepare(`SELECT a, b, units, articles ${FROM} AND ${end} = ?`).raw()
    for (const year of yearsOf(dataset, filter))
      yield* ask.iterate(ENTITY_KINDS[kind], filter.subjectBit, year, entity) as IterableIterator<PairRow>
  }
}

/** Years of the period that have articles. */
function yearsOf(dataset: OpenDataset, { yearFrom, yearTo }: ArticleFilter): number[] {
  const years = dataset.memo('plan-years', () =>
    dataset.db.prepare('SELECT DISTINCT year FROM year_totals ORDER BY year').pluck().all(),
  ) as number[]
  return years.filter((year) => year >= yearFrom && year <= yearTo)
}
