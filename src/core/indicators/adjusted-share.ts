/**
 * Adjusted Share: the Share of a year scaled by the growth of the index to a base year, Share_y × N_base / N_y.
 * @param share in articles or in units; the result has the same measure
 * @param articles N, articles in the index in the year of `share`
 * @param baseArticles N of the base year
 * @returns null where one is not known or the index has no articles in the year
 */
export function adjustedShare(
  share: number | null,
  articles: number | null,
  baseArticles: number | null,
): number | null {
  if (share === null || articles === null || baseArticles === null || articles === 0) return null
  // In the base year adjusted and raw Share are equal to the last bit.
  return articles === baseArticles ? share : (share * baseArticles) / articles
}
