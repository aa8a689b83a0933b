/**
 * Parts the affiliations of one author, which Scopus joins by commas as they stand within each, by the row's own list of
 * affiliations.
 */

/** Ways that are followed: two that differ are enough to know that it is not certain. */
const MOST_WAYS = 4

/**
 * The ways in which `text` is a sequence of entries joined by commas; empty where there is none.
 * @param entries the affiliations of the article, each as it is printed
 */
export function waysToPart(text: string, entries: readonly string[]): string[][] {
  const known = new Map<number, string[][]>([[text.length, [[]]]])
  const from = (at: number): string[][] => {
    const found = known.get(at)
    if (found) return found
    const ways: string[][] = []
    known.set(at, ways)
    for (const entry of entries) {
      if (ways.length >= MOST_WAYS) break
      if (!text.startsWith(entry, at)) continue
      const end = at + entry.length
      if (end !== text.length && text[end] !== ',') continue
      for (const way of from(end === text.length ? end : skip(text, end))) {
        if (ways.length < MOST_WAYS) ways.push([entry, ...way])
      }
    }
    return ways
  }
  return from(0)
}

function skip(text: string, at: number): number {
  let next = at
  while (next < text.length && /[,\s]/.test(text[next] as string)) next++
  return next
}

/** Entries of a list, and runs of them: an affiliation that holds a semicolon itself was parted by it. */
export function entriesOf(parts: readonly string[], text: string): string[] {
  const entries = new Set(parts)
  if (text.includes(';')) {
    for (let at = 0; at + 1 < parts.length; at++) {
      entries.add(`${parts[at]}; ${parts[at + 1]}`)
      if (at + 2 < parts.length) entries.add(`${parts[at]}; ${parts[at + 1]}; ${parts[at + 2]}`)
    }
  }
  return [...entries]
}

/**
 * The same without a list: after each country, unless another follows (`Georgia, United States`).
 * @returns null where the text does not end with a country
 */
export function partByCountry(text: string, isCountry: (part: string) => boolean): string[] | null {
  const words = text.split(/,\s*/)
  const found: string[] = []
  let from = 0
  words.forEach((word, at) => {
    if (!isCountry(word) || (at + 1 < words.length && isCountry(words[at + 1] as string))) return
    found.push(words.slice(from, at + 1).join(', '))
    from = at + 1
  })
  return from === words.length && found.length > 0 ? found : null
}
