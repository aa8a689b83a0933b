/** Worked examples whose figures stand in rankings: output, changes, ranks, reach. */
import { rankingInput } from '../../../shared/contract/rankings.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import { denominatorOf } from '../../../shared/domain/scopes.ts'
import { change, changePct } from '../../../shared/measures/change.ts'
import { count, regionSharePct, share } from '../../../shared/measures/output.ts'
import { rank } from '../../../shared/measures/rank.ts'
import type { RankingMeasureId } from '../../../shared/measures/ranking.ts'
import { listRankings } from '../rankings.ts'
import { articlesIn, indexYears } from '../computed/totals.ts'
import type { Asked, Reckoned, Reckoning } from './reckoning.ts'
import { column, columnOf, labelOf, reckoned } from './reckoning.ts'

/** More than an example shows, as some lack a figure. */
const LOOKED_AT = 60

const OF_ENTITIES = { from: null, of: 'entities', article: null } as const

type Extra = Partial<Parameters<typeof listRankings>[0]>

function rowsOf({ dataset, subject, year, context }: Asked, extra: Extra = {}): RankingRow[] {
  const input = rankingInput.parse({ dataset: dataset.id, subject, year, limit: LOOKED_AT, ...extra })
  return listRankings(input, context).rows
}

/** The decimals that an edition prints of a figure; null where the figure was computed. */
const printedDecimals = (row: RankingRow, id: RankingMeasureId, usual: number): number | null =>
  row.provenance === 'printed' ? (row.printedDecimals?.[id] ?? usual) : null

export function countPerShareOf(asked: Asked): Reckoning {
  const rows = rowsOf(asked).map((row): Reckoned => ({
    label: labelOf(row),
    values: [row.count, row.share],
    given: row.countPerShare,
  }))
  return {
    ...OF_ENTITIES,
    columns: [columnOf('count', count), columnOf('share', share)],
    filled: 'r = [{count} / {share}]',
    rows: reckoned(rows, (articles, part) => articles / part),
  }
}

/**
 * Of an index from the Shares of countries. Of an edition the total of the region is not printed: it follows from the first
 * city's Share and percentage, and the others are checked against it.
 */
export function regionShareOf(asked: Asked): Reckoning {
  const rows = rowsOf(asked)
  const isPrinted = asked.dataset.kind === 'published'
  const totals = isPrinted ? impliedTotals(rows) : countryTotals(asked)
  const reckonedRows = rows.map((row): Reckoned => ({
    label: labelOf(row),
    values: [row.share, totals.get(denominatorOf(row.region)) ?? null],
    given: row.regionSharePct,
    decimals: printedDecimals(row, 'regionSharePct', regionSharePct.decimals),
  }))
  return {
    ...OF_ENTITIES,
    columns: [columnOf('share', share), columnOf(isPrinted ? 'impliedTotal' : 'regionShare', share)],
    filled: `q = 100 × [{share} / {${isPrinted ? 'impliedTotal' : 'regionShare'}}]`,
    rows: reckoned(reckonedRows, (part, whole) => (100 * part) / whole),
  }
}

/** By denominator. */
function impliedTotals(rows: readonly RankingRow[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { region, share: part, regionSharePct: percent } of rows) {
    const denominator = denominatorOf(region)
    if (part === null || percent === null || totals.has(denominator)) continue
    totals.set(denominator, (100 * part) / percent)
  }
  return totals
}

function countryTotals(asked: Asked): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { region, share: part } of rowsOf(asked, { by: 'country', limit: 'all' })) {
    const denominator = denominatorOf(region)
    totals.set(denominator, (totals.get(denominator) ?? 0) + (part ?? 0))
  }
  return totals
}

export function perMillionOf(asked: Asked): Reckoning {
  const rows = rowsOf(asked).map((row): Reckoned => ({
    label: labelOf(row),
    values: [row.share, row.population?.inhabitants ?? null],
    given: row.perMillion,
  }))
  return {
    ...OF_ENTITIES,
    columns: [columnOf('share', share), column('inhabitants', 'none', 0)],
    filled: 'm = [10⁶ × {share} / {inhabitants}]',
    rows: reckoned(rows, (part, inhabitants) => (1e6 * part) / inhabitants),
  }
}

