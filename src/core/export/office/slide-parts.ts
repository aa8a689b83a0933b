/** Parts of a plate as shapes of a slide, in reading order; charts and pictures bring parts of the package. */
import { translate } from '../../../shared/i18n/index.ts'
import type {
  ChartPart,
  GroupPart,
  Part,
  PicturePart,
  Rectangle,
  TablePart,
  TextPart,
} from '../../../shared/plates/parts.ts'
import { joinLines } from '../../../shared/figures/text.ts'
import { tableParts } from '../../../shared/plates/table-parts.ts'
import { axisShapes, chartFrame } from './chart-axes.ts'
import { CHART_TYPE, chartXml } from './chart-xml.ts'
import type { SlidePage } from './deck.ts'
import { isHeld } from './deck.ts'
import { holderShape } from './holder-xml.ts'
import { naming } from './naming.ts'
import { addPicture } from './picture.ts'
import { partBox } from './place.ts'
import {
  badgeShape,
  lineShape,
  markShape,
  named,
  polylineShape,
  preset,
  rectShape,
  transform,
} from './shape-xml.ts'
import type { Naming } from './shape-xml.ts'
import { tableXml } from './table-xml.ts'
import { lineTexts, textBox } from './text-box.ts'
import { bodyProperties, paragraphXml } from './text-xml.ts'
import { chartWorkbook } from './chart-workbook.ts'
import { el, emu, NAMESPACES } from './xml.ts'

type ShapeWord = 'line' | 'box' | 'mark' | 'axis'

export async function slideParts(parts: readonly Part[], page: SlidePage): Promise<string> {
  let xml = ''
  for (const part of parts) xml += await onePart(part, page)
  return xml
}

/** Named by what it is: it only repeats what the figure's alternative text says. */
function decoration(page: SlidePage, word: ShapeWord): Naming {
  return naming(page, translate(page.plate.language, `exports.office.${word}`), { decorative: true })
}

function onePart(part: Part, page: SlidePage): string | Promise<string> {
  const { look } = page
  switch (part.kind) {
    case 'text':
      return textShape(part, page)
    case 'line':
      return lineShape(part, decoration(page, 'line'), look)
    case 'polyline':
      return part.points.length < 2 ? '' : polylineShape(part, decoration(page, 'line'), look)
    case 'rect':
      return rectShape(part, decoration(page, 'box'), look)
    case 'mark':
      return markShape(part, decoration(page, 'mark'), look)
    case 'badge':
      return badgeShape(part, naming(page, part.letter), look)
    case 'table':
      return tableShape(part, page)
    case 'chart':
      return chartShape(part, page)
    case 'picture':
      return pictureShape(part, page)
    case 'group':
      return groupShape(part, page)
  }
}

/** Placeholders keep the words whole, so that they break anew in another face; labels break where they were laid out. */
function textShape(part: TextPart, page: SlidePage): string {
  const { deck, look, grouped } = page
  const holder = !grouped && isHeld(part.role) ? deck.base.holders[part.role] : undefined
  if (holder) return holderShape(part, holder, page)
  const texts = lineTexts(part)
  if (texts.every((text) => text === '')) return ''
  const leading = part.lines.length > 1 ? part.leading : undefined
  return el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, named(naming(page, joinLines(texts))), '<p:cNvSpPr txBox="1"/><p:nvPr/>'),
    el('p:spPr', {}, transform(textBox(part, deck.faces)), preset('rect'), '<a:noFill/>'),
    el(
      'p:txBody',
      {},
      bodyProperties(),
      '<a:lstStyle/>',
      paragraphXml(part.lines, { ...part, leading }, look),
    ),
  )
}

