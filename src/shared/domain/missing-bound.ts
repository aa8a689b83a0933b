/** Single works that a recipe of missing works lists at most. */
export const MOST_MISSING = 50_000
