/** The axis of a figure of rows: round values, as many as can be written side by side. */
import { formatNumber } from '../../format/numbers.ts'
import type { RowsSpec } from '../../figures/row-spec.ts'
import type { Measure } from '../../figures/text.ts'
import { tickDecimals, ticksBetween } from '../../figures/ticks.ts'
import { xOf } from '../chart-places.ts'
import type { Axis, Rectangle } from '../parts.ts'

const MOST_TICKS = 5

/** From the values to half a step beyond the longest: the last bar does not touch the edge. */
export function spanOf({ from, to, marks }: RowsSpec): { min: number; max: number } {
  if (!(to > from)) return { min: Math.min(0, from), max: Math.max(1, to) }
  const [first = 0, second = first + 1] = ticksBetween(from, to, MOST_TICKS)
  const half = (second - first) / 2
  const up = (value: number) => Number((Math.ceil(value / half - 1e-9) * half).toPrecision(12))
  const down = (value: number) => Number((Math.floor(value / half + 1e-9) * half).toPrecision(12))
  // A dot at the very edge would be cut in half.
  return marks === 'dots'
    ? { min: down(from - half * 0.3), max: up(to + half * 0.3) }
    : { min: down(from), max: up(to) }
}

/**
 * @param edge right end of what may be written
 * @param before room at the left of the plot that a word may reach into
 */
export function axisOf(
  spec: RowsSpec,
  span: { min: number; max: number },
  plot: Rectangle,
  { size, measure, edge, before }: { size: number; measure: Measure; edge: number; before: number },
): Axis {
  const plain = { ...span, log: false }
  // Three or more stand well apart; rather than less than that they stand closer.
  const tries = [5, 4, 3].map((most) => [most, 1.6]).concat([5, 4, 3, 2, 1].map((most) => [most, 0.6]))
  for (const [most = 1, apart = 1] of tries) {
    const values = ticksBetween(span.min, span.max, most)
    const decimals = tickDecimals(values)
    const write = (value: number) => formatNumber(value, decimals, spec.language)
    const widths = values.map((value) => measure(write(value), size, 400))
    const step = ((values[1] ?? Infinity) - (values[0] ?? 0)) / (span.max - span.min)
    if (step * plot.width < Math.max(...widths) + size * apart && most > 1) continue
    const ticks = values.map((at, i) => {
      const x = xOf(plot, plain, at)
      const half = (widths[i] ?? 0) / 2
      const outside = x + half > edge + 0.5 || x - half < plot.x - before
      return { at, label: outside ? '' : write(at) }
    })
    return { ...plain, ticks, labels: 'top', grid: true }
  }
  return { ...plain, ticks: [], labels: 'top', grid: true }
}
