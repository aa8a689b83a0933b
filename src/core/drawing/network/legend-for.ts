import type { DrawnLegend } from '../../../shared/contract/drawings.ts'
import { legendSteps } from '../legend-steps.ts'

/** Of the largest circle of a legend, so that its strip holds it. */
const MOST_RADIUS = 26

/** Round steps on the scales of a network, the areas no larger than the strip under the figure holds. */
export function legendFor(
  largestShare: number,
  largestScore: number,
  { areaScale, widthScale }: { areaScale: number; widthScale: number },
): DrawnLegend {
  const fitting = areaScale > 0 ? (MOST_RADIUS / areaScale) ** 2 : 0
  return legendSteps(Math.min(largestShare, fitting), areaScale, largestScore, widthScale)
}
