import type { FigureRef } from '../../../shared/contract/explained-numbers.ts'
import type { OpenDataset } from '../../context.ts'

/** A figure of a computed index that is to be explained. */
export interface AskedFigure {
  dataset: OpenDataset
  asked: FigureRef
  /** Number of the entity among those of its kind, as `namesOf` counts them. */
  entity: number
  /** Number of the subject. */
  subject: number
  /** Base year of adjusted Share. */
  base: number
}
