/** Each city's value divided by the reference's, row by row on a logarithmic axis; the reference is the axis. */
import { text } from '../label.ts'
import { formatNumber, printedDecimals } from '../../format/numbers.ts'
import { translate } from '../../i18n/index.ts'
import { differenceFrom } from '../../domain/difference.ts'
import { xOf } from '../chart-places.ts'
import type { Axis, ChartPart, Part, Rectangle } from '../parts.ts'
import type { PlateOptions } from '../plate.ts'
import { spreadApart } from '../spread.ts'
import { LETTER_GAP, LETTER_SIDE } from './panel-marks.ts'
import type { CompareSpec } from './spec.ts'

type Asked = Pick<PlateOptions, 'language' | 'measure'>

/** By row, then by city; null where there is no ratio to write. */
function ratiosOf({ rows, cities, reference }: CompareSpec, others: readonly number[]): (number | null)[][] {
  return rows.map(({ values }) =>
    cities.map((_, at) => {
      const ratio = !others.includes(at)
        ? null
        : (differenceFrom(values[reference], values[at])?.ratio ?? null)
      return ratio !== null && ratio > 0 ? ratio : null
    }),
  )
}

export function stripParts(
  spec: CompareSpec,
  others: readonly number[],
  box: Rectangle,
  size: number,
  options: Asked,
): Part[] {
  const ratios = ratiosOf(spec, others)
  const known = ratios.flat().filter((ratio) => ratio !== null)
  if (known.length === 0) return []
  const axis = axisOf(ratios, box, size, options, spec.cities[spec.reference]?.letter ?? 'A')
  const reference = xOf(box, axis, 1)
  const chart = chartOf(spec, others, ratios, axis, box, size, options)
  return [
    chart,
    {
      kind: 'line',
      x1: reference,
      y1: box.y,
      x2: reference,
      y2: box.y + box.height,
      tone: 'ink',
      width: 0.9,
    },
    ...tickWords(axis, box, size),
    ...letters(spec, ratios, axis, box, size),
  ]
}

/** Wider where one side of the reference would not hold a row's letters beside one another. */
function roomy(
  from: number,
  to: number,
  box: Rectangle,
  size: number,
  rows: readonly (readonly (number | null)[])[],
): [number, number] {
  const most = (isOf: (ratio: number) => boolean) =>
    Math.max(0, ...rows.map((row) => row.filter((ratio) => ratio !== null && isOf(ratio)).length))
  // Half a gap more, as letters about the reference keep off it.
  const least = (count: number) => (count === 0 ? 0 : (count - 0.4) * LETTER_GAP * size)
  const [left, right] = [least(most((ratio) => ratio < 1)), least(most((ratio) => ratio >= 1))]
  let [min, max] = [from, to]
  for (let i = 0; i < 60; i++) {
    const reference = xOf(box, { min, max, log: true }, 1)
    const isShort = [reference - box.x < left, box.x + box.width - reference < right] as const
    if (isShort[0]) min *= 0.95
    if (isShort[1]) max /= 0.95
    if (!isShort[0] && !isShort[1]) break
  }
  return [min, max]
}

/** Steps of about three, or finer ones where the ratios are near to one another. */
const COARSE = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000]
const FINE = [0.2, 0.5, 0.8, 1, 1.25, 2, 5]

function axisOf(
  rows: readonly (readonly (number | null)[])[],
  box: Rectangle,
  size: number,
  { language, measure }: Asked,
  letter: string,
): Axis {
  const ratios = rows.flat().filter((ratio) => ratio !== null)
  // Letters stand whole inside the strip.
  const [low, high] = [Math.min(1, ...ratios), Math.max(1, ...ratios)]
  const inner = Math.max(0.2, 1 - (2 * size * LETTER_SIDE) / box.width)
  const room = Math.max(Math.log(high / low), Math.log(1.5)) * ((1 / inner - 1) / 2) + 0.02
  const [min, max] = roomy(low * Math.exp(-room), Math.max(high, low * 1.5) * Math.exp(room), box, size, rows)
  const within = (steps: readonly number[]) => steps.filter((at) => at > min && at < max)
  const chosen = within(COARSE).length >= 3 ? within(COARSE) : within(FINE)
  const all = chosen.map((at) => ({
    at,
    bold: at === 1,
    label:
      at === 1
        ? translate(language, 'plates.compare.same', { letter })
        : translate(language, 'plates.compare.times', {
            value: formatNumber(at, printedDecimals(at, 3), language),
          }),
  }))
  // What would meet the word of the reference, or a word before, is not written.
  const free = { min, max, log: true }
  const spans: [number, number][] = []
  const shown = all
    .toSorted((a, b) => Number(b.bold) - Number(a.bold))
    .filter(({ at, label, bold }) => {
      const half = measure(label, size, bold ? 600 : 400) / 2 + size * 0.4
      const x = xOf(box, free, at)
      if (x - half < box.x - size * 0.9 || x + half > box.x + box.width + size * 0.9) return bold
      if (spans.some(([from, to]) => x - half < to && x + half > from)) return false
      spans.push([x - half, x + half])
      return true
    })
  return { ...free, ticks: shown.sort((a, b) => a.at - b.at), labels: 'none', grid: true }
}

