/** The axis that the bars of printed changes share. */
import type { PrintedChange } from '../../../../shared/contract/changes.ts'
import { tickDecimals, ticksBetween } from '../../../../shared/figures/ticks.ts'

export interface PercentAxis {
  min: number
  max: number
  ticks: number[]
  decimals: number
}

/** An axis through 0 with a little room at both ends; null without a percentage. */
export function percentAxis(changes: readonly PrintedChange[]): PercentAxis | null {
  const values = changes.filter(({ unit }) => unit === 'percent').map(({ value }) => value)
  if (values.length === 0) return null
  const [least, largest] = [Math.min(0, ...values), Math.max(0, ...values)]
  const room = (largest - least || 1) * 0.03
  const [min, max] = [least < 0 ? least - room : 0, largest > 0 ? largest + room : 0]
  const ticks = ticksBetween(min, max, 5)
  return { min, max, ticks, decimals: tickDecimals(ticks) }
}

/** Where a bar begins and how long it is, as parts of the axis. */
export function barOn({ min, max }: PercentAxis, value: number): { from: number; length: number } {
  const place = (at: number) => (at - min) / (max - min)
  return { from: place(Math.min(0, value)), length: Math.abs(value) / (max - min) }
}
