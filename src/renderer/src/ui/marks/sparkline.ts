/** A series of years as a small line: years without a value are gaps, and no line crosses from one scope to another. */

export interface SparkYear {
  year: number
  /** What is counted in that year; null where all years count the same. */
  scope: string | null
}

export interface Sparkline {
  /** Path data of the runs of two or more years. */
  path: string
  /** Every year with a value. */
  dots: { x: number; y: number; index: number }[]
  /** Between two scopes. */
  breaks: number[]
}

/** @param inset room for the dots at every edge, in the units of `width` and `height` */
export function sparkline(
  values: readonly (number | null)[],
  years: readonly SparkYear[],
  { width, height, inset = 3 }: { width: number; height: number; inset?: number },
): Sparkline {
  const most = Math.max(0, ...values.filter((value) => value !== null))
  // Places follow the years, so that a year without any value still takes its room; a change of scope takes one more.
  const places: number[] = []
  years.forEach(({ year, scope }, i) => {
    const before = years[i - 1]
    const step = !before ? 0 : before.scope === scope ? Math.max(1, year - before.year) : 1
    places.push((places.at(-1) ?? 0) + step)
  })
  const last = places.at(-1) ?? 0
  const x = (i: number) => inset + (last === 0 ? 0.5 : (places[i] ?? 0) / last) * (width - 2 * inset)
  // A line begins at 0: the height is the Share, not the place between its extremes.
  const y = (value: number) => height - inset - (most === 0 ? 0 : (value / most) * (height - 2 * inset))
  const dots = values.flatMap((value, index) => (value === null ? [] : [{ x: x(index), y: y(value), index }]))
  const joined = (a: number, b: number) => b === a + 1 && years[a]?.scope === years[b]?.scope
  const path = dots
    .map((dot, i) => {
      const before = dots[i - 1]
      const joins = before !== undefined && joined(before.index, dot.index)
      return `${joins ? 'L' : 'M'}${dot.x.toFixed(1)} ${dot.y.toFixed(1)}`
    })
    .join('')
  const breaks = years.flatMap(({ scope }, i) =>
    i > 0 && years[i - 1]?.scope !== scope ? [(x(i - 1) + x(i)) / 2] : [],
  )
  return { path, dots, breaks }
}
