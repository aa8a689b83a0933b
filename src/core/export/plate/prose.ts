/** The words of a page that is read, as they run on where they were broken into lines for a plate. */
import { joinLines } from '../../../shared/figures/text.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import { isAround } from './figure-alone.ts'

export interface Prose {
  /** A head; a term before what is said of it; a small label; text. */
  as: 'head' | 'term' | 'label' | 'text'
  text: string
}

export function proseOf(plate: Plate): Prose[] {
  return plate.parts.flatMap((part): Prose[] => {
    if (part.kind !== 'text' || isAround(part, plate)) return []
    const text = joinLines(part.lines.map((runs) => runs.map((run) => run.text).join('')))
    if (text.trim() === '') return []
    const isBold = part.weight === 600
    const as = part.role === 'label' ? (isBold ? 'head' : 'label') : isBold ? 'term' : 'text'
    return [{ as, text }]
  })
}
