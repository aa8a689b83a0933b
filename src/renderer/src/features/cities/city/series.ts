/** Adjusted Shares of a city by subject and year as lines; years without an article are gaps. */
import type { SeriesPoint } from '../../../../../shared/contract/cities.ts'
import { ticksBetween } from '../../../../../shared/figures/ticks.ts'

export interface SeriesLine {
  subject: string
  points: { x: number; y: number; value: number; year: number }[]
  path: string
  /** Value of the last year; null where there is none. */
  last: number | null
}

export interface SeriesPlot {
  years: { year: number; x: number }[]
  ticks: { value: number; y: number }[]
  lines: SeriesLine[]
}

/** @param box plot without its labels, in pixels */
export function seriesPlot(
  series: readonly SeriesPoint[],
  subjects: readonly string[],
  box: { left: number; top: number; width: number; height: number },
): SeriesPlot {
  const years = [...new Set(series.map(({ year }) => year))].sort((a, b) => a - b)
  const valueOf = (subject: string, year: number): number | null =>
    series.find((point) => point.subject === subject && point.year === year)?.adjustedShare ?? null
  const largest = Math.max(
    0,
    ...subjects.flatMap((subject) => years.map((year) => valueOf(subject, year) ?? 0)),
  )
  const end = largest === 0 ? 1 : largest * 1.05
  const step = years.length > 1 ? box.width / (years.length - 1) : 0
  const x = (index: number) => box.left + (years.length > 1 ? index * step : box.width / 2)
  const y = (value: number) => box.top + box.height - (value / end) * box.height
  const lines = subjects.map((subject) => {
    const values = years.map((year) => valueOf(subject, year))
    const points = values.flatMap((value, index) =>
      value === null ? [] : [{ x: x(index), y: y(value), value, year: years[index] as number }],
    )
    const path = values
      .map((value, index) => {
        if (value === null) return ''
        const joins = index > 0 && values[index - 1] !== null
        return `${joins ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
      })
      .join('')
    return { subject, points, path, last: values.at(-1) ?? null }
  })
  return {
    years: years.map((year, index) => ({ year, x: x(index) })),
    ticks: ticksBetween(0, end, 4).map((value) => ({ value, y: y(value) })),
    lines,
  }
}
