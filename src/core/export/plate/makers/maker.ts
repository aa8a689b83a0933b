/** What makes the plates of a kind of figure: the view's own query, the spec of its answer, and the layout. */
import type { FigureKind, FigureOf } from '../../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../../shared/contract/index.ts'
import type { FigurePreset } from '../../../../shared/domain/figure-presets.ts'
import type { Measure } from '../../../../shared/figures/text.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import type { ReaderContext } from '../../../context.ts'

/** How the plates are to look: the request without its figure and its file. */
export type PlateLook = Pick<
  ParsedInputOf<'exports.figure'>,
  'language' | 'title' | 'subtitle' | 'theme' | 'transparent' | 'arrow' | 'include' | 'page' | 'alt' | 'date'
> & {
  preset: FigurePreset
  /** Points, of the face that the file is shown in; with slack where readers' faces are wider. */
  measure: Measure
}

export interface MadePlates {
  /** One, or several where the rows do not fit one page. */
  plates: Plate[]
  /** Those in force, with the defaults that the query filled in. */
  filters: Record<string, unknown>
  /** Of a layout. */
  seed?: number
}

/** @throws AppError of the query or the drawing. */
export type PlateMaker<K extends FigureKind> = (
  figure: FigureOf<K>,
  look: PlateLook,
  context: ReaderContext,
) => MadePlates | Promise<MadePlates>
