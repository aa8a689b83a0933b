/** What the palette lists: plain data, so that the order and the choice of entries can be tested without a screen. */
import { LANGUAGE_MARKS } from '../../../../shared/domain/language.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { SearchHit } from '../../../../shared/contract/search.ts'
import { slug } from '../../../../shared/domain/slug.ts'
import type { IconName } from '../../../../shared/screens/rail.ts'

export interface Piece {
  text: string
  marked: boolean
}

export interface PaletteItem {
  /** Unique within the palette; also the end of the option's element id. */
  key: string
  icon: IconName
  label: Piece[]
  /** The name in the other language, or the pinyin that matched. */
  second: Piece[]
  secondLang: string | undefined
  /** Where it lies. */
  note: string
  /** Right-hand text, e.g. Share and rank. */
  says: string
  keys: string[]
  run: () => void
}

export interface PaletteGroup {
  id: string
  title: string
  items: PaletteItem[]
}

/** Cuts a text so that `length` UTF-16 units from `start` are marked; empty pieces are left out. */
export function markPieces(text: string, start: number, length: number): Piece[] {
  if (length <= 0) return text === '' ? [] : [{ text, marked: false }]
  return [
    { text: text.slice(0, start), marked: false },
    { text: text.slice(start, start + length), marked: true },
    { text: text.slice(start + length), marked: false },
  ].filter((piece) => piece.text !== '')
}

/** The pieces before and from sign `at` of their text, marks kept. */
export function splitPieces(pieces: readonly Piece[], at: number): [Piece[], Piece[]] {
  let seen = 0
  const head: Piece[] = []
  const tail: Piece[] = []
  for (const { text, marked } of pieces) {
    const cut = Math.min(text.length, Math.max(0, at - seen))
    if (cut > 0) head.push({ text: text.slice(0, cut), marked })
    if (cut < text.length) tail.push({ text: text.slice(cut), marked })
    seen += text.length
  }
  return [head, tail]
}

/** Marks the first place where `wanted` stands in `text`, without regard to case; null where it does not. */
export function markText(text: string, wanted: string): Piece[] | null {
  if (wanted === '') return markPieces(text, 0, 0)
  const start = text.toLowerCase().indexOf(wanted.toLowerCase())
  return start < 0 ? null : markPieces(text, start, wanted.length)
}

/** The two lines of a hit's name: first in the language of the session, then the other language or the pinyin. */
export function hitNames(
  hit: SearchHit,
  language: Language,
): Pick<PaletteItem, 'label' | 'second' | 'secondLang'> {
  const named = (field: 'name' | 'nameZh'): Piece[] => {
    const text = hit[field] ?? ''
    return hit.match.field === field
      ? markPieces(text, hit.match.start, hit.match.length)
      : markPieces(text, 0, 0)
  }
  const chineseFirst = language === 'zh' && hit.nameZh !== null
  const label = named(chineseFirst ? 'nameZh' : 'name')
  if (hit.match.field === 'pinyin' && hit.pinyin !== null) {
    const pinyin = markPieces(hit.pinyin, hit.match.start, hit.match.length)
    const chinese = !chineseFirst && hit.nameZh ? [{ text: `${hit.nameZh} `, marked: false }] : []
    return {
      label,
      second: [...chinese, ...pinyin],
      secondLang: LANGUAGE_MARKS[chinese.length > 0 ? 'zh' : 'en'].tag,
    }
  }
  return {
    label,
    second: named(chineseFirst ? 'name' : 'nameZh'),
    secondLang: LANGUAGE_MARKS[chineseFirst ? 'en' : 'zh'].tag,
  }
}

/** The id of the city that an institution stands in; ids are made from English names. */
export const cityIdOf = (hit: SearchHit): string | null => (hit.within === null ? null : slug(hit.within))

/** The entry after or before `index`, round the ends; 0 for an empty list. */
export function step(index: number, by: 1 | -1, length: number): number {
  return length === 0 ? 0 : (index + by + length) % length
}
