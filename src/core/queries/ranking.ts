import type { IndexTotals, RankingList, RankingRow, RankingSort } from '../../shared/contract/rankings.ts'
import type { RankingEntry } from './ranking-rows.ts'
import { citiesHaving } from './ranking-rows.ts'

/** All rows of a subject and year, with the orders and numbers that do not depend on filters; made when first asked for. */
export class Ranking {
  /** In the order of the overall ranking (editions) or of rank (computed indexes). */
  readonly entries: readonly RankingEntry[]
  /** Null for a published edition. */
  readonly index: IndexTotals | null
  readonly #sorted = new Map<string, readonly RankingEntry[]>()
  #published: RankingList['published'] | undefined
  #regions: RankingList['regions'] | undefined

  constructor(entries: readonly RankingEntry[], index: IndexTotals | null) {
    this.entries = entries
    this.index = index
  }

  /** Rows without the figure stand last in both directions, among themselves in the overall order. */
  sorted(sort: RankingSort, descending: boolean): readonly RankingEntry[] {
    const key = `${sort}/${descending}`
    let sorted = this.#sorted.get(key)
    if (!sorted) this.#sorted.set(key, (sorted = sortRows(this.entries, sort, descending)))
    return sorted
  }

  /** Whether rows can be told apart by it: some row has the figure. */
  canSort(sort: RankingSort): boolean {
    if (sort === 'rank' || sort === 'name' || sort === 'region' || this.entries.length === 0) return true
    return this.entries.some(({ row }) => row[sort] !== null)
  }

  /** How many rows have each figure. */
  get published(): RankingList['published'] {
    return (this.#published ??= {
      rank: citiesHaving(this.entries, 'rank'),
      share: citiesHaving(this.entries, 'share'),
      count: citiesHaving(this.entries, 'count'),
      changePct: citiesHaving(this.entries, 'changePct'),
      of: this.entries.length,
    })
  }

  /** Numbers of rows by region, largest first. */
  get regions(): RankingList['regions'] {
    return (this.#regions ??= regionsOf(this.entries, this.entries))
  }
}

/** All regions, with the numbers of rows found in each, largest first. */
export function regionsOf(
  all: readonly RankingEntry[],
  found: readonly RankingEntry[],
): RankingList['regions'] {
  const counts = new Map<string, RankingList['regions'][number]>()
  for (const { row } of all) {
    if (counts.has(row.region)) continue
    counts.set(row.region, { id: row.region, name: row.regionName, nameZh: row.regionNameZh, cities: 0 })
  }
  for (const { row } of found) {
    const region = counts.get(row.region)
    if (region) region.cities += 1
  }
  return [...counts.values()].sort((a, b) => b.cities - a.cities)
}

function sortRows(entries: readonly RankingEntry[], sort: RankingSort, descending: boolean): RankingEntry[] {
  const value = (row: RankingRow): number | string | null =>
    sort === 'name' ? row.name : sort === 'region' ? row.regionName : row[sort]
  const compare = (a: number | string, b: number | string) =>
    (a < b ? -1 : a > b ? 1 : 0) * (descending ? -1 : 1)
  return [...entries].sort((a, b) => {
    const [x, y] = [value(a.row), value(b.row)]
    if (x === null || y === null) {
      // By rank, a city with some figure printed stands before one with none.
      if (x === null && y === null) return Number(b.published) - Number(a.published)
      return x === null ? 1 : -1
    }
    return compare(x, y)
  })
}
