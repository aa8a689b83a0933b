/** A report as an A4 document: a title, sections that flow in two columns, a running head and a foot. */
import { LANGUAGE_MARKS } from '../../../../shared/domain/language.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { box } from '../../../../shared/figures/scene-items.ts'
import { wrapText } from '../../../../shared/figures/text.ts'
import { artifact } from '../../pdf/document.ts'
import { drawItems } from '../../pdf/draw-scene.ts'
import { markOf } from '../../plate/figure-alone.ts'
import { say } from '../html/markup.ts'
import { Told } from '../told.ts'
import { flow } from './flow.ts'
import { FOOT, HEAD, PAPER, SHEET, TYPE } from './measures.ts'
import { figureBlock, sectionBlocks, sourceBlocks } from './sections.ts'
import type { PaperPage } from './sections.ts'
import { Tag } from './tags.ts'
import type { DrawnBlock, Pen } from './words.ts'
import { drawLine, paragraph } from './words.ts'

interface Edition {
  pages: readonly PaperPage[]
  language: Language
  /** What the report is called. */
  title: string
  /** Whether the file holds the other language too. */
  several: boolean
  /** Number of its first page. */
  from: number
}

/** Draws the report in one language. Returns how many pages it takes. */
export function drawEdition(pen: Pen, edition: Edition): number {
  const { pages, language, several } = edition
  const within = several ? new Tag(pen.pdf, null, 'Part', { lang: LANGUAGE_MARKS[language].svg }) : null
  const told = new Told()
  const opening = openingBlocks(pen, edition, within)
  const rest = opening.cover ? pages.slice(1) : pages
  const blocks = [...opening.blocks, ...rest.flatMap((page) => sectionBlocks(page, pen, within, told))]
  let drawn = 0
  for (const { block, page, x, y } of flow(blocks, PAPER)) {
    for (; drawn <= page; drawn++) addSheet(pen, edition, drawn, within)
    block.draw({ x, y })
  }
  return drawn
}

/** A cover at the beginning gives the title and stands below it without a number; else the report's own name. */
function openingBlocks(
  pen: Pen,
  { pages, title }: Edition,
  within: Tag | null,
): { blocks: DrawnBlock[]; cover: boolean } {
  const [first] = pages
  const plate = first?.page.figure.of === 'cover' ? first.plates[0] : undefined
  const tag = (type: string) => new Tag(pen.pdf, within, type)
  const wide = { span: 'page', keepNext: true } as const
  const head = { ...wide, type: 'title', weight: 600, before: 0, text: plate?.title ?? title } as const
  const heading = paragraph(pen, tag('H1'), head)
  if (!plate) return { blocks: heading, cover: false }
  const stand = { ...wide, type: 'stand', tone: 'ink2', before: 3.75, text: plate.subtitle } as const
  return {
    blocks: [
      ...heading,
      ...paragraph(pen, tag('P'), stand),
      figureBlock(pen, new Tag(pen.pdf, within, 'Sect'), plate, 'page'),
      ...sourceBlocks(pen, tag('P'), plate, 'page'),
    ],
    cover: true,
  }
}

/** A new page with what stands on each: the running head, the mark of samples, the foot. */
function addSheet(pen: Pen, edition: Edition, index: number, within: Tag | null): void {
  const { doc } = pen.pdf
  doc.addPage({ size: [SHEET.width, SHEET.height], margin: 0 })
  const ground = [box({ x: 0, y: 0, ...SHEET }, { fill: pen.palette.bg })]
  artifact(doc, 'Page', () => {
    drawItems(doc, ground, pen.pdf.metrics)
  })
  const mark = markIn(edition.pages)
  const head = () => {
    if (mark !== null) drawMark(pen, mark)
  }
  // Read once, at the beginning.
  if (index === 0 && mark !== null) new Tag(pen.pdf, within, 'P').read(head)
  artifact(doc, 'Pagination', () => {
    if (index > 0) {
      head()
      drawLine(
        pen,
        [{ text: edition.title }],
        { x: PAPER.left, y: HEAD },
        { size: TYPE.run.size, tone: 'ink3' },
      )
    }
    drawFoot(pen, edition, index)
  })
}

const markIn = (pages: readonly PaperPage[]): string | null =>
  pages
    .flatMap(({ plates }) => plates)
    .map(({ parts }) => markOf(parts))
    .find((mark) => mark !== null) ?? null

const RIGHT = PAPER.left + PAPER.width
const MARK_INSET = 4.5

function drawMark(pen: Pen, mark: string): void {
  const { size } = TYPE.run
  const width = pen.measure(mark, size, 400) + 2 * MARK_INSET
  const frame = { x: RIGHT - width, y: HEAD - size - 1, width, height: size * 1.7 }
  const { doc, metrics } = pen.pdf
  drawItems(doc, [box(frame, { stroke: pen.palette.line3, width: 0.75, dash: [2.2, 1.6] })], metrics)
  drawLine(pen, [{ text: mark }], { x: RIGHT - MARK_INSET, y: HEAD, align: 'right' }, { size, tone: 'ink2' })
}

function drawFoot(pen: Pen, { pages, language, from }: Edition, index: number): void {
  const { size } = TYPE.source
  const { pdf, palette, measure } = pen
  pdf.doc.lineWidth(0.75).strokeColor(palette.line2)
  pdf.doc.moveTo(PAPER.left, FOOT.rule).lineTo(RIGHT, FOOT.rule).stroke()
  const look = { size, tone: 'ink3' } as const
  const lines = wrapText(sourceOf(pages, language), PAPER.width - 24, (text) => measure(text, size, 400))
  lines.slice(0, 2).forEach((text, i) => {
    drawLine(pen, [{ text }], { x: PAPER.left, y: FOOT.text + i * TYPE.source.leading }, look)
  })
  drawLine(pen, [{ text: String(from + index) }], { x: RIGHT, y: FOOT.text, align: 'right' }, look)
}

/** The source of the first page without notes of its own, and that no number judges a place. */
function sourceOf(pages: readonly PaperPage[], language: Language): string {
  const sources = pages.flatMap(({ plates }) => plates.map(({ source }) => source))
  const shortest = sources.reduce((best, each) => (each.length < best.length ? each : best), sources[0] ?? '')
  return `${shortest}${language === 'zh' ? '' : ' '}${say(language, 'caveat')}`
}
