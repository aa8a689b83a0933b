/** The figure of which the circles take a part, in square units: a landscape slide figure, 1,000 × 640. */
const FIGURE_AREA = 640_000
/** Width of the strongest edge. */
const WIDEST = 9
const WIDEST_OF_FEW = 10

/**
 * Radii with area ∝ Share: r = areaScale · √Share. A Share of 0 has radius 0.
 * @param cover part of the figure's area that the circles fill together
 */
export function radiiFor(
  share: Float64Array,
  cover = coverFor(share.length),
): { r: Float64Array; areaScale: number } {
  let total = 0
  for (const value of share) total += value
  const areaScale = total > 0 ? Math.sqrt((cover * FIGURE_AREA) / (Math.PI * total)) : 0
  return { r: share.map((value) => areaScale * Math.sqrt(value)), areaScale }
}

/** So that few circles do not crowd the figure and many are still seen. */
function coverFor(n: number): number {
  if (n <= 8) return 0.06
  return n <= 25 ? 0.065 : 0.075
}

/** Widths ∝ score: width = widthScale · score. */
export function widthsFor(score: Float64Array): { width: Float64Array; widthScale: number } {
  let largest = 0
  for (const value of score) if (value > largest) largest = value
  const widthScale = largest > 0 ? (score.length <= 40 ? WIDEST_OF_FEW : WIDEST) / largest : 0
  return { width: score.map((value) => widthScale * value), widthScale }
}
