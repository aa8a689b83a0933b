/** From a figure's spec to the bytes of a file. The same input gives the same bytes. */
import type { PictureFormat } from '../../../shared/domain/file-formats.ts'
import { PICTURE_FORMATS } from '../../../shared/domain/file-formats.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { LANGUAGE_MARKS } from '../../../shared/domain/language.ts'
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import { figureTable } from '../../../shared/figures/data-table.ts'
import type { Scene } from '../../../shared/figures/scene.ts'
import type { FigureSpec } from '../../../shared/figures/spec.ts'
import type { FileStamp } from '../stamp.ts'
import { STAMP_NAME, stampText } from '../stamp.ts'
import { annotatePng } from './png.ts'
import { checkPixels, rasterise } from './rasterise.ts'
import { recordFigure } from './record-figure.ts'
import type { CitationLine } from './svg.ts'
import { writeSvg } from './svg.ts'
import { watermark, withBehind } from './watermark.ts'
import { textMetricsIn } from '../../drawing/text-metrics.ts'

const MM_PER_INCH = 25.4
/** px an inch in SVG and CSS. */
const PX_PER_INCH = 96

export interface RenderOptions {
  format: PictureFormat
  widthMm: number
  /** Without it the height the content wants. */
  heightMm?: number | undefined
  dpi: number
  theme: FigureTheme
  transparent: boolean
  /** Written into the file; its dates are the caller's. */
  citation: CitationLine[]
  /** Leads back to the view. */
  stamp?: FileStamp | undefined
  /** Words drawn lightly from corner to corner. */
  watermark?: string | undefined
  fontsDir: string
}

export interface RenderedFigure {
  fileName: string
  mime: string
  bytes: Uint8Array
  /** Pixels of a PNG; px of 1/96 inch of an SVG. */
  width: number
  height: number
}

const toPx = (mm: number) => (mm / MM_PER_INCH) * PX_PER_INCH
const mmText = (mm: number) => `${Number(mm.toFixed(2))}mm`

/** The figure in words, for readers who do not see it. */
function describe(spec: FigureSpec): string {
  const { head, rows } = figureTable(spec)
  const lines = [head, ...rows].map((cells) => cells.filter((cell) => cell !== '').join('; '))
  return [spec.subtitle, ...lines, ...spec.notes, spec.source].join('\n')
}

/** What a picture says beside its scene. */
export interface PictureWords {
  language: Language
  title: string
  subtitle: string
  source: string
  /** The figure in words, for readers who do not see it. */
  description: string
  fileStem: string
}

/** Height follows from the scene where it is not given. */
export type PictureOptions = Omit<RenderOptions, 'theme' | 'transparent' | 'watermark'> & {
  /** The part of the plane that is shown; without it the whole scene, stretched to the size asked for. */
  view?: { x: number; y: number; width: number; height: number } | undefined
}

/** @throws Error where the fonts cannot be read or the picture cannot be drawn */
export function renderFigure(spec: FigureSpec, options: RenderOptions): Promise<RenderedFigure> {
  const { widthMm, theme, transparent, fontsDir } = options
  const metrics = textMetricsIn(fontsDir)
  const height = options.heightMm === undefined ? undefined : toPx(options.heightMm)
  const scene = recordFigure(spec, { width: toPx(widthMm), height, theme, transparent }, metrics)
  if (options.watermark)
    scene.items = withBehind(scene.items, watermark(options.watermark, scene, theme, metrics), transparent)
  const heightMm = options.heightMm ?? (scene.height / PX_PER_INCH) * MM_PER_INCH
  return renderScene(scene, { ...spec, description: describe(spec) }, { ...options, heightMm })
}

/** A scene as the bytes of a file. @throws Error where the fonts cannot be read or the picture cannot be drawn */
export async function renderScene(
  scene: Scene,
  words: PictureWords,
  options: PictureOptions,
): Promise<RenderedFigure> {
  const { format, dpi, widthMm, citation, stamp, fontsDir, view } = options
  const heightMm = options.heightMm ?? (widthMm * scene.height) / scene.width
  const pixels = (mm: number) => Math.max(1, Math.round((mm / MM_PER_INCH) * dpi))
  const size = { width: pixels(widthMm), height: pixels(heightMm) }

  const svgOf = (width: string, height: string) =>
    writeSvg(scene, {
      width,
      height,
      view,
      language: LANGUAGE_MARKS[words.language].svg,
      title: words.title,
      description: words.description,
      citation: [...citation, ...stampLines(stamp)],
      covers: textMetricsIn(fontsDir).covers,
    })
  const { extension, mime } = PICTURE_FORMATS[format]
  const name = `${words.fileStem}_${words.language}_${Math.round(widthMm)}mm`
  switch (format) {
    case 'svg': {
      const bytes = new TextEncoder().encode(svgOf(mmText(widthMm), mmText(heightMm)))
      const px = { width: Math.round(toPx(widthMm)), height: Math.round(toPx(heightMm)) }
      return { fileName: `${name}.${extension}`, mime, bytes, ...px }
    }
    case 'png': {
      checkPixels(size)
      const { png } = await rasterise(svgOf(String(size.width), String(size.height)), fontsDir, size)
      const bytes = annotatePng(png, dpi, [...notesOf(words, citation), ...stampLines(stamp)])
      return { fileName: `${name}_${dpi}dpi.${extension}`, mime, bytes, ...size }
    }
  }
}

/** What a PNG says of itself. */
function notesOf(words: PictureWords, citation: readonly CitationLine[]): [string, string][] {
  return [
    ['Title', words.title],
    ['Description', words.subtitle],
    ['Source', words.source],
    ['Comment', citation.map(([label, value]) => `${label}: ${value}`).join('\n')],
    ['Software', 'Science Cities'],
  ]
}

const stampLines = (stamp: FileStamp | undefined): [string, string][] =>
  stamp ? [[STAMP_NAME, stampText(stamp)]] : []
