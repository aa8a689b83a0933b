/** A laid out page in a web page: its drawing without title and footer, which are text there, or its words as text. */
import type { Part } from '../../../../shared/plates/parts.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import { plateScene } from '../../../../shared/plates/to-scene.ts'
import type { TextMetrics } from '../../../drawing/text-metrics.ts'
import { inlineSvg } from '../../figure/svg.ts'
import { figureAlone, isAround } from '../../plate/figure-alone.ts'
import { escape } from './markup.ts'

/** The drawing alone. @param id begins all ids in it */
export function drawingMarkup(plate: Plate, id: string, metrics: TextMetrics): string {
  const { parts, view } = figureAlone(plate)
  const scene = plateScene({ ...plate, transparent: true, parts }, metrics.width)
  return inlineSvg(scene, { id, alt: plate.alt, view, covers: metrics.covers })
}

/** The words of a page that is read, not seen: paragraphs and tables in their order. */
export function proseMarkup(plates: readonly Plate[]): string {
  const parts = plates.flatMap((plate) => plate.parts.filter((part) => !isAround(part, plate)))
  return `<div class="prose">${parts.map(blockOf).join('\n')}</div>`
}

function blockOf(part: Part): string {
  if (part.kind === 'group') return part.parts.map(blockOf).join('')
  if (part.kind === 'text') {
    const words = paragraphOf(part.lines, part.weight)
    return words === '' ? '' : `<p>${words}</p>`
  }
  if (part.kind !== 'table') return ''
  const rows = part.rows.map(({ head, cells }) => {
    const tag = head ? 'th scope="col"' : 'td'
    const content = cells.map(
      (cell) => `<${tag}>${paragraphOf([cell.runs], cell.weight ?? 400)}</${tag.slice(0, 2)}>`,
    )
    return { head, row: `<tr>${content.join('')}</tr>` }
  })
  const heads = rows.filter(({ head }) => head).map(({ row }) => row)
  const body = rows.filter(({ head }) => !head).map(({ row }) => row)
  return (
    `<div class="wide"><table><caption>${escape(part.name)}</caption>` +
    `${heads.length > 0 ? `<thead>${heads.join('')}</thead>` : ''}<tbody>${body.join('')}</tbody></table></div>`
  )
}

/** Lines that were broken for a slide run on; Chinese has no space between them. */
function paragraphOf(
  lines: readonly (readonly { text: string; weight?: 400 | 600 }[])[],
  weight: 400 | 600,
): string {
  const runs = lines.flatMap((line, i) => {
    const before = lines[i - 1]?.at(-1)?.text ?? ''
    const between = i > 0 && needsSpace(before, line[0]?.text ?? '') ? [{ text: ' ', weight }] : []
    return [...between, ...line.map((run) => ({ text: run.text, weight: run.weight ?? weight }))]
  })
  return runs
    .map((run) => (run.weight === 600 ? `<b>${escape(run.text)}</b>` : escape(run.text)))
    .join('')
    .trim()
}

const HAN = /[\u2e80-\u9fff\uff00-\uffef]/
const needsSpace = (before: string, after: string): boolean =>
  before !== '' && !/\s$/.test(before) && !(HAN.test(before.at(-1) ?? '') && HAN.test(after.at(0) ?? ''))
