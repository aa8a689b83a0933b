/** The axis of the bar column: it stands in the table's head and its rules run through the rows. */
import { tickDecimals, ticksBetween } from '../figures/ticks.ts'

export interface Scale {
  /** Value at the right edge. */
  end: number
  ticks: number[]
  decimals: number
  /** Distance between two rules as a percentage of the column. */
  step: string
}

/** An axis from 0 with at most four ticks that leaves a little room beyond the longest bar; null without a value. */
export function scaleFor(values: readonly (number | null)[]): Scale | null {
  const largest = Math.max(0, ...values.filter((value) => value !== null))
  if (largest === 0) return null
  const end = largest * 1.035
  const ticks = ticksBetween(0, end, 4)
  const distance = (ticks[1] ?? end) - (ticks[0] ?? 0)
  return { end, ticks, decimals: tickDecimals(ticks), step: `${(distance / end) * 100}%` }
}
