/** Text documents (DOCX): headings, paragraphs, native tables and pictures on A4 pages, in parts of our own. */
import type { Language } from '../../../shared/domain/language.ts'
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import type { TablePart } from '../../../shared/plates/parts.ts'
import type { FileStamp } from '../stamp.ts'
import { documentStyles, footerXml, WORD } from './document-styles.ts'
import { tableXml } from './document-table.ts'
import { addProperties, OfficePackage, ROOT } from './package.ts'
import { el, emu, words } from './xml.ts'

/** What a document consists of, from the top. */
export type DocumentBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** `label` stands before the text in bold, such as the number of a figure. */
  | { kind: 'text'; style: TextStyle; text: string; label?: string; keepNext?: boolean }
  | { kind: 'table'; table: TablePart; theme: FigureTheme }
  /** `width` and `height` in points; what is wider than the page's text becomes as wide. */
  | {
      kind: 'picture'
      name: string
      alt: string
      png: Uint8Array
      svg?: string
      width: number
      height: number
    }
  | { kind: 'page-break' }

/** `body` is one's own text, a paragraph a line; `caption` stands above a figure or table, `source` below. */
export type TextStyle = 'subtitle' | 'caption' | 'source' | 'body'

export interface DocumentOptions {
  title: string
  language: Language
  date: Date
  stamp: FileStamp
  /** Arial and Microsoft YaHei, or ours. */
  fonts: 'office' | 'own'
  /** At the foot of each page, before its number. */
  foot: string
}

/** Width of the text: A4 with margins of 18 mm, in points. */
export const TEXT_WIDTH = 493.2

/** The bytes of a DOCX file, equal for equal input. */
export function writeDocument(blocks: readonly DocumentBlock[], options: DocumentOptions): Uint8Array {
  const target = new OfficePackage()
  const { title, language, date, stamp, fonts, foot } = options
  addProperties(target, { title, language, date, stamp })
  target.relate(ROOT, 'officeDocument', MAIN)
  const add = (name: string, relation: string, xml: string) => {
    target.add(`word/${name}.xml`, xml, `${TYPE}${relation}+xml`)
    return target.relate(MAIN, relation, `word/${name}.xml`)
  }
  add('styles', 'styles', documentStyles(language, fonts))
  const footer = add('footer1', 'footer', footerXml(foot))
  const pictures = new Pictures(target)
  const body = blocks.map((block) => blockXml(block, pictures)).join('')
  const section = el(
    'w:sectPr',
    {},
    el('w:footerReference', { 'w:type': 'default', 'r:id': footer }),
    el('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    el('w:pgMar', {
      'w:top': 1134,
      'w:right': MARGIN,
      'w:bottom': 1134,
      'w:left': MARGIN,
      'w:header': 567,
      'w:footer': 567,
      'w:gutter': 0,
    }),
  )
  target.add(MAIN, el('w:document', WORD, el('w:body', {}, body, section)), `${TYPE}document.main+xml`)
  return target.bytes()
}

const MAIN = 'word/document.xml'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
/** 18 mm in twentieths of a point. */
const MARGIN = 1021

const STYLES: Record<TextStyle, string> = {
  subtitle: 'Subtitle',
  caption: 'Caption',
  source: 'Source',
  body: 'BodyText',
}

const paragraph = (style: string, inner: string, keepNext = false): string =>
  el('w:p', {}, el('w:pPr', {}, el('w:pStyle', { 'w:val': style }), keepNext && el('w:keepNext')), inner)
const run = (text: string): string => el('w:r', {}, words('w:t', text, { 'xml:space': 'preserve' }))

const label = (line: number, text = ''): string =>
  line > 0 || text === ''
    ? ''
    : el('w:r', {}, el('w:rPr', {}, el('w:b')), words('w:t', `${text}\u2002`, { 'xml:space': 'preserve' }))

function blockXml(block: DocumentBlock, pictures: Pictures): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(`Heading${block.level}`, run(block.text))
    case 'text':
      return block.text
        .split('\n')
        .filter((line) => line.trim() !== '' || block.label !== undefined)
        .map((line, i) => paragraph(STYLES[block.style], label(i, block.label) + run(line), block.keepNext))
        .join('')
    case 'table':
      return tableXml(block.table, block.theme, TEXT_WIDTH)
    case 'picture':
      return paragraph('Figure', pictures.xml(block), true)
    case 'page-break':
      return el('w:p', {}, el('w:r', {}, el('w:br', { 'w:type': 'page' })))
  }
}

/** Pictures are numbered, as their names and ids must not occur twice. */
class Pictures {
  private readonly target: OfficePackage
  private count = 0

  constructor(target: OfficePackage) {
    this.target = target
  }

  /** A PNG for every program, and the SVG for those that know it. */
  xml({ name, alt, png, svg, width, height }: Extract<DocumentBlock, { kind: 'picture' }>): string {
    const id = ++this.count
    const media = (ending: string, bytes: Uint8Array) => {
      const part = `word/media/image${id}.${ending}`
      this.target.add(part, bytes)
      return this.target.relate(MAIN, 'image', part)
    }
    const scale = Math.min(1, TEXT_WIDTH / width)
    const size = { cx: emu(width * scale), cy: emu(height * scale) }
    const vector =
      svg !== undefined &&
      el(
        'a:extLst',
        {},
        el(
          'a:ext',
          { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
          el('asvg:svgBlip', {
            'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
            'r:embed': media('svg', new TextEncoder().encode(svg)),
          }),
        ),
      )
    const picture = el(
      'pic:pic',
      { 'xmlns:pic': PICTURE },
      el('pic:nvPicPr', {}, el('pic:cNvPr', { id, name, descr: alt }), el('pic:cNvPicPr')),
      el(
        'pic:blipFill',
        {},
        el('a:blip', { 'r:embed': media('png', png) }, vector),
        el('a:stretch', {}, el('a:fillRect')),
      ),
      el(
        'pic:spPr',
        {},
        el('a:xfrm', {}, el('a:off', { x: 0, y: 0 }), el('a:ext', size)),
        el('a:prstGeom', { prst: 'rect' }, el('a:avLst')),
      ),
    )
    return el(
      'w:r',
      {},
      el(
        'w:drawing',
        {},
        el(
          'wp:inline',
          { distT: 0, distB: 0, distL: 0, distR: 0 },
          el('wp:extent', size),
          el('wp:docPr', { id, name, descr: alt }),
          el('a:graphic', {}, el('a:graphicData', { uri: PICTURE }, picture)),
        ),
      ),
    )
  }
}

const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
