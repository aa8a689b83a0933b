/** Places on the axis of text sizes. */
import type { FigurePreview } from '../../../../shared/contract/exports.ts'
import type { TypeScale } from '../../../../shared/domain/figure-presets.ts'

export type TextSize = FigurePreview['sizes'][number]

export const AXIS = { left: 10, right: 570, width: 596 } as const
const MOST = 28

export interface Axis {
  from: number
  to: number
  ticks: number[]
}

/** From a little under the smallest that may be to 28 points; poster type reaches further. */
export function axisOf(type: Pick<TypeScale, 'least'>, sizes: readonly TextSize[]): Axis {
  const smallest = Math.min(type.least, ...sizes.map(({ points }) => points))
  const largest = Math.max(...sizes.filter(({ role }) => role !== 'number').map(({ points }) => points), 0)
  const from = smallest >= 9 ? 8 : Math.floor(smallest / 2) * 2 - 2
  const step = largest > MOST ? 8 : 4
  const to = Math.max(MOST, Math.ceil(largest / step) * step)
  const first = Math.ceil(from / step) * step
  const ticks = Array.from({ length: Math.floor((to - first) / step) + 1 }, (_none, i) => first + i * step)
  return { from, to, ticks: [...new Set([from, ...ticks])] }
}

/** A size beyond the axis stands at its end. */
export const placeOf = (points: number, { from, to }: Axis): number =>
  AXIS.left + ((Math.min(points, to) - from) / (to - from)) * (AXIS.right - AXIS.left)

export interface Mark {
  x: number
  /** Middle of its words. */
  at: number
  text: string
}

/** Words over their marks, pushed apart where two would touch. @param width of a text in px */
export function wordsApart(
  marks: readonly { x: number; text: string }[],
  width: (text: string) => number,
): Mark[] {
  const GAP = 8
  const placed: Mark[] = []
  let end = -Infinity
  for (const { x, text } of marks) {
    const half = width(text) / 2
    const at = Math.max(x, end + GAP + half, half)
    placed.push({ x, at, text })
    end = at + half
  }
  // What was pushed over the end is brought back, and what stands before it gives way.
  let limit: number = AXIS.width
  for (const mark of placed.toReversed()) {
    const half = width(mark.text) / 2
    mark.at = Math.min(mark.at, limit - half)
    limit = mark.at - half - GAP
  }
  return placed
}
