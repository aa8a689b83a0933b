/** Which years a comparison is of, where not all of them are said. */
export interface ComparedYears {
  from: number
  to: number
  /** Year whose number of articles Shares are adjusted to. */
  base: number
}

/**
 * Unsaid, the last year is the last of the index, the first the one before it, and the base the last year compared.
 * @param years of the index, ascending
 */
export function comparedYears(
  asked: { from?: number | undefined; to?: number | undefined; base?: number | undefined },
  years: readonly number[],
): ComparedYears | null {
  const to = asked.to ?? years.at(-1)
  if (to === undefined) return null
  return { from: asked.from ?? years[years.indexOf(to) - 1] ?? to - 1, to, base: asked.base ?? to }
}
