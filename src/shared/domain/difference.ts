/** How a figure differs from that of a reference. */
export interface Difference {
  /** Figure − reference, in the unit of both. */
  absolute: number
  /** Figure ÷ reference; null where the reference is 0. */
  ratio: number | null
}

/** Null where one of the two is not published or not known: there is no difference from nothing. */
export function differenceFrom(
  reference: number | null | undefined,
  value: number | null | undefined,
): Difference | null {
  if (reference === null || reference === undefined || value === null || value === undefined) return null
  return { absolute: value - reference, ratio: reference === 0 ? null : value / reference }
}

/** In percent of the reference; null where the reference is 0. */
export const differencePct = ({ ratio }: Difference): number | null =>
  ratio === null ? null : (ratio - 1) * 100
