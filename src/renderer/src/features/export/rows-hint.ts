/** How many rows a page of a figure takes, to be said before they are chosen. */
import { rowsHeld } from '../../../../shared/plates/rows/columns.ts'
import type { FigureOffer } from '../../stores/useExport.ts'

export interface RowsHint {
  /** Of the words of the hint. */
  key: 'columns' | 'pages'
  values: { label: number; one: number; next: number; two: number }
}

/** Figures whose rows stand one under the other. */
const IN_ROWS: ReadonlySet<FigureOffer['of']> = new Set<FigureOffer['of']>([
  'ranking-bars',
  'count-per-share',
  'city-institutions',
  'pairs',
])
/** Frames of this width, in sizes of a label, take two columns. */
const TWO_COLUMNS = 50

/**
 * @param frame of the page that is seen, in points
 * @param label size of its labels
 * @returns null of figures that lay out any number in their own way
 */
export function rowsHint(
  of: FigureOffer['of'] | undefined,
  frame: { width: number; height: number } | undefined,
  label: number | undefined,
): RowsHint | null {
  if (!of || !IN_ROWS.has(of) || !frame || !label) return null
  const one = rowsHeld(frame.height, label)
  const key = frame.width >= TWO_COLUMNS * label ? 'columns' : 'pages'
  return { key, values: { label, one, next: one + 1, two: 2 * one } }
}
