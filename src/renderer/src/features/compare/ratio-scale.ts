/** One logarithmic scale for all ratios to the reference, and where letters stand on it. */
import type { DifferenceRow } from './difference-rows.ts'
import { spreadApart } from '../../../../shared/plates/spread.ts'

export interface RatioScale {
  min: number
  max: number
  /** Written over it; 1 is among them. */
  ticks: number[]
}

/** Beyond these a letter stands at the edge. */
const LEAST = 0.01
const MOST = 100
const COARSE = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100]
const MIDDLE = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]
const FINE = [0.5, 0.8, 1, 1.25, 2]

const clamped = (ratio: number) => Math.min(MOST, Math.max(LEAST, ratio))

/** Null where no ratio is known. */
export function ratioScale(rows: readonly DifferenceRow[]): RatioScale | null {
  const ratios = rows.flatMap(({ cells }) =>
    cells.flatMap(({ ratio }) => (ratio === null || ratio <= 0 ? [] : [clamped(ratio)])),
  )
  if (ratios.length === 0) return null
  const min = Math.min(0.75, ...ratios) / 1.25
  const max = Math.max(1.33, ...ratios) * 1.25
  const within = (steps: readonly number[]) => steps.filter((step) => step >= min && step <= max)
  const ticks = [COARSE, MIDDLE].map(within).find(({ length }) => length >= 3) ?? within(FINE)
  return { min, max, ticks }
}

/** Part of the scale's length at a ratio, from 0 to 1. */
export const partAt = ({ min, max }: RatioScale, ratio: number): number =>
  Math.min(1, Math.max(0, Math.log(ratio / min) / Math.log(max / min)))

/** The ticks whose words keep `room` px apart on a scale of `width` px: 1 first, then from the ends. */
export function spacedTicks(scale: RatioScale, width: number, room: number): number[] {
  const order = scale.ticks.toSorted((a, b) => Number(b === 1) - Number(a === 1))
  const taken: number[] = []
  return order
    .filter((tick) => {
      const x = partAt(scale, tick) * width
      if (taken.some((other) => Math.abs(other - x) < room)) return false
      taken.push(x)
      return true
    })
    .sort((a, b) => a - b)
}

/** Where the letters of a row stand, in px from the left: each as near to its ratio as the others allow. */
export function letterPlaces(
  scale: RatioScale,
  cells: DifferenceRow['cells'],
  width: number,
  side = 15,
): { at: number; x: number }[] {
  const known = cells.flatMap(({ ratio }, at) =>
    ratio === null || ratio <= 0 ? [] : [{ at, x: partAt(scale, clamped(ratio)) * width }],
  )
  const places = spreadApart(
    known.map(({ x }) => x),
    side,
    side / 2,
    width - side / 2,
  )
  return known.map(({ at }, i) => ({ at, x: places[i] ?? 0 }))
}
