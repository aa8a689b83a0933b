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

/** Round steps from just under the greatest to just under the least, and between them: 4,000, 2,000, 1,000. */
export function stepsOver({ least, greatest }: Span): number[] {
  if (!(greatest > 0)) return []
  const [top, foot] = [roundUnder(greatest), roundUnder(least)]
  // Values of one round step are told apart by a digit more.
  if (top === foot) return distinct([twoDigits(greatest), twoDigits(least)])
  return distinct([top, roundUnder(Math.sqrt(top * foot)), foot])
}

/** Round steps under the greatest value, each about a quarter of the one before: 4,000, 1,000, 200. */
function stepsUnder(greatest: number): number[] {
  if (!(greatest > 0)) return []
  const top = roundUnder(greatest)
  return distinct([top, roundUnder(top / 3.9), roundUnder(top / 19)])
}

const distinct = (values: readonly number[]): number[] => [...new Set(values)]

/** The largest of 1, 2, 3, 4, 5, 6 and 8 times a power of ten that is not above the value. */
function roundUnder(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9)
  const digit = [8, 6, 5, 4, 3, 2, 1].find((each) => each * power <= value * (1 + 1e-9)) ?? 1
  return Number((digit * power).toPrecision(1))
}

/** The value cut to two digits. */
function twoDigits(value: number): number {
  const power = 10 ** (Math.floor(Math.log10(value) + 1e-9) - 1)
  return Number((Math.floor(value / power + 1e-9) * power).toPrecision(2))
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
