/** Which values the scales of a network or a map show. */
import type { DrawnLegend } from '../../shared/contract/drawings.ts'

/** Least and greatest of what is drawn; nothing drawn is 0 to 0. */
export interface Span {
  least: number
  greatest: number
}

/** Of values above 0: a Share of 0 has no circle. */
export function spanOf(values: readonly number[]): Span {
  const drawn = values.filter((value) => value > 0)
  if (drawn.length === 0) return { least: 0, greatest: 0 }
  return drawn.reduce(
    ({ least, greatest }, value) => ({ least: Math.min(least, value), greatest: Math.max(greatest, value) }),
    { least: Infinity, greatest: 0 },
  )
}

/** A circle smaller than this cannot be read as one; the legend ends there. */
const LEAST_RADIUS = 2

/** Values nearer to one another than this are one step. */
const ALIKE = 1.1
/** A step between two needs room on both sides. */
const APART = 1.25

/** The greatest and the least of what is drawn, and a round value between them: 5,274, 2,000, 1,375. */
export function stepsOver({ least, greatest }: Span, between = Math.sqrt(greatest * least)): number[] {
  if (!(greatest > 0)) return []
  if (greatest < least * ALIKE) return [greatest]
  const middle = roundUnder(between)
  const isBetween = middle > least * APART && middle * APART < greatest
  return isBetween ? [greatest, middle, least] : [greatest, least]
}

/** Round steps under the greatest value, each about a quarter of the one before: 4,000, 1,000, 200. */
function stepsUnder(greatest: number): number[] {
  if (!(greatest > 0)) return []
  const top = roundUnder(greatest)
  return [...new Set([top, roundUnder(top / 3.9), roundUnder(top / 19)])]
}

/** The largest of 1, 2, 3, 4, 5, 6 and 8 times a power of ten that is not above the value. */
export function roundUnder(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9)
  const digit = [8, 6, 5, 4, 3, 2, 1].find((each) => each * power <= value * (1 + 1e-9)) ?? 1
  return Number((digit * power).toPrecision(1))
}

/**
 * The scales of a network or a map: circles largest first, strokes thinnest first.
 * @param shares of the circles drawn
 */
export function legendSteps(
  shares: Span,
  areaScale: number,
  largestScore: number,
  widthScale: number,
): DrawnLegend {
  const legible = areaScale > 0 ? Math.min((LEAST_RADIUS / areaScale) ** 2, shares.greatest) : 0
  const shown = { least: Math.max(shares.least, legible), greatest: shares.greatest }
  return {
    areas: stepsOver(shown).map((value) => ({ value, r: areaScale * Math.sqrt(value) })),
    widths: stepsUnder(largestScore)
      .reverse()
      .map((value) => ({ value, width: widthScale * value })),
  }
}
