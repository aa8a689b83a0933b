/** From here on chance moves a percentage by some 20 points at most. */
const ENOUGH = 50
/** Tried in turn where too few reach it; under the last a percentage says next to nothing. */
const LOWER = [20, 10, 5] as const
const LEAST_ROWS = 20

/**
 * The floor on the base that stands where none is asked for, in articles. A Share S is a sum of parts of at most one
 * article each, so that by chance it moves by √S at most, and the ratio of two such by √(2/S): a fifth at 50. Where fewer
 * than twenty entities reach 50 it is the largest of 20, 10 and 5 that twenty reach, and 5 in any case.
 * @param bases Shares of the first year, in articles
 */
export function usualFloor(bases: readonly number[]): number {
  const reach = (floor: number) => bases.filter((base) => base >= floor).length >= LEAST_ROWS
  return [ENOUGH, ...LOWER].find(reach) ?? (LOWER.at(-1) as number)
}
