/** Median and quartiles of a few figures. */

/** Below so many values quartiles would be little else than the values themselves. */
export const LEAST_FOR_QUARTILES = 4

export interface Spread {
  /** How many have the figure. Those that have none are left out. */
  n: number
  median: number
  /** Null below `LEAST_FOR_QUARTILES` values. */
  lower: number | null
  upper: number | null
}

/**
 * The value at the part `p` (0 to 1) of sorted values, between two of them in proportion: position 1 + (n − 1) p. It is the
 * rule of QUARTILE.INC and PERCENTILE.INC in spreadsheets and the usual one of R and NumPy (type 7 of Hyndman and Fan,
 * The American Statistician 50 (1996) 361–365).
 * @param sorted ascending, not empty
 */
export function quantile(sorted: readonly number[], p: number): number {
  const { below, beyond, part } = quartilePlace(sorted.length, p)
  const [low, high] = [sorted[below] ?? NaN, sorted[beyond] ?? NaN]
  return low + (high - low) * part
}

/** Between which of `n` sorted values `quantile` lies, from 0, and how far it is on the way from one to the other. */
export function quartilePlace(n: number, p: number): { below: number; beyond: number; part: number } {
  const at = (n - 1) * p
  return { below: Math.floor(at), beyond: Math.ceil(at), part: at - Math.floor(at) }
}

/** Null where there is no value. What binary fractions add to a printed figure is taken away. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const at = (p: number) => Number(quantile(sorted, p).toFixed(10))
  const enough = sorted.length >= LEAST_FOR_QUARTILES
  return {
    n: sorted.length,
    median: at(0.5),
    lower: enough ? at(0.25) : null,
    upper: enough ? at(0.75) : null,
  }
}
