/** The ranking of an edition: parsed, then checked as a whole. */
import { denominatorOf } from '../../../shared/domain/scopes.ts'
import { slug } from '../../../shared/domain/slug.ts'
import type { Issues } from './issues.ts'
import type { RankedCity, Ranking } from './model.ts'
import type { Row, Table } from './table.ts'
import { decimalsIn, numberIn, requireColumns, textIn } from './table.ts'

const REQUIRED = ['rank', 'city_en', 'region_en', 'region_iso2'] as const

interface FigureColumns {
  year: number | null
  share: string
  count: string
}

// Some editions print ranks alone; what then is missing is not published.
const RANKS_ONLY = { share: 'share', count: 'count' }

/** `share_2023` and `count_2023`, or `share` and `count` where the year is given elsewhere. */
export function figureColumns(columns: readonly string[]): FigureColumns | null {
  const dated = columns.map((name) => /^share_(\d{4})$/.exec(name)).find(Boolean)
  if (dated?.[1]) return { year: Number(dated[1]), share: dated[0], count: `count_${dated[1]}` }
  return columns.includes('share') ? { year: null, share: 'share', count: 'count' } : null
}

/** A table is the ranking when its head names cities by rank. */
export function isRanking(columns: readonly string[]): boolean {
  return columns.includes('city_en') && (columns.includes('rank') || figureColumns(columns) !== null)
}

export function parseRanking(table: Table, givenYear: number | null, issues: Issues): Ranking | null {
  const names = figureColumns(table.columns) ?? { ...RANKS_ONLY, year: givenYear }
  const year = names.year ?? givenYear
  if (!requireColumns(table, REQUIRED, issues)) return null
  if (year === null) {
    issues.add(table.file, 1, 'column-missing', { column: 'share_YYYY' })
    return null
  }
  if (table.rows.length === 0) {
    issues.add(table.file, null, 'empty-file')
    return null
  }
  const cities = table.rows.map((row) => parseCity(table, row, names, issues)).filter((city) => city !== null)
  const ranking = { file: table.file, year, cities }
  if (!issues.any) checkRanking(ranking, issues)
  return ranking
}

/** A printed figure: missing or more than 0. */
const FIGURE = { least: 0, notZero: true, optional: true } as const

function parseCity(table: Table, row: Row, names: FigureColumns, issues: Issues): RankedCity | null {
  const rank = numberIn(table, row, 'rank', { integer: true, least: 1 }, issues)
  const share = numberIn(table, row, names.share, { ...FIGURE }, issues)
  const count = numberIn(table, row, names.count, { ...FIGURE, integer: true }, issues)
  const percent = numberIn(table, row, 'region_share_pct', { optional: true }, issues)
  if (percent !== null && (percent <= 0 || percent > 100)) {
    issues.add(table.file, row.line, 'percentage-range', { value: percent }, 'region_share_pct')
  }
  const name = textIn(table, row, 'city_en', issues)
  const region = textIn(table, row, 'region_iso2', issues)
  if (region && !/^[A-Z]{2}$/.test(region)) {
    issues.add(table.file, row.line, 'region-code', { value: region }, 'region_iso2')
  }
  const regionName = textIn(table, row, 'region_en', issues)
  if (rank === null || name === '') return null
  return {
    line: row.line,
    cityId: slug(name),
    name,
    nameZh: row.cells['city_zh'] || null,
    region,
    regionName,
    regionNameZh: row.cells['region_zh'] || regionName,
    rank,
    share,
    count,
    regionSharePct: percent,
    regionSharePctDecimals: decimalsIn(row, 'region_share_pct'),
  }
}

/**
 * Ranks in order, Shares not rising, Count ≥ Share, no city twice, percentages that one region total can explain. Ranks
 * may leave gaps, for some editions let only a part of them be cited; what is not published is not compared.
 */
