/** What a figure comes to before it has a size: a chart's spec, or a scene with what the file says beside it. */
import type { ViewFigureKind, FigureOf } from '../../../../shared/contract/exports.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { FigureTheme } from '../../../../shared/figures/palette.ts'
import type { Scene } from '../../../../shared/figures/scene.ts'
import type { FigureSpec } from '../../../../shared/figures/spec.ts'
import type { ReaderContext } from '../../../context.ts'
import type { FileStamp } from '../../stamp.ts'
import type { PictureWords } from '../render-figure.ts'

/** A figure that a view shows as it leaves. */
export type ViewFigure = FigureOf<ViewFigureKind>

export interface FigureLook {
  /** Of the file, and with it of the drawing. */
  language: Language
  /** In place of the computed one. */
  title?: string | undefined
  theme: FigureTheme
  transparent: boolean
}

export interface AnsweredFigure {
  picture: { spec: FigureSpec } | { scene: Scene; words: PictureWords }
  /** Those in force, with the defaults that the query filled in. */
  filters: Record<string, unknown>
  /** Of a layout. */
  seed?: number
  /** What it shows, for files whose digits cannot be read back. */
  numbers: FileStamp['numbers']
}

/** @throws AppError of the query or the drawing. */
export type FigureAnswerer<K extends ViewFigureKind> = (
  figure: FigureOf<K>,
  look: FigureLook,
  context: ReaderContext,
) => AnsweredFigure | Promise<AnsweredFigure>
