import type { DrawnLegend } from '../../shared/contract/drawings.ts'

/** Round steps under the largest value, each about a quarter of the one before: 4,000, 1,000, 200. */
function stepsUnder(largest: number): number[] {
  if (!(largest > 0)) return []
  const top = roundUnder(largest)
  return [...new Set([top, roundUnder(top / 3.9), roundUnder(top / 19)])]
}

/** The largest of 1, 2, 3, 4, 5, 6 and 8 times a power of ten that is not above the value. */
function roundUnder(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9)
  const digit = [8, 6, 5, 4, 3, 2, 1].find((each) => each * power <= value * (1 + 1e-9)) ?? 1
  return Number((digit * power).toPrecision(1))
}

/** The scales of a network or a map: circles largest first, strokes thinnest first. */
export function legendSteps(
  largestShare: number,
  areaScale: number,
  largestScore: number,
  widthScale: number,
): DrawnLegend {
  return {
    areas: stepsUnder(largestShare).map((value) => ({ value, r: areaScale * Math.sqrt(value) })),
    widths: stepsUnder(largestScore)
      .reverse()
      .map((value) => ({ value, width: widthScale * value })),
  }
}
