/** How well a name matches a text. */
import type { SearchHit } from '../../shared/contract/search.ts'
import { fold, unfoldedSpan } from './fold.ts'

export type Candidate = Omit<SearchHit, 'match' | 'pinyin'> & {
  /** Pinyin, syllables parted by blanks. */
  syllables: string
  /** The English name, folded. */
  folded: string
  /** Other Chinese names, which are found but not shown. */
  aliasesZh?: readonly string[]
  /** Names in other languages, folded, which are found from their beginning and not shown. */
  aliases?: readonly string[]
}

interface Match {
  field: SearchHit['match']['field']
  start: number
  length: number
  worth: number
  /** Start and length are those of the folded name; told of the name only where it is shown, which is slow. */
  ofFolded?: true
}

/** The best candidates, those of equal worth in the order given. @param text as typed */
export function bestOf(candidates: Iterable<Candidate>, text: string, limit: number): SearchHit[] {
  const wanted = fold(text).trim()
  if (wanted === '') return []
  const byWorth = new Map<number, { candidate: Candidate; match: Match }[]>()
  for (const candidate of candidates) {
    const match = matchOf(candidate, text, wanted)
    if (!match) continue
    const worth = match.worth + (candidate.kind === 'city' ? 0.5 : 0)
    const equal = byWorth.get(worth)
    // No more than `limit` of one worth can be shown.
    if (!equal) byWorth.set(worth, [{ candidate, match }])
    else if (equal.length < limit) equal.push({ candidate, match })
  }
  return [...byWorth]
    .sort(([a], [b]) => b - a)
    .flatMap(([, equal]) => equal)
    .slice(0, limit)
    .map(({ candidate, match }) => toHit(candidate, match))
}

export function toHit(candidate: Candidate, match: Omit<Match, 'worth'>): SearchHit {
  const { field } = match
  const { start, length } = match.ofFolded ? unfoldedSpan(candidate.name, match.start, match.length) : match
  const { syllables, folded: _, aliasesZh: _zh, aliases: _aliases, ...rest } = candidate
  const pinyin = field === 'pinyin' ? syllables.replaceAll(' ', '') : null
  return { ...rest, pinyin, match: { field, start, length } }
}

function matchOf(
  { folded, nameZh, syllables, aliasesZh = [], aliases = [] }: Candidate,
  text: string,
  wanted: string,
): Match | null {
  const match = (field: Match['field'], start: number, length: number, worth: number) => ({
    field,
    start,
    length,
    worth,
  })
  const named = (at: number, worth: number): Match => ({
    field: 'name',
    start: at,
    length: wanted.length,
    worth,
    ofFolded: true,
  })
  const anywhere = folded.indexOf(wanted)
  if (anywhere === 0) return named(0, 4)
  const zh = nameZh?.indexOf(text) ?? -1
  if (zh >= 0) return match('nameZh', zh, text.length, zh === 0 ? 4 : 3)
  // The name that is shown holds no part of what was typed.
  if (aliasesZh.some((alias) => alias.includes(text))) return match('nameZh', 0, 0, 3)
  if (wanted.length > 1 && aliases.some((alias) => alias.startsWith(wanted))) return match('name', 0, 0, 2.5)
  const inner = anywhere < 0 ? -1 : folded.indexOf(` ${wanted}`)
  if (inner >= 0) return named(inner + 1, 3)
  const pinyin = pinyinMatch(syllables, wanted)
  if (pinyin) return match('pinyin', pinyin.start, pinyin.length, 2)
  return anywhere >= 0 && wanted.length > 2 ? named(anywhere, 1) : null
}

/** Letters at the start of any syllable, or initials (`bj` → bei jing). Position in the joined pinyin. */
function pinyinMatch(syllables: string, wanted: string): { start: number; length: number } | null {
  if (syllables === '') return null
  const letters = wanted.replaceAll(' ', '')
  const parts = syllables.split(' ')
  const joined = parts.join('')
  let start = 0
  for (const part of parts) {
    if (letters.length > 1 && joined.startsWith(letters, start)) return { start, length: letters.length }
    start += part.length
  }
  const initials = parts.map((part) => part[0]).join('')
  if (letters.length > 1 && initials.startsWith(letters)) {
    return { start: 0, length: parts.slice(0, letters.length).join('').length }
  }
  return null
}
