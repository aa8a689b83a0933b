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

/**
 * Easily read values from the greatest to the least of what is drawn, and a round one between them: 5,200, 2,000 and
 * 1,400 of 5,274 to 1,375. None lies outside of what is drawn; where the two ends would fall together, they are exact.
 */
export function stepsOver(drawn: Span, between = Math.sqrt(drawn.greatest * drawn.least)): number[] {
  if (!(drawn.greatest > 0)) return []
  if (drawn.greatest < drawn.least * ALIKE) return [drawn.greatest]
  const [least, greatest] = readable(drawn)
  const middle = roundUnder(between)
  const isBetween = middle > least * APART && middle * APART < greatest
  return isBetween ? [greatest, middle, least] : [greatest, least]
}

/** Both ends moved inwards to two figures that count. */
function readable({ least, greatest }: Span): [least: number, greatest: number] {
  const to = (value: number, round: (value: number) => number) => {
    const unit = 10 ** (Math.floor(Math.log10(value) + 1e-9) - 1)
    return Number((round(Number((value / unit).toPrecision(12))) * unit).toPrecision(2))
  }
  const [low, high] = [to(least, Math.ceil), to(greatest, Math.floor)]
  return low < high ? [low, high] : [least, greatest]
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
 * @param scores of the links drawn
 */
export function legendSteps(shares: Span, areaScale: number, scores: Span, widthScale: number): DrawnLegend {
  const legible = areaScale > 0 ? Math.min((LEAST_RADIUS / areaScale) ** 2, shares.greatest) : 0
  const shown = { least: Math.max(shares.least, legible), greatest: shares.greatest }
  return {
    areas: stepsOver(shown).map((value) => ({ value, r: areaScale * Math.sqrt(value) })),
    widths: stepsOver(scores, scores.greatest / 2)
      .toReversed()
      .map((value) => ({ value, width: widthScale * value })),
  }
}
