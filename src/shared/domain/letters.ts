/** Letters in plain Latin: what names are matched by. */

/** Letters that Unicode does not take apart into a plain one and a mark, in lower case. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ɗ: 'd',
  þ: 'th',
  ł: 'l',
  ƚ: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ɲ: 'n',
  ĸ: 'k',
  ƙ: 'k',
  ı: 'i',
  ɨ: 'i',
  ə: 'e',
  ǝ: 'e',
  ɛ: 'e',
  ɔ: 'o',
  ɵ: 'o',
  ƒ: 'f',
  ƀ: 'b',
  ɓ: 'b',
  ƈ: 'c',
  ǥ: 'g',
  ɠ: 'g',
  ɣ: 'g',
  ȷ: 'j',
  ʉ: 'u',
  ʋ: 'v',
  ƴ: 'y',
  ƶ: 'z',
  ȥ: 'z',
}
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

/**
 * Lower case without marks; letters of their own (ł, ø, ß, ı) as the plain ones that stand for them. Of other scripts
 * the letters stay. `Łódź` → `lodz`, `Gießen` → `giessen`, `İstanbul` → `istanbul`.
 */
export function plainLetters(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
}
