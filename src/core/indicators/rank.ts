export interface Ranking {
  /** By entity: its rank, null where its Share is not known. */
  ranks: (number | null)[]
  /** Indices of the entities in order of rank; within a rank in the order given; unknown ones last. */
  order: number[]
}

/**
 * Ranks by Share, largest first. Entities equal to two decimals share a rank: 1, 2, 2, 4.
 * @param hundredths Shares in whole hundredths of an article (`roundHundredths`), null where not known
 */
export function rankByHundredths(hundredths: readonly (number | null)[]): Ranking {
  const value = (index: number) => hundredths[index] ?? -Infinity
  const order = hundredths
    .map((_, index) => index)
    .sort((a, b) => (value(a) === value(b) ? 0 : value(b) - value(a)))
  const ranks = new Array<number | null>(hundredths.length).fill(null)
  order.forEach((index, place) => {
    if (value(index) === -Infinity) return
    const above = order[place - 1]
    ranks[index] = above !== undefined && value(above) === value(index) ? (ranks[above] as number) : place + 1
  })
  return { ranks, order }
}

/** Places gained (+) or lost (−); null where one of the ranks is not known. */
export function placesGained(before: number | null, now: number | null): number | null {
  return before === null || now === null ? null : before - now
}
