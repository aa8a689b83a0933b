import type { DrawnLegend } from '../../../shared/contract/drawings.ts'
import { LEGEND_RADIUS } from '../../../shared/figures/network/furniture.ts'
import type { Span } from '../legend-steps.ts'
import { legendSteps } from '../legend-steps.ts'

/** Round steps on the scales of a network, the circles no larger than the strip under the figure holds. */
export function legendFor(
  shares: Span,
  largestScore: number,
  { areaScale, widthScale }: { areaScale: number; widthScale: number },
): DrawnLegend {
  const fitting = areaScale > 0 ? (LEGEND_RADIUS / areaScale) ** 2 : 0
  const held = { least: Math.min(shares.least, fitting), greatest: Math.min(shares.greatest, fitting) }
  return legendSteps(held, areaScale, largestScore, widthScale)
}
