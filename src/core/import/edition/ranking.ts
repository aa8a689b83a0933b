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
  const names = figureColumns(table.columns)
  const year = names?.year ?? givenYear
  if (!requireColumns(table, REQUIRED, issues)) return null
  if (!names || year === null) {
    issues.add(table.file, 1, 'column-missing', { column: 'share_YYYY' })
    return null
  }
  if (!requireColumns(table, [names.count], issues)) return null
  if (table.rows.length === 0) {
    issues.add(table.file, null, 'empty-file')
    return null
  }
  const cities = table.rows.map((row) => parseCity(table, row, names, issues)).filter((city) => city !== null)
  const ranking = { file: table.file, year, cities }
  if (!issues.any) checkRanking(ranking, issues)
  return ranking
}

function parseCity(table: Table, row: Row, names: FigureColumns, issues: Issues): RankedCity | null {
  const rank = numberIn(table, row, 'rank', { integer: true, least: 1 }, issues)
  const share = numberIn(table, row, names.share, { least: 0 }, issues)
  const count = numberIn(table, row, names.count, { integer: true, least: 0 }, issues)
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
  if (rank === null || share === null || count === null || name === '') return null
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

/** Ranks in order, Shares not rising, Count ≥ Share, no city twice, percentages that one region total can explain. */
export function checkRanking(ranking: Ranking, issues: Issues): void {
  const { file, cities } = ranking
  const seen = new Map<string, number>()
  const seenZh = new Map<string, number>()
  let before: RankedCity | null = null
  cities.forEach((city, at) => {
    // "1, 2, 2, 4": a tie keeps the rank of the city above, and the next rank counts positions.
    const tied = before !== null && before.share === city.share
    const expected = tied && before ? before.rank : at + 1
    if (city.rank !== expected && !(tied && city.rank === at + 1)) {
      issues.add(file, city.line, 'rank-order', { rank: city.rank, expected, city: city.name }, 'rank')
    }
    if (before && city.share > before.share) {
      issues.add(file, city.line, 'share-order', { city: city.name, share: city.share, above: before.share })
    }
    if (city.count < city.share) {
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
    before = city
  })
  checkPercentages(ranking, issues)
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
    cities.filter((city) => city.regionSharePct !== null),
    (city) => denominatorOf(city.region),
  )
  for (const group of groups.values()) {
    const bounds = group.map((city): Bound => {
      const percent = city.regionSharePct ?? 0
      const slack = 0.051 // half a step of the printed decimal, and a hair for the Share's own rounding
      return {
        city,
        low: (100 * city.share) / (percent + slack),
        high: (100 * city.share) / Math.max(percent - slack, 1e-9),
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
