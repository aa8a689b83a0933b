/** Articles of an entity, ascending and distinct, and its units in each. */
export interface Contributions {
  articles: ArrayLike<number>
  units: ArrayLike<number>
}

/**
 * The bilateral collaboration score of two entities that share no node: over the articles to which both contributed,
 * the sum of the units of both. `toShare` gives the score in articles.
 * @returns the units and the number of joint articles; 0 of both where there is none
 */
export function bilateralScore(a: Contributions, b: Contributions): { units: number; articles: number } {
  let units = 0
  let articles = 0
  let i = 0
  let j = 0
  while (i < a.articles.length && j < b.articles.length) {
    const left = a.articles[i] as number
    const right = b.articles[j] as number
    if (left === right) {
      units += (a.units[i] as number) + (b.units[j] as number)
      articles += 1
    }
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return { units, articles }
}

/** Total collaboration score: the sum of the scores with all partners, in units. */
export function totalScore(partners: Iterable<{ units: number }>): number {
  let units = 0
  for (const partner of partners) units += partner.units
  return units
}
