/** Pages of a report as sections of a document: heading, numbered caption, figure or table, source, and what is said of it. */
import type { Plate } from '../../../../shared/plates/plate.ts'
import { artifact } from '../../pdf/document.ts'
import { drawPlate } from '../../pdf/plate-tags.ts'
import { figureAlone } from '../../plate/figure-alone.ts'
import { proseOf } from '../../plate/prose.ts'
import type { Prose } from '../../plate/prose.ts'
import type { LaidPage } from '../lay-pages.ts'
import { linesOf, noteOf } from '../told.ts'
import type { Told } from '../told.ts'
import type { Block } from './flow.ts'
import { isProse, PAPER, SPACE } from './measures.ts'
import { Tag } from './tags.ts'
import type { DrawnBlock, Pen, Worded } from './words.ts'
import { paragraph } from './words.ts'

export interface PaperPage extends LaidPage {
  span: Block['span']
}

export function sectionBlocks(page: PaperPage, pen: Pen, within: Tag | null, told: Told): DrawnBlock[] {
  const section = new Tag(pen.pdf, within, 'Sect')
  if (isProse(page.page.figure.of)) return proseBlocks(page, pen, section)
  const figures = page.plates.flatMap((plate) => figureBlocks(page, plate, pen, section, told))
  return [...figures, ...runOn(saidOf(page, told), SPACE.head, pen, section)]
}

/**
 * The reader's own words first. Beside a figure in a column stands how it is read and what its measures mean; one that takes
 * the page has the former below it.
 */
function saidOf(page: PaperPage, told: Told): Prose[] {
  const { span } = page
  const own = linesOf(page.laid.options.ownNotes[0] ?? '').map((text) => ({ as: 'text' as const, text }))
  if (span === 'page') return own
  const noted = (kind: 'howTo' | 'method') => {
    const { head, lines } = noteOf(page, kind)
    const fresh = told.once(lines)
    return fresh.length === 0 ? [] : [{ as: 'head' as const, text: head }, ...fresh.map(asText)]
  }
  return [...own, ...noted('howTo'), ...noted('method')]
}

const asText = (text: string): Prose => ({ as: 'text', text })
function figureBlocks(page: PaperPage, plate: Plate, pen: Pen, section: Tag, told: Told): DrawnBlock[] {
  const { span } = page
  const tag = (type: string) => new Tag(pen.pdf, section, type)
  const kept = { span, keepNext: true } as const
  const head = { ...kept, type: 'head', weight: 600, before: SPACE.section } as const
  const howTo = span === 'page' ? told.once(linesOf(plate.howTo)) : []
  const caption = { label: told.numberOf(page), text: plate.subtitle, type: 'body' } as const
  return [
    ...paragraph(pen, tag('H2'), { ...head, text: plate.title }),
    ruleBlock(pen, span),
    ...paragraph(pen, tag('Caption'), { ...caption, ...kept, tone: 'ink3', before: SPACE.rule }),
    figureBlock(pen, section, plate, span),
    ...sourceBlocks(pen, tag('P'), plate, span, howTo.length > 0),
    ...howTo.flatMap((text) =>
      paragraph(pen, tag('P'), { text, type: 'body', span, before: SPACE.paragraph }).map(together),
    ),
  ]
}

/** Below a figure. @param keepNext where more is said that stays with it */
export function sourceBlocks(
  pen: Pen,
  tag: Tag,
  { source: text }: Plate,
  span: Block['span'],
  keepNext = false,
): DrawnBlock[] {
  const look = { type: 'source', tone: 'ink3', before: SPACE.source } as const
  return paragraph(pen, tag, { ...look, text, span }).map((block, i, lines) => ({
    ...together(block, i, lines),
    ...(i === lines.length - 1 && { keepNext }),
  }))
}

/** Lines that are not torn from each other. */
const together = (block: DrawnBlock, i: number, lines: readonly DrawnBlock[]): DrawnBlock => ({
  ...block,
  keepNext: i < lines.length - 1,
})

const widthOf = (span: Block['span']): number => (span === 'page' ? PAPER.width : PAPER.column)

export function ruleBlock(
  { pdf, palette }: Pen,
  span: Block['span'],
  before: number = SPACE.rule,
): DrawnBlock {
  return {
    span,
    height: 0.75,
    before,
    keepNext: true,
    draw({ x, y }) {
      artifact(pdf.doc, 'Layout', () => {
        const line = pdf.doc.lineWidth(0.75).strokeColor(palette.ink)
        line
          .moveTo(x, y)
          .lineTo(x + widthOf(span), y)
          .stroke()
      })
    },
  }
}

/** The figure alone, with its corner where it stands on the page. */
export function figureBlock(pen: Pen, section: Tag, plate: Plate, span: Block['span']): DrawnBlock {
  const { parts, view } = figureAlone(plate)
  const { doc } = pen.pdf
  return {
    span,
    height: view.height,
    before: SPACE.figure,
    keepNext: true,
    draw({ x, y }) {
      const at = { x: x - view.x, y: y - view.y }
      doc.save()
      doc.translate(at.x, at.y)
      const alone = { ...plate, parts, transparent: true, frame: view }
      drawPlate(pen.pdf, alone, { within: section.structure, heading: 'H3', at })
      doc.restore()
    },
  }
}

const LOOKS: Record<Prose['as'], Omit<Worded, 'text' | 'span'> & { tag: string }> = {
  head: { tag: 'H3', type: 'body', weight: 600, before: SPACE.head, keepNext: true },
  term: { tag: 'P', type: 'body', weight: 600, before: SPACE.paragraph, keepNext: true },
  label: { tag: 'P', type: 'small', tone: 'ink3', before: SPACE.paragraph, keepNext: true },
  text: { tag: 'P', type: 'body', before: SPACE.paragraph },
}

/** @param before null: as its look has it */
function proseBlock({ as, text }: Prose, before: number | null, pen: Pen, section: Tag): DrawnBlock[] {
  const { tag, ...look } = LOOKS[as]
  const room = before === null ? {} : { before }
  return paragraph(pen, new Tag(pen.pdf, section, tag), { ...look, ...room, text, span: 'column' })
}

/** Text stands close under what names it. */
const roomsOf = (prose: readonly Prose[], first: number | null): (number | null)[] =>
  prose.map((_, i) => {
    const above = prose[i - 1]?.as
    if (i === 0) return first
    return above === 'term' || above === 'label' ? 0 : above === 'head' ? 3 : null
  })

function runOn(prose: readonly Prose[], first: number | null, pen: Pen, section: Tag): DrawnBlock[] {
  const rooms = roomsOf(prose, first)
  return prose.flatMap((each, i) => proseBlock(each, rooms[i] ?? null, pen, section))
}

function proseBlocks({ plates }: PaperPage, pen: Pen, section: Tag): DrawnBlock[] {
  const head = { type: 'head', weight: 600, span: 'column', before: SPACE.section, keepNext: true } as const
  const [first] = plates
  const heading = paragraph(pen, new Tag(pen.pdf, section, 'H2'), { ...head, text: first?.title ?? '' })
  return [...heading, ...runOn(plates.flatMap(proseOf), null, pen, section)]
}
