/** Points of a drawn plate that a reader walks through. */
export interface PlatePoint {
  /** px, of the plate. */
  x: number
  y: number
  line: number
  /** From left to right; of a later panel above all of those before it. */
  place: number
  /** In the right half: its words stand left of it. */
  isRight: boolean
  says: string
}

const STEPS: Readonly<Record<string, [line: number, place: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
}

/**
 * To the next point of the line, or to the next line's point of the same place; the point itself where none follows.
 * Null for a key that is no arrow.
 */
export function nextPoint(
  points: readonly Pick<PlatePoint, 'line' | 'place'>[],
  at: number,
  key: string,
): number | null {
  const step = STEPS[key]
  const from = points[at]
  if (!step || !from) return null
  const [dLine, dPlace] = step
  let next = at
  let least = Infinity
  points.forEach(({ line, place }, i) => {
    const isAhead =
      dPlace === 0
        ? place === from.place && (line - from.line) * dLine > 0
        : line === from.line && (place - from.place) * dPlace > 0
    const far = Math.abs(line - from.line) + Math.abs(place - from.place)
    if (!isAhead || far >= least) return
    next = i
    least = far
  })
  return next
}
