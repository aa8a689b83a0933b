/** Whether a row is what a search text means. */
import { saintKey } from '../../shared/domain/city-key.ts'
import { nameKey } from '../../shared/domain/slug.ts'

/** What of a row is searched. */
export interface Searchable {
  row: { nameZh: string | null }
  /** `nameKey` of the English name. */
  key: string
  /** Syllables parted by blanks; empty where there are none. */
  pinyin: string
}

/** A test whether a text is part of the English or Chinese name, or begins the pinyin. */
export function matcher(search: string): (entry: Searchable) => boolean {
  if (search === '') return () => true
  const key = nameKey(search)
  // Of a saint more than the word must stand there: "st" is how Stanford begins.
  const saint = /\b(?:ste?|sankt|sainte?) \S/.test(key) ? saintKey(key) : null
  return ({ row, key: name, pinyin }) =>
    (row.nameZh?.includes(search) ?? false) ||
    (key !== '' && (name.includes(key) || pinyinStarts(pinyin, key))) ||
    (saint !== null && saintKey(name).includes(saint))
}

/** Whether letters begin a pinyin text at a syllable, written together (`beijing`), apart, or as initials (`bj`). */
export function pinyinStarts(pinyin: string, key: string): boolean {
  if (pinyin === '') return false
  const letters = key.replaceAll(' ', '')
  const syllables = pinyin.split(' ')
  const initials = syllables.map((syllable) => syllable[0]).join('')
  return (
    pinyin.replaceAll(' ', '').startsWith(letters) || (letters.length > 1 && initials.startsWith(letters))
  )
}
