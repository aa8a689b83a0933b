import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'

/** A name with another in brackets at its end: "University of Science and Technology (UST)". */
const BRACKETED = /^(.*\S)\s*[(（]([^)）]{2,12})[)）]$/u

/**
 * What a label may say, best first: the whole name, the name without what stands in brackets, what stands in brackets.
 * In both languages: the Chinese name over the English one, then the Chinese one alone.
 */
export function formsOf(
  { name, nameZh }: { name: string; nameZh: string | null },
  names: Language | 'both',
): string[] {
  if (names !== 'both') return shorter(nameIn(names, name, nameZh))
  if (nameZh === null || nameZh === name) return shorter(name)
  const [, ...less] = shorter(name)
  return [`${nameZh}\n${name}`, ...less.map((each) => `${nameZh}\n${each}`), nameZh]
}

function shorter(name: string): string[] {
  const parts = BRACKETED.exec(name)
  return parts?.[1] && parts[2] ? [name, parts[1], parts[2]] : [name]
}
