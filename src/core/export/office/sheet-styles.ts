/** How cells of a workbook look: faces that have the letters, colours of the tokens, number formats of measures. */
import type { CellStyle, FontStyle } from 'hucre'
import type { Language } from '../../../shared/domain/language.ts'
import { PALETTES } from '../../../shared/figures/palette.ts'
import type { Measure } from '../../../shared/measures/measure.ts'

const palette = PALETTES.light
/** A colour of the tokens as Office files write it: six digits, without the sign. */
const rgb = (colour: string) => ({ rgb: colour.slice(1).toUpperCase() })

/** Faces that readers have. */
const FACES: Record<Language, string> = { en: 'Arial', zh: 'Microsoft YaHei' }
const SIZE = 10

// Han, kana, Hangul and their punctuation: a face without them would borrow one that looks otherwise.
const EAST_ASIAN = /[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]/

export const fontOf = (text: string, language: Language, more: FontStyle = {}): FontStyle => ({
  name: EAST_ASIAN.test(text) ? FACES.zh : FACES[language],
  size: SIZE,
  color: rgb(palette.ink),
  ...more,
})

export const headStyle = (text: string, language: Language, numeric: boolean): CellStyle => ({
  font: fontOf(text, language, { bold: true }),
  alignment: {
    vertical: 'bottom',
    wrapText: true,
    ...(numeric ? { horizontal: 'right' } : { horizontal: 'left', indent: 1 }),
  },
  border: { bottom: { style: 'medium', color: rgb(palette.ink) } },
})

/** @param read whether the row is the one being read */
export const cellStyle = (
  text: string,
  language: Language,
  numeric: boolean,
  read: boolean,
  format: string | null,
): CellStyle => ({
  font: fontOf(text, language, read ? { bold: true, color: rgb(palette.needleText) } : {}),
  alignment: numeric ? { horizontal: 'right' } : { horizontal: 'left', indent: 1 },
  border: { bottom: { style: 'hair', color: rgb(palette.line2) } },
  ...(read ? { fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(palette.wash) } } : {}),
  ...(format === null ? {} : { numFmt: format }),
})

export const termStyle = (text: string, language: Language, isTerm: boolean): CellStyle => ({
  font: fontOf(text, language, isTerm ? { bold: true } : {}),
  alignment: { vertical: 'top', wrapText: true },
  border: { bottom: { style: 'hair', color: rgb(palette.line2) } },
})

/** Format of a number with so many decimals; thousands are grouped. */
export const numberFormat = (decimals: number): string =>
  decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`

/** Numbers that name a place or a year, without groups. */
export const PLAIN = '0'

/** A measure's values as screens show them; the file holds them in full. */
export function measureFormat({
  decimals,
  signed,
  unit,
}: Pick<Measure, 'decimals' | 'signed' | 'unit'>): string {
  if (unit === 'rank') return PLAIN
  const plain = numberFormat(decimals)
  return signed ? `+${plain};"−"${plain};${plain}` : plain
}

/** Width in characters of a spreadsheet's column: East Asian letters take two. */
export function shownWidth(text: string): number {
  let width = 0
  for (const sign of text) width += EAST_ASIAN.test(sign) ? 2 : 1
  return width
}
