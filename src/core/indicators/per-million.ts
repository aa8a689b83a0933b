/**
 * Share for each million inhabitants.
 * @param share in articles @param population inhabitants
 * @returns null where one is not known or nobody lives there
 */
export function perMillion(share: number | null, population: number | null): number | null {
  return share === null || population === null || population <= 0 ? null : (1e6 * share) / population
}
