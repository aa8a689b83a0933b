/**
 * Percent of the region's Share. Both in one measure, articles or units; `denominatorOf` tells which countries share a
 * denominator.
 * @returns null where one is not known or the region's Share is 0
 */
export function regionSharePct(share: number | null, regionShare: number | null): number | null {
  return share === null || regionShare === null || regionShare === 0 ? null : (100 * share) / regionShare
}
