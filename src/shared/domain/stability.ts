/** Bounds and usual values of re-sampling, for schemas, the command line and screens alike. */
export const USUAL_REPLICATES = 1000
export const LEAST_REPLICATES = 200
export const MOST_REPLICATES = 10_000
export const USUAL_SEED = 1
export const LARGEST_SEED = 2 ** 31 - 1

/** With fewer than the usual number the ends of intervals waver, and it is said. */
export const isRough = (replicates: number): boolean => replicates < USUAL_REPLICATES
