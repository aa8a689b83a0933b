/** The axis of the tracks: logarithmic by percent, so that equal lengths are equal percentages; by amount linear, from 0. */
import type { Language } from '../domain/language.ts'
import { formatNumber } from '../format/numbers.ts'
import { ticksBetween } from '../figures/ticks.ts'
import type { RisingFigure } from '../figures/rising.ts'
import { xOf } from './chart-places.ts'
import type { LogAxis, Wishes } from './log-axis.ts'
import { logAxisOf } from './log-axis.ts'
import type { Rectangle } from './parts.ts'

/** A number on the axis. */
export const tickText = (value: number, language: Language): string =>
  formatNumber(value, value > 0 && value < 1 ? 1 : 0, language)

export const isLog = ({ sort }: Pick<RisingFigure, 'sort'>): boolean => sort === 'changePct'

export function trackAxisOf(
  figure: Pick<RisingFigure, 'sort' | 'floor'>,
  values: readonly number[],
  plot: Pick<Rectangle, 'x' | 'width'>,
  wishes: Wishes,
): LogAxis {
  return isLog(figure)
    ? logAxisOf(values, figure.floor, plot, wishes)
    : linearAxisOf(values, figure.floor, plot, wishes)
}

/** Room beyond the largest value. */
const BEYOND = 1.04
/** An axis of nothing at all still has a length. */
const LEAST_END = 0.01

function linearAxisOf(
  values: readonly number[],
  floor: { at: number } | null,
  { x, width }: Pick<Rectangle, 'x' | 'width'>,
  { size, measure, label, floorLabel }: Wishes,
): LogAxis {
  const max = Math.max(LEAST_END, ...values, floor?.at ?? 0) * BEYOND
  const axis = { min: 0, max, log: false }
  const place = (value: number) => xOf({ x, y: 0, width, height: 1 }, axis, value)
  const half = (text: string, weight: 400 | 600 = 400) => measure(text, size, weight) / 2
  const floorFrom = floor ? place(floor.at) - half(floorLabel, 600) : x
  const floorEnd = floor ? place(floor.at) + half(floorLabel, 600) : x
  for (let most = 6; ; most--) {
    const ticks = ticksBetween(0, max, most).filter((tick) => {
      const [at, reach] = [place(tick), half(label(tick))]
      const meetsFloor = floor && at + reach > floorFrom - size * 0.5 && at - reach < floorEnd + size * 0.5
      return !meetsFloor && at + reach <= x + width + size * 0.4
    })
    const apart = ticks.every((tick, i) => {
      const next = ticks[i + 1]
      return (
        next === undefined || place(next) - place(tick) >= half(label(tick)) + half(label(next)) + size * 0.6
      )
    })
    if (apart || most <= 2)
      return {
        axis: {
          ...axis,
          ticks: (apart ? ticks : ticks.slice(-1)).map((at) => ({ at, label: label(at) })),
          labels: 'none',
          grid: false,
        },
        floor: floor && { at: floor.at, label: floorLabel },
      }
  }
}
