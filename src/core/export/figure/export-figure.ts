import { join } from 'node:path'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { PictureFormat } from '../../../shared/domain/file-formats.ts'
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { FigureSpec } from '../../../shared/figures/spec.ts'
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import { PALETTES } from '../../../shared/figures/palette.ts'
import type { Scene, SceneItem } from '../../../shared/figures/scene.ts'
import { num } from '../../../shared/figures/scene.ts'
import { fitView } from './fit-view.ts'
import type { PictureWords, RenderedFigure } from './render-figure.ts'
import { renderFigure, renderScene } from './render-figure.ts'
import { textMetricsIn } from '../../drawing/text-metrics.ts'
import { watermark, withBehind } from './watermark.ts'
import type { FileStamp } from '../stamp.ts'
import type { CitationLine } from './svg.ts'

export interface FigureMarks {
  /** The citation block, already in the language of the figure: dataset and version, sources, filters, method, app. */
  citation: CitationLine[]
  /** Leads back to the view. */
  stamp?: FileStamp | undefined
  /** Words drawn lightly across the figure, such as those of the sample. */
  watermark?: string | undefined
  /** Folder with `fonts/`. */
  resourcesDir: string
}

type FigureSize = Pick<
  ParsedInputOf<'exports.figure'>,
  'theme' | 'widthMm' | 'heightMm' | 'dpi' | 'transparent'
> & { format: PictureFormat }

/** Draws the file that `exports.figure` answers with. The spec comes from `toFigure` with the same language. */
export async function exportFigure(
  spec: FigureSpec,
  request: FigureSize,
  marks: FigureMarks,
): Promise<ExportedFile> {
  const { format, theme, widthMm, heightMm, dpi, transparent } = request
  const { citation, watermark, resourcesDir } = marks
  const fontsDir = join(resourcesDir, 'fonts')
  const file = await renderFigure(spec, {
    format,
    theme,
    widthMm,
    heightMm,
    dpi,
    transparent,
    citation,
    stamp: marks.stamp,
    watermark,
    fontsDir,
  })
  return exported(file)
}

/**
 * The same of a scene in figure units. Its height follows its proportions; on a page of others it is shown whole, in the
 * middle.
 */
export async function exportScene(
  scene: Scene,
  words: PictureWords,
  { format, theme, widthMm, heightMm, dpi, transparent }: FigureSize,
  { citation, stamp, watermark: mark, resourcesDir }: FigureMarks,
): Promise<ExportedFile> {
  const fontsDir = join(resourcesDir, 'fonts')
  const view = fitView(scene, { width: widthMm, height: heightMm ?? (widthMm * scene.height) / scene.width })
  const metrics = textMetricsIn(fontsDir)
  const items = [
    ...(transparent ? [] : [background(view, theme)]),
    ...(mark ? withBehind(scene.items, watermark(mark, scene, theme, metrics), transparent) : scene.items),
  ]
  const file = await renderScene({ ...scene, items }, words, {
    format,
    widthMm,
    heightMm,
    dpi,
    citation,
    stamp,
    fontsDir,
    view,
  })
  return exported(file)
}

function background(view: ReturnType<typeof fitView>, theme: FigureTheme): SceneItem {
  const { x, y, width, height } = view
  const d = `M${num(x)} ${num(y)}h${num(width)}v${num(height)}h${num(-width)}z`
  const fill = PALETTES[theme].bg
  const plain = { stroke: null, strokeWidth: 0, dash: [], cap: 'butt', join: 'miter', evenOdd: false }
  return { type: 'path', d, fill, ...plain, opacity: 1, clip: null }
}

function exported(file: RenderedFigure): ExportedFile {
  return {
    fileName: file.fileName,
    mime: file.mime,
    bytes: new Uint8Array(file.bytes),
    width: file.width,
    height: file.height,
  }
}
