/** The axes of a city's lines: Shares, years, and the gaps where what is counted changes. */
import { shortScope } from '../../figures/names.ts'
import type { Measure } from '../../figures/text.ts'
import { ticksBetween, yearTicks } from '../../figures/ticks.ts'
import { formatNumber } from '../../format/numbers.ts'
import { translate } from '../../i18n/index.ts'
import { categoryX, yOf } from '../chart-places.ts'
import { label } from '../label.ts'
import type { Axis, Part, Rectangle } from '../parts.ts'
import type { CitySeries, SubjectLine } from './series-spec.ts'

/** Between the plot and the names, in sizes of a label. */
export const LEADER = 2
const MOST_HATCH = 1.7

export interface At {
  plot: Rectangle
  axis: Axis
  size: number
  measure: Measure
}

export function valueAxis(lines: readonly SubjectLine[], language: CitySeries['language']): Axis {
  const largest = Math.max(
    0,
    ...lines.flatMap(({ points }) =>
      points.flatMap((point) => (point ? [point.value, point.high ?? 0] : [])),
    ),
  )
  const ticks = ticksBetween(0, Math.max(largest, 1e-6) * 1.08, 4)
  const decimals = (ticks.at(-1) ?? 0) < 5 ? 1 : 0
  return {
    min: 0,
    max: Math.max(largest * 1.05, ticks.at(-1) ?? 1),
    log: false,
    ticks: ticks.map((tick) => ({
      at: tick,
      label: formatNumber(tick, tick === 0 ? 0 : decimals, language),
    })),
    labels: 'left',
    grid: true,
  }
}

export function intervals({ language, lines, slots }: CitySeries, { plot, axis, size }: At): Part[] {
  const parts = lines.flatMap(({ points }) =>
    points.flatMap((point, i): Part[] => {
      if (point?.low === undefined || point.high === undefined) return []
      const x = categoryX(plot, slots.length, i)
      return [
        {
          kind: 'line',
          x1: x,
          y1: yOf(plot, axis, point.low),
          x2: x,
          y2: yOf(plot, axis, point.high),
          tone: 'ink2',
          width: size * 0.08,
        },
      ]
    }),
  )
  return parts.length === 0
    ? []
    : [{ kind: 'group', name: translate(language, 'plates.city.intervals'), parts }]
}

/** Hatched where what is counted changes, with the number of journals on either side where it is known. */
export function breaks({ language, slots }: CitySeries, box: Rectangle, { plot, size, measure }: At): Part[] {
  const step = plot.width / Math.max(1, slots.length)
  const width = Math.min(step * 0.6, MOST_HATCH * size)
  const baseline = box.y + 1.8 * size
  const gaps = slots.flatMap((slot, i) => ('gap' in slot ? [i] : []))
  return gaps.flatMap((at, nth): Part[] => {
    const x = categoryX(plot, slots.length, at)
    const scopeAt = (i: number) => {
      const slot = slots[i]
      return slot && !('gap' in slot) ? shortScope(slot.scope, language) : ''
    }
    const [before, after] = [scopeAt(at - 1), scopeAt(at + 1)]
    const room = {
      before: x - width / 2 - (nth === 0 ? box.x : plot.x),
      after: plot.x + plot.width + LEADER * size - x,
    }
    const fits = (text: string, most: number) => text !== '' && measure(text, size, 400) + size * 0.5 <= most
    return [
      {
        kind: 'group',
        name: translate(language, 'plates.city.gap'),
        parts: [
          {
            kind: 'rect',
            box: { x: x - width / 2, y: plot.y - size * 0.35, width, height: plot.height + size * 0.35 },
            fill: 'bg',
            hatched: true,
          },
          ...(nth === 0 && fits(before, room.before)
            ? [
                label(before, x - width / 2 - size * 0.4, baseline, size, {
                  tone: 'ink3',
                  align: 'right' as const,
                }),
              ]
            : []),
          ...(gaps.length === 1 && fits(after, room.after)
            ? [label(after, x + width / 2 + size * 0.4, baseline, size, { tone: 'ink3' })]
            : []),
        ],
      },
    ]
  })
}

/** As many years as do not meet; the last is bold. */
export function yearWords({ slots }: CitySeries, { plot, size, measure }: At): Part[] {
  const step = plot.width / Math.max(1, slots.length)
  const width = measure('2000', size, 600) + size * 0.4
  const years = slots.flatMap((slot, i) => ('gap' in slot ? [] : [{ year: slot.year, i }]))
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last) return []
  const most = Math.max(1, Math.floor(((last.i - first.i + 1) * step) / width))
  const shown = new Set(yearTicks(first.year, last.year, most))
  return years
    .filter(({ year, i }) => shown.has(year) && (i === last.i || (last.i - i) * step >= width))
    .map(({ year, i }) =>
      label(String(year), categoryX(plot, slots.length, i), plot.y + plot.height + size * 1.45, size, {
        align: 'center',
        ...(i === last.i ? { weight: 600 as const } : { tone: 'ink3' as const }),
      }),
    )
}
