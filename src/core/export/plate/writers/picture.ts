/** A plate as a picture: SVG with real text, or PNG. The first plate; a picture holds no second page. */
import { LANGUAGE_MARKS } from '../../../../shared/domain/language.ts'
import { POINTS_PER_MM, PX_PER_POINT } from '../../../../shared/domain/figure-presets.ts'
import type { Scene } from '../../../../shared/figures/scene.ts'
import { linesOf } from '../../../../shared/figures/scene.ts'
import type { Weight } from '../../../../shared/figures/text.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import { plateScene } from '../../../../shared/plates/to-scene.ts'
import { drawnWeight } from '../../../drawing/text-metrics.ts'
import { fontFaceRules } from '../../fonts/font-face.ts'
import { annotatePng } from '../../figure/png.ts'
import { checkPixels, rasterise } from '../../figure/rasterise.ts'
import { writeSvg } from '../../figure/svg.ts'
import { STAMP_NAME, stampText } from '../../stamp.ts'
import type { PlateWriter, WriteOptions } from './writer.ts'

/**
 * @param size as written in the file, e.g. `180mm`, or pixels
 * @param fontsDir where the face is to be brought along
 */
export function plateSvg(
  plate: Plate,
  { metrics, citation, stamp }: Pick<WriteOptions, 'metrics' | 'citation' | 'stamp'>,
  size: { width: string; height: string },
  fontsDir?: string,
): string {
  const scene = plateScene(plate, metrics.width)
  return writeSvg(scene, {
    ...size,
    faces: fontsDir === undefined ? undefined : facesOf(scene, metrics, fontsDir),
    language: LANGUAGE_MARKS[plate.language].svg,
    title: plate.title,
    description: plate.description,
    citation: [...citation, [STAMP_NAME, stampText(stamp)]],
    covers: metrics.covers,
  })
}

/** The letters that a scene draws in each weight. */
function facesOf({ items }: Scene, { covers }: WriteOptions['metrics'], fontsDir: string): string {
  const texts: Record<Weight, string> = { 400: '', 600: '' }
  for (const item of items)
    if (item.type === 'text')
      for (const { text, weight } of linesOf(item)) texts[drawnWeight(text, weight, covers)] += text
  return fontFaceRules(texts, fontsDir)
}

const only = (plates: readonly Plate[]): Plate => {
  const [plate] = plates
  if (!plate) throw new Error('no plate to draw')
  return plate
}

const mm = (points: number) => `${Number((points / POINTS_PER_MM).toFixed(2))}mm`

export const writePlateSvg: PlateWriter = (plates, options) => {
  const plate = only(plates)
  const size = { width: mm(plate.width), height: mm(plate.height) }
  const svg = plateSvg(plate, options, size, options.embedFont ? options.fontsDir : undefined)
  return {
    bytes: new TextEncoder().encode(svg),
    width: Math.round(plate.width * PX_PER_POINT),
    height: Math.round(plate.height * PX_PER_POINT),
    suffix: '',
  }
}

export const writePlatePng: PlateWriter = async (plates, options) => {
  const plate = only(plates)
  const { width, height } = pixelsOf(plate, options.dpi)
  checkPixels({ width, height })
  const svg = plateSvg(plate, options, { width: String(width), height: String(height) })
  const { png } = await rasterise(svg, options.fontsDir, { width, height })
  const bytes = annotatePng(png, options.dpi, [
    ['Title', plate.title],
    ['Description', plate.subtitle],
    ['Source', plate.source],
    ['Comment', options.citation.map(([label, value]) => `${label}: ${value}`).join('\n')],
    ['Software', 'Science Cities'],
    [STAMP_NAME, stampText(options.stamp)],
  ])
  return { bytes, width, height, suffix: `_${options.dpi}dpi` }
}

export function pixelsOf(plate: Pick<Plate, 'width' | 'height'>, dpi: number) {
  const pixels = (points: number) => Math.max(1, Math.round((points / 72) * dpi))
  return { width: pixels(plate.width), height: pixels(plate.height) }
}
