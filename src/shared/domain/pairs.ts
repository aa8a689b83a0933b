/** What is asked of pairs that work together: how far they reach, and how many stand in a list by city. */

/** Within a city, within a country, or over a border. */
export const REACHES = ['local', 'domestic', 'international'] as const
export type Reach = (typeof REACHES)[number]

/** Leading cities, and pairs of each, where pairs are grouped by city; as many as the supplement prints. */
export const USUAL_GROUPS = 5
export const USUAL_PER_CITY = 5
export const MOST_GROUPS = 200
export const MOST_PER_CITY = 100
