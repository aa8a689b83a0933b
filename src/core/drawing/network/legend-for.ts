import type { DrawnLegend } from '../../../shared/contract/drawings.ts'
import { LEGEND_RADIUS } from '../../../shared/figures/network/furniture.ts'
import type { Span } from '../legend-steps.ts'
import { legendSteps, roundUnder } from '../legend-steps.ts'

/** The scales of a network, the circles no larger than the strip under the figure holds. */
export function legendFor(
  shares: Span,
  largestScore: number,
  { areaScale, widthScale }: { areaScale: number; widthScale: number },
): DrawnLegend {
  const fitting = areaScale > 0 ? (LEGEND_RADIUS / areaScale) ** 2 : 0
  // Where the strip is too low for the largest circle drawn, the scale begins with a round value that it holds.
  const most = shares.greatest > fitting && fitting > 0 ? roundUnder(fitting) : shares.greatest
  const held = { least: Math.min(shares.least, most), greatest: most }
  return legendSteps(held, areaScale, largestScore, widthScale)
}
