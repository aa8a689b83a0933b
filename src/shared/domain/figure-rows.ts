/** How many rows a figure shows. */
export const LEAST_ROWS = 3
export const MOST_ROWS = 50

/** Rows of each kind whose number can be chosen, where nothing is said. */
export const USUAL_ROWS = {
  'ranking-bars': 20,
  'count-per-share': 20,
  rising: 12,
  'city-institutions': 15,
  pairs: 20,
} as const