function tickWords(axis: Axis, box: Rectangle, size: number): Part[] {
  return axis.ticks.map(({ at, label, bold = false }) =>
    text(
      label,
      xOf(box, axis, at),
      box.y - size * 0.65,
      size,
      bold ? 'ink' : 'ink3',
      'center',
      bold ? 600 : 400,
    ),
  )
}

/** Dots at the ratios, and a line from the reference to the farthest of a row on either side. */
function chartOf(
  { rows, cities, reference: own }: CompareSpec,
  others: readonly number[],
  ratios: readonly (number | null)[][],
  axis: Axis,
  plot: Rectangle,
  size: number,
  { language }: Asked,
): ChartPart {
  const reference = cities[own]?.letter ?? 'A'
  const empty = others.map(() => null)
  const sheetRows = rows.flatMap(({ name }, i) => {
    const of = ratios[i] ?? []
    const known = of.filter((ratio) => ratio !== null)
    const y = rows.length - i - 0.5
    const ends: [number | null, number | null] =
      known.length === 0 ? [null, null] : [Math.min(1, ...known), Math.max(1, ...known)]
    return [
      [name, y, ...others.map((at) => of[at] ?? null), ends[0]],
      ['', y, ...empty, ends[1]],
      ['', null, ...empty, null],
    ]
  })
  return {
    kind: 'chart',
    name: translate(language, 'plates.compare.strip', { reference }),
    alt: translate(language, 'plates.compare.strip', { reference: cities[own]?.name ?? '' }),
    type: 'xy',
    plot,
    sheet: {
      head: ['', 'y', ...others.map((at) => `${cities[at]?.letter ?? ''} ÷ ${reference}`), 'x'],
      rows: sheetRows,
    },
    series: [
      { column: 1, xColumn: 2 + others.length, tone: 'data3', line: 0.9, mark: null },
      ...others.map((at, i) => ({
        column: 1,
        xColumn: 2 + i,
        tone: cities[at]?.look.badge ?? ('ink' as const),
        line: null,
        mark: {
          shape: 'circle' as const,
          size: size * 0.4,
          tone: cities[at]?.look.badge ?? ('ink' as const),
          hollow: false,
        },
      })),
    ],
    value: { min: 0, max: rows.length, log: false, ticks: [], labels: 'none', grid: false },
    x: axis,
    size,
    format: '0.00',
  }
}

/** On the side of the reference where their dots are, each as near to its dot as the others allow. */
function letters(
  { cities, rows }: CompareSpec,
  ratios: readonly (number | null)[][],
  axis: Axis,
  box: Rectangle,
  size: number,
): Part[] {
  const side = size * LETTER_SIDE
  const gap = size * LETTER_GAP
  const reference = xOf(box, axis, 1)
  return ratios.flatMap((of, row) => {
    const present = cities.flatMap((city, at) => {
      const ratio = of[at]
      return ratio === null || ratio === undefined ? [] : [{ city, x: xOf(box, axis, ratio) }]
    })
    const less = present.filter(({ x }) => x < reference)
    const more = present.filter(({ x }) => x >= reference)
    const meet = less.some(({ x }) => reference - x < gap) && more.some(({ x }) => x - reference < gap)
    const off = meet ? gap / 2 : 0
    const xs = (those: typeof present) => those.map(({ x }) => x)
    const placed = [
      ...spreadApart(xs(less), gap, box.x - side / 2, reference - off),
      ...spreadApart(xs(more), gap, reference + off, box.x + box.width + side / 2),
    ]
    const y = box.y + ((row + 0.5) * box.height) / rows.length
    return [...less, ...more].map(({ city }, i): Part => ({
      kind: 'badge',
      x: placed[i] ?? 0,
      y,
      letter: city.letter,
      side,
      size,
      tone: city.look.badge,
    }))
  })
}
