/** The rows of a ranking as the lines of the table: with what is known to be missing, and why. */
import type { RankingList, RankingRow } from '../contract/rankings.ts'

export type Line =
  | { kind: 'row'; key: string; row: RankingRow; none: boolean }
  /** A rank whose city the source does not name. */
  | { kind: 'gap'; key: string; rank: number }
  | { kind: 'section'; key: string; of: 'figure' | 'none'; count: number }
  /** The rest of the cities without a figure, folded. */
  | { kind: 'more'; key: string; count: number; open: boolean }

/** Rows without a figure that are shown before the rest is folded. */
export const FOLD_AFTER = 10

/** A subject or year of which only single figures were published. */
export const isPartial = (list: RankingList): boolean => list.published.rank < list.published.of

const hasFigure = (row: RankingRow): boolean =>
  row.share !== null ||
  row.count !== null ||
  row.change !== null ||
  row.changePct !== null ||
  row.regionSharePct !== null ||
  row.otherChanges.length > 0

const lineOf = (row: RankingRow): Line => ({
  kind: 'row',
  key: row.id,
  row,
  none: row.rank === null && !hasFigure(row),
})

/**
 * In the order of ranks a partly published list falls into three parts: ranked (with a line for every rank that
 * is not named), a figure without a rank, and nothing. In any other order the rows stand as they come.
 */
export function linesOf(list: RankingList, showAll: boolean): Line[] {
  const { filters, rows } = list
  const byRank = filters.sort === 'rank' && !filters.descending
  if (!isPartial(list) || !byRank) return rows.map(lineOf)
  const ranked = rows.filter((row) => row.rank !== null)
  const figures = rows.filter((row) => row.rank === null && hasFigure(row))
  const nothing = rows.filter((row) => row.rank === null && !hasFigure(row))
  const filtered = filters.region !== null || filters.search !== ''
  const lines = filtered ? ranked.map(lineOf) : withGaps(ranked)
  if (figures.length > 0) {
    lines.push(
      { kind: 'section', key: 'section/figure', of: 'figure', count: figures.length },
      ...figures.map(lineOf),
    )
  }
  if (nothing.length === 0) return lines
  const foldable = nothing.length > FOLD_AFTER + 2 && lines.length > 0
  const open = showAll || !foldable
  lines.push({ kind: 'section', key: 'section/none', of: 'none', count: nothing.length })
  lines.push(...(open ? nothing : nothing.slice(0, FOLD_AFTER)).map(lineOf))
  if (foldable) lines.push({ kind: 'more', key: 'more', count: nothing.length - FOLD_AFTER, open })
  return lines
}

function withGaps(ranked: readonly RankingRow[]): Line[] {
  const lines: Line[] = []
  let next = 1
  for (const row of ranked) {
    for (; next < (row.rank ?? 0); next++) lines.push({ kind: 'gap', key: `gap/${next}`, rank: next })
    lines.push(lineOf(row))
    next = Math.max(next, (row.rank ?? 0) + 1)
  }
  return lines
}

/** Index of the line to go to from `from`: gaps and heads are stepped over. */
export function stepTo(
  lines: readonly Line[],
  from: number,
  move: 'up' | 'down' | 'first' | 'last' | number,
): number {
  const rows = lines.flatMap((line, index) => (line.kind === 'row' ? [index] : []))
  if (rows.length === 0) return -1
  const at = rows.findIndex((index) => index >= from)
  const place = at < 0 ? rows.length - 1 : at
  if (move === 'first') return rows[0]!
  if (move === 'last') return rows.at(-1)!
  if (from < 0) return rows[0]!
  const by = move === 'up' ? -1 : move === 'down' ? 1 : move
  return rows[Math.min(rows.length - 1, Math.max(0, place + by))]!
}
