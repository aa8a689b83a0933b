import { adjustedShare } from './adjusted-share.ts'

/** The Share of an entity in a year, and N, the articles in the index in that year. */
export interface YearlyShare {
  share: number | null
  articles: number | null
}

export interface Change {
  /** Later less earlier adjusted Share, in the measure of the Shares. */
  absolute: number | null
  /** The same in percent of the earlier one; it does not depend on the base year. */
  percent: number | null
}

/**
 * Change of adjusted Share between two years.
 * @param baseArticles N of the base year; the later year's by default
 * @returns null where a Share or an N is not known, and for the percentage also where the earlier Share is 0
 */
export function adjustedChange(
  earlier: YearlyShare,
  later: YearlyShare,
  baseArticles: number | null = later.articles,
): Change {
  const before = adjustedShare(earlier.share, earlier.articles, baseArticles)
  const after = adjustedShare(later.share, later.articles, baseArticles)
  if (before === null || after === null) return { absolute: null, percent: null }
  return { absolute: after - before, percent: before === 0 ? null : 100 * (after / before - 1) }
}
