/** `exports.preview`: the figure as it will be written, for the slide sheet. */
import type { FigurePreview } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { PX_PER_POINT } from '../../../shared/domain/figure-presets.ts'
import type { Part, TextRole } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import type { ReaderContext } from '../../context.ts'
import { byIds } from '../by-ids.ts'
import { fileNameOf, layOut } from './answer-plate.ts'
import { nearBytes } from './near-bytes.ts'
import { writesOf } from './writes.ts'
import { pixelsOf, plateSvg } from './writers/picture.ts'

export async function previewFigure(
  asked: ParsedInputOf<'exports.preview'>,
  context: ReaderContext,
): Promise<FigurePreview> {
  const input = { ...asked, figure: byIds(asked.figure, context) }
  const { plates, options } = await layOut(input, context)
  const [first] = plates
  if (!first) throw new Error('no plate to draw')
  const pages = plates.map((plate) => ({
    svg: plateSvg(plate, options, pageSize(plate)),
    width: plate.width,
    height: plate.height,
    on: plate.on ?? null,
    frame: plate.frame,
  }))
  return {
    pages,
    title: first.title,
    subtitle: first.subtitle,
    source: first.source,
    alt: first.alt,
    sizes: sizesOf(first),
    labels: first.labels,
    warnings: [...new Set(plates.flatMap(({ warnings }) => warnings))],
    writes: writesOf(plates, input),
    fileName: fileNameOf(plates, input),
    bytes: await nearBytes(
      plates,
      pages.map(({ svg }) => svg),
      input.format,
      options,
    ),
    pixels: input.format === 'png' ? pixelsOf(first, input.dpi) : null,
  }
}

const pageSize = ({ width, height }: Plate) => ({
  width: String(width * PX_PER_POINT),
  height: String(height * PX_PER_POINT),
})

const ROLES: Record<TextRole, FigurePreview['sizes'][number]['role']> = {
  title: 'title',
  subtitle: 'subtitle',
  source: 'source',
  page: 'source',
  label: 'label',
  mark: 'label',
  body: 'body',
  number: 'number',
}

/** The smallest text of each role that occurs, smallest first. */
export function sizesOf(plate: Pick<Plate, 'parts'>): FigurePreview['sizes'] {
  const smallest = new Map<FigurePreview['sizes'][number]['role'], number>()
  const see = (role: FigurePreview['sizes'][number]['role'], points: number) =>
    smallest.set(role, Math.min(points, smallest.get(role) ?? Infinity))
  const walk = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.kind === 'text') see(ROLES[part.role], part.size)
      else if (part.kind === 'group') walk(part.parts)
      else if (part.kind === 'badge' || part.kind === 'chart') see('label', part.size)
      else if (part.kind === 'table')
        for (const row of part.rows) for (const cell of row.cells) see('label', cell.size ?? part.size)
      else if (part.kind === 'picture') {
        const scale = Math.min(
          part.box.width / (part.view?.width ?? part.scene.width),
          part.box.height / (part.view?.height ?? part.scene.height),
        )
        for (const item of part.scene.items) if (item.type === 'text') see('label', item.size * scale)
      }
    }
  }
  walk(plate.parts)
  return [...smallest]
    .map(([role, points]) => ({ role, points: Number(points.toFixed(2)) }))
    .sort((a, b) => a.points - b.points)
}
