/** How likely text is to be what somebody wrote, rather than bytes read in an encoding that is not theirs. */
import type { Encoding } from '../../../shared/domain/encodings.ts'
import type { Alphabet, WideProfile } from './encoding-profiles.ts'
import { CYRILLIC_LETTERS, FREQUENT_CYRILLIC, FREQUENT_GREEK, LATIN, WIDE } from './encoding-profiles.ts'

/** Words of a line: what stands between blanks and the signs that part cells. */
const WORDS = /[^\s,;|"()[\]{}/<>=]+/g
// eslint-disable-next-line no-control-regex -- what is looked for is not ASCII
const NOT_ASCII = /[^\x00-\x7f]/g
/** Control characters, the sign for "not readable", private and unassigned signs. */
const IMPOSSIBLE = /[\u0080-\u009f\ufffd\p{Co}\p{Cn}]/u
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
]
/** Signs that may touch a letter. */
const TOUCHING = /[’‘'“”«»–—…·.´\-&@_ªº®™°‐‑]/u
/** A letter after a closing sign, or such a sign before one. */
const MISPLACED = /(?:^|[^\p{L}\p{Nd}])[ªº®™°]|[ªº®™°…]\p{L}|\p{L}[“«„]\p{L}|\p{Ll}[”»]\p{L}/u
/** Letters outside ASCII that follow each other. */
const LONGEST_RUN = 4
/** What of them is no mark of a wrong reading where no language explains it. */
const USUAL_RUN = 2

/** 0 (nobody wrote this) to 1, over the words with signs outside ASCII; null where there is none. */
export function plausibility(text: string, encoding: Encoding): number | null {
  let weight = 0
  let sum = 0
  for (const [word] of text.matchAll(WORDS)) {
    const signs = word.match(NOT_ASCII)?.length ?? 0
    if (signs === 0) continue
    weight += signs
    sum += signs * ofWord(word, encoding, text)
  }
  return weight === 0 ? null : sum / weight
}

function ofWord(word: string, encoding: Encoding, text: string): number {
  if (IMPOSSIBLE.test(word)) return 0
  const scripts = SCRIPTS.filter((script) => script.test(word))
  // DNA研究所 is written, Z黵ich is not.
  const isMixed = scripts.length > 1 && (scripts[0] !== SCRIPTS[0] || /[a-z\u00c0-\u024f]/.test(word))
  if (isMixed) return 0
  const wide = WIDE[encoding]
  if (wide) return ofWide(word, encoding, wide)
  if (scripts[0] === SCRIPTS[1]) return ofCyrillic(word)
  if (scripts[0] === SCRIPTS[2]) return ofGreek(word)
  return ofLatin(word, LATIN[encoding] ?? [], encoding, text)
}

function ofLatin(word: string, alphabets: readonly Alphabet[], encoding: Encoding, text: string): number {
  if (/\p{L}/u.test(word) && MISPLACED.test(word)) return 0
  if (!/\p{L}/u.test(word)) return /[^\p{ASCII}–—…·•“”‘’«»€]/u.test(word) ? 0.3 : 1
  for (const [sign] of word.matchAll(/[^\p{L}\p{M}\p{Nd}\p{ASCII}]/gu)) {
    if (/\p{L}/u.test(word) && !TOUCHING.test(sign) && touchesLetter(word, sign)) return 0
  }
  // eslint-disable-next-line no-control-regex -- as above
  if (/\p{Ll}(?=[^\x00-\x7f])\p{Lu}|(?=[^\x00-\x7f])\p{Ll}\p{Lu}/u.test(word)) return 0
  // eslint-disable-next-line no-control-regex -- as above
  if (/\p{Lu}(?=[^\x00-\x7f])\p{Lu}\p{Ll}/u.test(word)) return 0
  const run = longestRun(word)
  if (run > LONGEST_RUN) return 0
  if (encoding === 'windows-1251' || encoding === 'koi8-r' || encoding === 'windows-1253') return 0.3
  const lower = word.replaceAll('İ', 'i').toLowerCase()
  const special = lower.match(/[^\p{ASCII}]/gu)?.filter((sign) => /\p{L}/u.test(sign)) ?? []
  if (special.length === 0) return 1
  const fitting = alphabets.filter(({ letters }) => special.every((sign) => letters.includes(sign)))
  const parts = lower.split(/[^\p{L}]+/u)
  const isWritten = ({ never, cue }: Alphabet) =>
    !(never && parts.some((part) => never.test(part))) && (!cue || cue.test(text))
  if (fitting.some(isWritten)) return 1
  if (run > USUAL_RUN) return 0
  return fitting.length > 0 ? 0.4 : 0.2
}

function longestRun(word: string): number {
  const runs = word.match(/[^\P{L}\p{ASCII}]+/gu) ?? []
  return Math.max(0, ...runs.map((each) => each.length))
}

function touchesLetter(word: string, sign: string): boolean {
  for (let at = word.indexOf(sign); at >= 0; at = word.indexOf(sign, at + 1)) {
    if (/\p{L}/u.test(word[at + 1] ?? '') && !(at === 0 && /[¿¡„‚‹]/u.test(sign))) return true
    if (/\p{L}/u.test(word[at - 1] ?? '') && !/[›“]/u.test(sign)) return true
  }
  return false
}

function ofCyrillic(word: string): number {
  const lower = word.toLowerCase()
  const letters = [...lower].filter((sign) => /\p{L}/u.test(sign))
  if (/\p{Ll}\p{Lu}/u.test(word)) return 0
  if (letters.some((sign) => !CYRILLIC_LETTERS.includes(sign))) return 0.1
  if (/[^\p{L}\p{M}\p{N}\p{ASCII}«»“”„’–—…№]/u.test(word)) return 0.1
  const frequent = letters.filter((sign) => FREQUENT_CYRILLIC.includes(sign)).length
  return letters.length < 4 || frequent >= letters.length * 0.4 ? 1 : 0.5
}

function ofGreek(word: string): number {
  const lower = word.toLowerCase()
  const letters = [...lower].filter((sign) => /\p{L}/u.test(sign))
  if (/\p{Ll}\p{Lu}/u.test(word) || /ς\p{L}|\p{L}σ(?!\p{L})/u.test(word)) return 0
  if (/[^\p{L}\p{M}\p{Nd}\p{ASCII}«»“”’–—…]/u.test(word)) return 0
  const accents = letters.filter((sign) => /[άέήίόύώΐΰ]/.test(sign)).length
  const frequent = letters.filter((sign) => FREQUENT_GREEK.includes(sign)).length
  // A word in small letters has one accent, save the shortest.
  const isAccented = word === word.toUpperCase() || letters.length < 4 || accents === 1
  return isAccented && frequent >= letters.length * 0.5 ? 1 : 0.3
}

const taught = new Map<Encoding, Set<string>>()

function ofWide(word: string, encoding: Encoding, profile: WideProfile): number {
  let first = taught.get(encoding)
  if (!first) taught.set(encoding, (first = firstSigns(encoding, profile)))
  let sum = 0
  let signs = 0
  for (const sign of word) {
    if (/[\p{ASCII}\u3000-\u303f\uff00-\uff60·—–…“”‘’]/u.test(sign)) continue
    signs += 1
    if (profile.common.includes(sign)) sum += 1
    else if (/[\u3041-\u30ff]/.test(sign)) sum += /jp|jis/.test(encoding) ? 1 : 0.1
    else if (first.has(sign)) sum += profile.worth
    else sum += /[\uff61-\uff9f]/.test(sign) ? 0 : 0.1
  }
  return signs === 0 ? 0.5 : sum / signs
}

/** Signs of the rows that are taught first, by decoding all their codes. */
function firstSigns(encoding: Encoding, { rows, seconds }: WideProfile): Set<string> {
  const codes: number[] = []
  for (const [first, last] of rows) {
    for (let lead = first; lead <= last; lead += 1) {
      for (const [from, to] of seconds) for (let low = from; low <= to; low += 1) codes.push(lead, low)
    }
  }
  return new Set(new TextDecoder(encoding).decode(Uint8Array.from(codes)))
}
