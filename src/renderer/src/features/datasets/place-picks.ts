/** Places chosen in a field, and what was typed and not chosen: both are asked for. */
import type { FoundPlace } from '../../../../shared/contract/recipes.ts'

/** `PT ES` as well as `South Korea; 葡萄牙`: codes of two letters may be apart by spaces, names not. */
export function typedCountries(text: string): string[] {
  const isCodes = /^\s*[a-z]{2}([\s,;，；、]+[a-z]{2})*\s*$/i.test(text)
  return text.split(isCodes ? /[\s,;，；、]+/ : /[,;，；、\n]+/).flatMap((part) => part.trim() || [])
}

/** Cities stand a line each or apart by semicolons, as a comma names their country. */
export const typedCities = (text: string): string[] =>
  text.split(/[\n;；]/).flatMap((part) => part.trim() || [])

/** With the place added; one that is chosen already stays where it is. */
export const withPlace = (chosen: readonly FoundPlace[], place: FoundPlace): FoundPlace[] =>
  chosen.some(({ ask }) => ask === place.ask) ? [...chosen] : [...chosen, place]

/** What a recipe is asked for. */
export const askedOf = (chosen: readonly FoundPlace[], typed: readonly string[]): string[] => [
  ...new Set([...chosen.map(({ ask }) => ask), ...typed]),
]
