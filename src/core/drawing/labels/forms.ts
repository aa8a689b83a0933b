import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'

/** A name with its initials in brackets at its end: "University of Science and Technology (UST)". Places are no initials. */
const BRACKETED = /^(.*\S)\s*[(（]((?=[^)）]*\p{Lu}[^)）]*\p{Lu})[\p{Lu}\p{Ll}\d&.-]{2,8})[)）]$/u

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

/** Leaves out the shorter forms that do not tell a node from the others. */
export function tellingForms(forms: readonly (readonly string[])[]): string[][] {
  const uses = new Map<string, number>()
  for (const form of forms.flatMap((each) => [...new Set(each)])) uses.set(form, (uses.get(form) ?? 0) + 1)
  return forms.map((each) => each.filter((form, at) => at === 0 || uses.get(form) === 1))
}
