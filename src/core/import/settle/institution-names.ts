/** How the names of institutions are matched. */
import { nameKey, slug } from '../../../shared/domain/slug.ts'

/** A name as it is matched: "The University of Tokyo" is "University of Tokyo". */
export const institutionKey = (name: string) => (nameKey(name) || name).replace(/^the (?=\S+ )/, '')

/**
 * A key that does not tell how letters are written that have no plain one: `dj` as đ, `oe` as ö and o, `aa` as å and a. Names
 * that differ are one key only by such letters, and are taken for one only in one city.
 */
export function looseKey(name: string): string {
  return institutionKey(name)
    .replace(/dj/g, 'd')
    .replace(/aa/g, 'a')
    .replace(/(?<![aeiou])([aou])e/g, '$1')
}

/** The id of an institution that has none: its name and country. */
export function idOfName(name: string, region: string | null): string {
  const words = (slug(name) || name).replace(/^the-(?=[^-]+-)/, '')
  return region === null ? words : `${words}-${region.toLowerCase()}`
}

/**
 * The spelling to be shown, of several names: of those that are `name` but for case and marks the one in usual case, then
 * that with its marks (they are lost on the way, never added). A word in capitals alone stays: `RIKEN` may be right.
 */
export function usualSpelling(name: string, others: Iterable<string>): string {
  const key = institutionKey(name)
  let best = name
  for (const other of others)
    if (other !== best && institutionKey(other) === key && isBetter(other, best)) best = other
  return best
}

function isBetter(other: string, name: string): boolean {
  if (!name.trim().includes(' ') && !isSmall(name)) return false
  const [a, b] = [isUnusual(other), isUnusual(name)]
  if (a !== b) return b
  const marks = marksOf(other) - marksOf(name)
  return marks > 0 || (marks === 0 && other < name)
}

const isSmall = (name: string) => name === name.toLowerCase()

/** In capitals alone, or in small letters alone, in a script that has both. */
const isUnusual = (name: string) => isSmall(name) !== (name === name.toUpperCase())

/** Letters with marks, or of their own. */
const marksOf = (name: string) => [...name.normalize('NFC')].filter((sign) => sign > '\u007f').length

export interface NamedInCity {
  name: string
  country: string
  city: string
}

/**
 * Of names without an id that one city has under several spellings (`Univerzitet Djordje Natošević`, `Univerzitet Đorđe
 * Natošević`): the spelling that stands for each in its country, the one with its letters.
 * @param cityKey one key for all names of a city
 */
export function joinSpellings(
  names: readonly NamedInCity[],
  cityKey: (city: string, country: string) => string,
): Map<string, string> {
  const groups = Map.groupBy(
    names,
    ({ name, country, city }) => `${looseKey(name)}|${country}|${cityKey(city, country)}`,
  )
  const joined = new Map<string, string>()
  for (const group of groups.values()) {
    const ids = new Set(group.map(({ name, country }) => idOfName(name, country)))
    if (ids.size < 2) continue
    const [first] = group.toSorted(
      (a, b) => marksOf(b.name) - marksOf(a.name) || (a.name < b.name ? -1 : Number(a.name > b.name)),
    )
    if (!first) continue
    for (const { name, country } of group) joined.set(idOfName(name, country), first.name)
  }
  return joined
}
