/** Where a text box must stand so that its baseline lies where it was laid out. All lengths in points. */
import type { Rectangle, Run, TextPart } from '../../../shared/plates/parts.ts'
import type { TextMetrics } from '../../drawing/text-metrics.ts'
import type { Fonts } from './look.ts'

/** The faces of a file, as far as their measures matter. */
export interface TextFaces {
  fonts: Fonts
  metrics: TextMetrics
}

/** Readers' faces are wider than ours; labels keep that much more room. */
export const SLACK = 1.08

/**
 * From the baseline up to the middle of a line, as a part of the size: half of ascent less descent. Of Arial (1854, 434 of
 * 2048 units) and of Microsoft YaHei (2167, 536), from their `hhea` tables.
 */
const MIDDLE = { latin: (1854 - 434) / 2 / 2048, ea: (2167 - 536) / 2 / 2048 }
const EAST_ASIAN = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u

/** How far above the baseline the middle of a line of the text lies. */
export function middleOf(text: string, size: number, { fonts, metrics }: TextFaces): number {
  if (fonts === 'own') return ((metrics.ascent - metrics.descent) / 2) * size
  return (EAST_ASIAN.test(text) ? MIDDLE.ea : MIDDLE.latin) * size
}

/** The words of each line. */
export const lineTexts = ({ lines }: Pick<TextPart, 'lines'>): string[] =>
  lines.map((runs) => runs.map(({ text }) => text).join(''))

/** Of a box without insets whose text stands in its middle. */
export function textBox(part: TextPart, faces: TextFaces): Rectangle {
  const texts = lineTexts(part)
  const { x, y, size, leading, align, room } = part
  const middle = y + ((texts.length - 1) * leading) / 2 - middleOf(texts.join(''), size, faces)
  const height = Math.max(size * 1.2, leading) + (texts.length - 1) * leading
  const widthOf = (run: Run) => faces.metrics.width(run.text, run.size ?? size, run.weight ?? part.weight)
  const widths = part.lines.map((runs) => runs.reduce((sum, run) => sum + widthOf(run), 0))
  const width = room ?? Math.max(...widths) * SLACK
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  return { x: left, y: middle - height / 2, width: Math.max(width, 1), height }
}
