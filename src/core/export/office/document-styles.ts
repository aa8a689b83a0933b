/** Styles of text documents, as the A4 page is drawn: sizes in points, ink and greys of the tokens, room around. */
import type { Language } from '../../../shared/domain/language.ts'
import { LANGUAGE_MARKS } from '../../../shared/domain/language.ts'
import { PALETTES } from '../../../shared/figures/palette.ts'
import { FACES } from './look.ts'
import { el, NAMESPACES, words } from './xml.ts'

/** Namespaces of the parts. */
export const WORD = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': NAMESPACES.r,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': NAMESPACES.a,
}

export const hex = (colour: string): string => colour.slice(1).toUpperCase()

interface Style {
  id: string
  /** Known to the program: it shows up in its lists and outlines. */
  name: string
  size: number
  colour: string
  bold?: boolean
  /** Points above and below. */
  before: number
  after: number
  /** Level in the outline, from 0. */
  level?: number
  keepNext?: boolean
}

const { ink, ink2, ink3 } = PALETTES.light
const STYLES: readonly Style[] = [
  {
    id: 'Heading1',
    name: 'heading 1',
    size: 20,
    colour: ink,
    bold: true,
    before: 12,
    after: 4,
    level: 0,
    keepNext: true,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    size: 13,
    colour: ink,
    bold: true,
    before: 12,
    after: 3,
    level: 1,
    keepNext: true,
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    size: 11,
    colour: ink,
    bold: true,
    before: 8,
    after: 2,
    level: 2,
    keepNext: true,
  },
  { id: 'Subtitle', name: 'Subtitle', size: 11, colour: ink2, before: 0, after: 8, keepNext: true },
  { id: 'Caption', name: 'caption', size: 9.5, colour: ink2, before: 8, after: 4, keepNext: true },
  { id: 'BodyText', name: 'Body Text', size: 9.5, colour: ink, before: 0, after: 6 },
  { id: 'Figure', name: 'Figure', size: 9.5, colour: ink, before: 0, after: 2, keepNext: true },
  { id: 'Source', name: 'Source', size: 7.2, colour: ink3, before: 3, after: 12 },
  { id: 'Cell', name: 'Table Text', size: 8.5, colour: ink, before: 1.5, after: 1.5 },
  { id: 'Footer', name: 'footer', size: 7.2, colour: ink3, before: 0, after: 0 },
]

/** Half points, as the format counts sizes; twentieths for distances. */
const half = (points: number) => Math.round(points * 2)
const twentieth = (points: number) => Math.round(points * 20)

export function documentStyles(language: Language, fonts: keyof typeof FACES): string {
  const { latin, ea } = FACES[fonts]
  const defaults = el(
    'w:docDefaults',
    {},
    el(
      'w:rPrDefault',
      {},
      el(
        'w:rPr',
        {},
        el('w:rFonts', { 'w:ascii': latin, 'w:eastAsia': ea, 'w:hAnsi': latin, 'w:cs': latin }),
        el('w:sz', { 'w:val': half(9.5) }),
        el('w:lang', {
          'w:val': LANGUAGE_MARKS[language === 'zh' ? 'en' : language].locale,
          'w:eastAsia': LANGUAGE_MARKS.zh.locale,
        }),
      ),
    ),
    el('w:pPrDefault'),
  )
  const normal = el(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    el('w:name', { 'w:val': 'Normal' }),
  )
  return el('w:styles', WORD, defaults, normal, ...STYLES.map(styleXml))
}

function styleXml({
  id,
  name,
  size,
  colour,
  bold = false,
  before,
  after,
  level,
  keepNext = false,
}: Style): string {
  return el(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    el('w:name', { 'w:val': name }),
    el('w:basedOn', { 'w:val': 'Normal' }),
    el('w:qFormat'),
    el(
      'w:pPr',
      {},
      keepNext && el('w:keepNext'),
      el('w:spacing', {
        'w:before': twentieth(before),
        'w:after': twentieth(after),
        // The drawn page's step of 13.5 points to a text of 9.5.
        'w:line': Math.round((240 * 13.5) / 9.5 / 1.17),
        'w:lineRule': 'auto',
      }),
      level !== undefined && el('w:outlineLvl', { 'w:val': level }),
    ),
    el(
      'w:rPr',
      {},
      bold && el('w:b'),
      el('w:color', { 'w:val': hex(colour) }),
      el('w:sz', { 'w:val': half(size) }),
      el('w:szCs', { 'w:val': half(size) }),
    ),
  )
}

/** Source at the left, number of the page at the right end. */
export function footerXml(foot: string): string {
  const field = (type: string) => el('w:r', {}, el('w:fldChar', { 'w:fldCharType': type }))
  return el(
    'w:ftr',
    WORD,
    el(
      'w:p',
      {},
      el(
        'w:pPr',
        {},
        el('w:pStyle', { 'w:val': 'Footer' }),
        el('w:tabs', {}, el('w:tab', { 'w:val': 'right', 'w:pos': 9864 })),
      ),
      el('w:r', {}, words('w:t', foot, { 'xml:space': 'preserve' }), el('w:tab')),
      field('begin'),
      el('w:r', {}, words('w:instrText', ' PAGE ', { 'xml:space': 'preserve' })),
      field('separate'),
      el('w:r', {}, words('w:t', '1')),
      field('end'),
    ),
  )
}