/** Marks and badges of its cells stand over it as one group; in a group all of it is drawn. */
async function tableShape(part: TablePart, page: SlidePage): Promise<string> {
  const { deck, look, plate, grouped } = page
  const drawn = tableParts(part, deck.faces.metrics.width)
  if (grouped) return groupShape({ kind: 'group', name: part.name, alt: part.alt, parts: drawn }, page)
  const box = partBox(part, deck.faces)
  const table = frameXml(
    naming(page, part.name, { alt: part.alt || plate.alt }),
    box,
    'table',
    tableXml(part, look),
  )
  const marks = drawn.filter(({ kind }) => kind === 'mark' || kind === 'badge')
  if (marks.length === 0) return table
  const name = translate(plate.language, 'exports.office.marksOf', { name: part.name })
  return table + (await groupShape({ kind: 'group', name, parts: marks }, page))
}

type Graphic = 'table' | 'chart'
const GRAPHIC = 'http://schemas.openxmlformats.org/drawingml/2006/'

function frameXml(name: Naming, box: Rectangle, kind: Graphic, content: string): string {
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      named(name),
      el('p:cNvGraphicFramePr', {}, kind === 'table' && el('a:graphicFrameLocks', { noGrp: 1 })),
      '<p:nvPr/>',
    ),
    transform(box, 'p:xfrm'),
    el('a:graphic', {}, el('a:graphicData', { uri: GRAPHIC + kind }, content)),
  )
}

/** Charts are numbered over the deck; what they cannot draw of their axes stands beneath them. */
async function chartShape(part: ChartPart, page: SlidePage): Promise<string> {
  const { deck, look, plate } = page
  const { target, options } = deck
  const under = axisShapes(part, plate.language)
  const name = translate(plate.language, 'exports.office.axisOf', { name: part.name })
  const axis = under.length > 0 ? await groupShape({ kind: 'group', name, parts: under }, page) : ''
  const number = ++deck.charts
  const file = `ppt/charts/chart${number}.xml`
  const book = `ppt/embeddings/Workbook${number}.xlsx`
  const frame = chartFrame(part, plate.language)
  const workbook = target.relate(file, 'package', book)
  target.add(file, chartXml(part, { look, workbook, frame }), CHART_TYPE)
  target.add(book, await chartWorkbook(part, options.date))
  const reference = el('c:chart', {
    'xmlns:c': NAMESPACES.c,
    'r:id': target.relate(page.part, 'chart', file),
  })
  const alt = part.alt || plate.alt
  return axis + frameXml(naming(page, part.name, { alt }), frame, 'chart', reference)
}

/** The picture for programs that know no SVG, and the SVG beside it. */
async function pictureShape(part: PicturePart, page: SlidePage): Promise<string> {
  const { png, svg, box } = await addPicture(part, page)
  const vector = el(
    'a:ext',
    { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
    el('asvg:svgBlip', {
      'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
      'r:embed': svg,
    }),
  )
  return el(
    'p:pic',
    {},
    el(
      'p:nvPicPr',
      {},
      named(naming(page, part.name, { alt: part.alt || page.plate.alt })),
      el('p:cNvPicPr', {}, el('a:picLocks', { noChangeAspect: 1 })),
      '<p:nvPr/>',
    ),
    el(
      'p:blipFill',
      {},
      el('a:blip', { 'r:embed': png }, el('a:extLst', {}, vector)),
      '<a:stretch><a:fillRect/></a:stretch>',
    ),
    el('p:spPr', {}, transform(box), preset('rect')),
  )
}

/** Moved as one: its parts keep their places on the slide. */
async function groupShape(part: GroupPart, page: SlidePage): Promise<string> {
  if (part.parts.length === 0) return ''
  const box = partBox(part, page.deck.faces)
  const name = naming(page, part.name, { alt: part.alt })
  const corner = { x: emu(box.x), y: emu(box.y) }
  const size = { cx: emu(box.width), cy: emu(box.height) }
  const inner = await slideParts(part.parts, { ...page, grouped: true })
  return el(
    'p:grpSp',
    {},
    el('p:nvGrpSpPr', {}, named(name), '<p:cNvGrpSpPr/><p:nvPr/>'),
    el(
      'p:grpSpPr',
      {},
      el('a:xfrm', {}, el('a:off', corner), el('a:ext', size), el('a:chOff', corner), el('a:chExt', size)),
    ),
    inner,
  )
}
