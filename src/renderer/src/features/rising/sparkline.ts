/** A series of years as the path of a small line; years without an article are gaps that no line crosses. */

export interface Sparkline {
  /** Path data of the runs of two or more years. */
  path: string
  /** Every year with a value. */
  dots: { x: number; y: number; index: number }[]
}

/** @param inset room for the dots at every edge, in the units of `width` and `height` */
export function sparkline(
  series: readonly (number | null)[],
  width: number,
  height: number,
  inset = 2.5,
): Sparkline {
  const end = Math.max(0, ...series.filter((value) => value !== null))
  const step = series.length > 1 ? (width - 2 * inset) / (series.length - 1) : 0
  // A line begins at 0: the height is the Share, not the place between its extremes.
  const y = (value: number) => height - inset - (end === 0 ? 0 : (value / end) * (height - 2 * inset))
  const dots = series.flatMap((value, index) =>
    value === null ? [] : [{ x: inset + index * step, y: y(value), index }],
  )
  const path = dots
    .map((dot, i) => {
      const joins = dots[i - 1]?.index === dot.index - 1
      return `${joins ? 'L' : 'M'}${dot.x.toFixed(1)} ${dot.y.toFixed(1)}`
    })
    .join('')
  return { path, dots }
}
