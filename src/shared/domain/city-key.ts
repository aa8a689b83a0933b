/** What is the same in all usual spellings of a city's name. */
import { nameKey } from './slug.ts'

/** Where ä, ö, ü are also written ae, oe, ue. */
const UMLAUT_COUNTRIES = new Set(['AT', 'CH', 'DE', 'LI', 'LU'])
/** Where å, æ or ä, ø or ö are also written aa, ae, oe. */
const NORTHERN_COUNTRIES = new Set(['AX', 'DK', 'FI', 'FO', 'GL', 'IS', 'NO', 'SE', 'SJ'])
/** Where đ is also written dj; of no two places there is that the only difference. */
const DJ_COUNTRIES = new Set(['BA', 'HR', 'ME', 'MK', 'RS', 'SI', 'XK'])

const SAINT: Readonly<Record<string, string>> = { st: 'saint', sankt: 'saint', ste: 'sainte' }

/**
 * One key for the spellings of a city: accents, case and apostrophes as in `nameKey`; `St.` and `Sankt` as `Saint`; and
 * in countries where they stand for one letter, `Duesseldorf` as `Düsseldorf`, `Aarhus` as `Århus`, `Djakovo` as
 * `Đakovo`. A vowel before tells
 * two letters apart from one: Neuenkirchen is not Neunkirchen.
 * @param country alpha-2; null where unknown
 */
export function cityKey(name: string, country: string | null): string {
  const key = saintKey(nameKey(name))
  if (country === null) return key
  if (UMLAUT_COUNTRIES.has(country)) return key.replace(/(?<![aeioqu])([aou])e/g, '$1')
  if (DJ_COUNTRIES.has(country)) return key.replace(/dj/g, 'd')
  if (NORTHERN_COUNTRIES.has(country)) return key.replace(/aa/g, 'a').replace(/(?<![aeiou])([ao])e/g, '$1')
  return key
}

/** A name's key with `st` and its like written out. */
export function saintKey(key: string): string {
  return key.replace(/\b(?:ste?|sankt)\b/g, (word) => SAINT[word] ?? word)
}