export function checkRanking(ranking: Ranking, issues: Issues): void {
  const { file, cities } = ranking
  const seen = new Map<string, number>()
  const seenZh = new Map<string, number>()
  checkRanks(ranking, issues)
  let above: number | null = null
  for (const city of cities) {
    if (city.share !== null && above !== null && city.share > above) {
      issues.add(file, city.line, 'share-order', { city: city.name, share: city.share, above })
    }
    if (city.share !== null && city.count !== null && city.count < city.share) {
      issues.add(file, city.line, 'count-below-share', {
        city: city.name,
        count: city.count,
        share: city.share,
      })
    }
    const twin = seen.get(city.cityId)
    if (twin !== undefined)
      issues.add(file, city.line, 'duplicate-city', { city: city.name, line: twin }, 'city_en')
    seen.set(city.cityId, city.line)
    if (city.nameZh) {
      const twinZh = seenZh.get(city.nameZh)
      if (twinZh !== undefined) {
        issues.add(file, city.line, 'duplicate-name-zh', { city: city.nameZh, line: twinZh }, 'city_zh')
      }
      seenZh.set(city.nameZh, city.line)
    }
    above = city.share ?? above
  }
  checkPercentages(ranking, issues)
}

/**
 * "1, 2, 2, 4" or "1, 2, 5, 17": each rank is that of the city above only where their Shares may be equal, else it is
 * greater, and never less than the number of cities so far.
 */
function checkRanks({ file, cities }: Ranking, issues: Issues): void {
  const wrong = (city: RankedCity, expected: number) =>
    issues.add(file, city.line, 'rank-order', { rank: city.rank, expected, city: city.name }, 'rank')
  cities.forEach((city, at) => {
    const [before, earlier] = [cities[at - 1], cities[at - 2]]
    if (before && city.rank < before.rank && at + 1 < before.rank && city.rank > (earlier?.rank ?? 0)) {
      // The rank above is the one that stands out: without it the ranks are in order.
      return wrong(before, at)
    }
    const tied = before !== undefined && city.rank === before.rank
    if (tied && (before.share === city.share || before.share === null || city.share === null)) return
    const expected = Math.max(at + 1, (before?.rank ?? 0) + 1)
    if (city.rank < expected) wrong(city, expected)
  })
}

interface Bound {
  city: RankedCity
  low: number
  high: number
}

/**
 * A printed percentage p (one decimal) bounds the region's Share: share / (p + 0.05) … share / (p − 0.05), in
 * percent. The bounds of all cities of one denominator must meet; the city whose bound does not meet the
 * others is named.
 */
function checkPercentages({ file, cities }: Ranking, issues: Issues): void {
  const groups = Map.groupBy(
    cities.filter(({ regionSharePct, share }) => regionSharePct !== null && share !== null),
    (city) => denominatorOf(city.region),
  )
  for (const group of groups.values()) {
    const bounds = group.map((city): Bound => {
      const [percent, share] = [city.regionSharePct ?? 0, city.share ?? 0]
      const slack = 0.051 // half a step of the printed decimal, and a hair for the Share's own rounding
      return {
        city,
        low: (100 * share) / (percent + slack),
        high: (100 * share) / Math.max(percent - slack, 1e-9),
      }
    })
    const meets = (a: Bound, b: Bound) => a.low <= b.high && a.high >= b.low
    const agreeing = (bound: Bound) => bounds.filter((other) => meets(bound, other)).length
    const typical = bounds.reduce((best, bound) => (agreeing(bound) > agreeing(best) ? bound : best))
    for (const bound of bounds) {
      if (meets(bound, typical)) continue
      const { city, low, high } = bound
      issues.add(
        file,
        city.line,
        'percentage-inconsistent',
        {
          city: city.name,
          percent: city.regionSharePct ?? 0,
          implied: Math.round((low + high) / 2),
          others: Math.round((typical.low + typical.high) / 2),
        },
        'region_share_pct',
      )
    }
  }
}
