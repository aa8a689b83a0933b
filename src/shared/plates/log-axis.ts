/** A logarithmic axis for values that may span decades, with words that do not touch and a floor where it is near. */
import type { Measure } from '../figures/text.ts'
import { logTicks } from '../figures/ticks.ts'
import { xOf } from './chart-places.ts'
import type { Axis, Rectangle, Tick } from './parts.ts'

export interface LogAxis {
  axis: Axis
  /** Its line and its words; null where none is asked, or where it lies too far below all values to be drawn. */
  floor: { at: number; label: string } | null
}

/** The part of the axis below a floor, and the least room beyond the values at both ends, as factors. */
const BELOW_FLOOR = 0.6
const BEYOND = 0.05
const LEAST_BEYOND = 1.12
/** A floor is drawn where the values fill at least this part of the axis. */
const LEAST_FILLED = 0.45

export interface Wishes {
  size: number
  measure: Measure
  label: (value: number) => string
  floorLabel: string
}

export function logAxisOf(
  all: readonly number[],
  floor: { at: number } | null,
  plot: Pick<Rectangle, 'x' | 'width'>,
  { size, measure, label, floorLabel }: Wishes,
): LogAxis {
  const values = all.filter((value) => value > 0)
  const [least, largest] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [1, 10]
  const beyond = Math.max(LEAST_BEYOND, (largest / least) ** BEYOND)
  const plain = { min: least / beyond, max: largest * beyond }
  const shown = floor && floorShown(floor.at, least, largest) ? floor : null
  const bounds = shown ? { min: Math.min(shown.at * BELOW_FLOOR, plain.min), max: plain.max } : plain
  const axis = { ...bounds, log: true }
  const half = (text: string, weight: 400 | 600 = 400) => measure(text, size, weight) / 2
  const floorEnd = shown ? xOf(plotOf(plot), axis, shown.at) + half(floorLabel, 600) : plot.x
  const fits = (tick: number) => {
    const x = xOf(plotOf(plot), axis, tick)
    const reach = half(label(tick))
    return (
      x - reach >= floorEnd + size * (shown ? 0.5 : -0.4) && x + reach <= plot.x + plot.width + size * 0.4
    )
  }
  const ticks = fittingTicks(axis, fits, (tick) => xOf(plotOf(plot), axis, tick), half, label, size)
  return {
    axis: { ...axis, ticks, labels: 'none', grid: false },
    floor: shown ? { at: shown.at, label: floorLabel } : null,
  }
}

const plotOf = ({ x, width }: Pick<Rectangle, 'x' | 'width'>): Rectangle => ({ x, y: 0, width, height: 1 })

function floorShown(floor: number, least: number, largest: number): boolean {
  if (floor >= largest) return true
  return (
    Math.log(largest / Math.min(least, largest / 1.5)) >=
    LEAST_FILLED * Math.log(largest / (floor * BELOW_FLOOR))
  )
}

/** The most ticks whose words stand at least half a letter's height apart. */
function fittingTicks(
  { min, max }: Pick<Axis, 'min' | 'max'>,
  fits: (tick: number) => boolean,
  xAt: (tick: number) => number,
  half: (text: string) => number,
  label: (value: number) => string,
  size: number,
): Tick[] {
  let best: number[] = []
  for (let most = 8; most >= 2; most--) {
    best = logTicks(min, max, most).filter(fits)
    const apart = best.every((tick, i) => {
      const next = best[i + 1]
      return next === undefined || xAt(next) - xAt(tick) >= half(label(tick)) + half(label(next)) + size * 0.6
    })
    if (apart) break
    best = best.slice(0, 1)
  }
  return best.map((at) => ({ at, label: label(at) }))
}