/** The year before and the articles of both; null where the dataset does not know the sizes of the whole index. */
function twoYears({ dataset, year }: Asked) {
  if (dataset.kind === 'published') return null
  const years = indexYears(dataset)
  const before = years[years.indexOf(year) - 1]
  const [earlier, later] = [before && articlesIn(dataset, before), articlesIn(dataset, year)]
  return before && earlier && later ? { before, earlier, later } : null
}

export function adjustedShareOf(asked: Asked): Reckoning | null {
  const years = twoYears(asked)
  if (!years) return null
  const rows = rowsOf({ ...asked, year: years.before }, { base: asked.year }).map((row): Reckoned => ({
    label: labelOf(row),
    values: [row.share, years.later, years.earlier],
    given: row.adjustedShare,
  }))
  return {
    ...OF_ENTITIES,
    from: years.before,
    columns: [
      columnOf('shareFrom', share),
      column('articlesTo', 'none', 0),
      column('articlesFrom', 'none', 0),
    ],
    filled: 'Share′ = {shareFrom} × [{articlesTo} / {articlesFrom}]',
    rows: reckoned(rows, (part, later, earlier) => (part * later) / earlier),
  }
}

function changeRows(asked: Asked, measure: typeof change | typeof changePct) {
  const years = twoYears(asked)
  if (!years) return null
  const before = new Map(
    rowsOf({ ...asked, year: years.before }, { limit: 'all' }).map((row) => [row.id, row.share]),
  )
  const rows = rowsOf(asked).map((row): Reckoned => ({
    label: labelOf(row),
    values: [row.share, before.get(row.id) ?? null, years.later, years.earlier],
    given: row[measure.id],
  }))
  const columns = [
    columnOf('shareTo', share),
    columnOf('shareFrom', share),
    column('articlesTo', 'none', 0),
    column('articlesFrom', 'none', 0),
  ]
  return { ...OF_ENTITIES, from: years.before, columns, rows }
}

export function changeOf(asked: Asked): Reckoning | null {
  const made = changeRows(asked, change)
  return (
    made && {
      ...made,
      filled: 'Δ = {shareTo} − {shareFrom} × [{articlesTo} / {articlesFrom}]',
      rows: reckoned(made.rows, (to, from, later, earlier) => to - (from * later) / earlier),
    }
  )
}

export function changePctOf(asked: Asked): Reckoning | null {
  const made = changeRows(asked, changePct)
  return (
    made && {
      ...made,
      filled: 'Δ% = 100 × ([{shareTo} / {shareFrom} × {articlesTo} ÷ {articlesFrom}] − 1)',
      rows: reckoned(made.rows, (to, from, later, earlier) => 100 * (to / ((from * later) / earlier) - 1)),
    }
  )
}

/** 1 and the number of those with more: the ranking is asked for by another order, so that the count is its own. */
export function rankOf(asked: Asked): Reckoning {
  const all = rowsOf(asked, { limit: 'all' })
  const rows = all.flatMap((row): Reckoned[] => {
    if (row.share === null || row.rank === null) return []
    const above = all.filter(({ share: other }) => other !== null && other > row.share!).length
    return [{ label: labelOf(row), values: [row.share, above], given: row.rank }]
  })
  return {
    ...OF_ENTITIES,
    columns: [columnOf('share', share), column('above', 'none', 0)],
    filled: `${rank.id} = 1 + {above}`,
    rows: reckoned(rows, (_share, above) => 1 + above),
  }
}

export function rankChangeOf(asked: Asked): Reckoning {
  const rows = rowsOf(asked).map((row): Reckoned => ({
    label: labelOf(row),
    values: [row.rankBefore, row.rank],
    given: row.rankChange,
  }))
  return {
    ...OF_ENTITIES,
    columns: [columnOf('rankFrom', rank), columnOf('rankTo', rank)],
    filled: 'd = {rankFrom} − {rankTo}',
    rows: reckoned(rows, (from, to) => from - to),
  }
}
