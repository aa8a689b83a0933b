/** What the palette lists, as data: what matched, what else is known, what choosing does. */
import type { SearchHit } from '../../../shared/contract/search.ts'
import { splitMetro } from '../../../shared/format/names.ts'
import type { IconName } from '../router/views.ts'

export interface Piece {
  text: string
  /** The part that matched. */
  mark?: boolean
  /** Name in the first place. */
  strong?: boolean
  /** Stands back. */
  small?: boolean
  lang?: string
}

export interface PaletteItem {
  key: string
  icon: IconName
  pieces: Piece[]
  /** At the right edge. */
  note: string
  keys: string[]
  run: () => void
}

export interface PaletteGroup {
  key: string
  title: string
  items: PaletteItem[]
}

/** A text cut at what matched. */
export function cut(
  text: string,
  start: number,
  length: number,
  piece: Omit<Piece, 'text' | 'mark'> = {},
): Piece[] {
  if (length <= 0) return [{ ...piece, text }]
  return [
    { ...piece, text: text.slice(0, start) },
    { ...piece, text: text.slice(start, start + length), mark: true },
    { ...piece, text: text.slice(start + length) },
  ].filter((each) => each.text !== '')
}

/** The names of a hit, the matched part marked; pinyin only where it is what matched. */
export function hitPieces(hit: SearchHit, zhFirst: boolean, pinyinWord: string): Piece[] {
  const { field, start, length } = hit.match
  const english = cut(hit.name, start, field === 'name' ? length : 0, { strong: !zhFirst })
  const chinese = hit.nameZh
    ? cut(hit.nameZh, start, field === 'nameZh' ? length : 0, { strong: zhFirst, lang: 'zh-Hans' })
    : []
  const [first, second] = zhFirst && chinese.length > 0 ? [chinese, english] : [english, chinese]
  const pieces = [...first, ...(second.length > 0 ? [{ text: ' ' }, ...second] : [])]
  if (field === 'pinyin' && hit.pinyin) {
    pieces.push({ text: ` ${pinyinWord} `, small: true }, ...cut(hit.pinyin, start, length, { small: true }))
  }
  return pieces
}

/** Items whose text holds what was typed, the part marked. */
export function matching(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return [...items]
  return items.flatMap((item) => {
    const text = item.pieces.map((piece) => piece.text).join('')
    const start = text.toLowerCase().indexOf(wanted)
    return start < 0 ? [] : [{ ...item, pieces: cut(text, start, wanted.length) }]
  })
}

/** A city's name as a command says it. */
export const plainName = (name: string): string => splitMetro(name).name
