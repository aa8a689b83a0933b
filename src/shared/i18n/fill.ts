/** What stands in the braces of a text. */
export type Values = Readonly<Record<string, string | number>>

/** Between a sentence with a possessive and the same without one. */
const OR = ' ‖ '
const OWNED = /\{(\w+)\}’s\b/g

/**
 * A text with its `{name}` parts filled; one without a value stays as it is. Of two sentences the second is said where the
 * first would put ’s behind a bracket: "the Share of Cambridge (United States)", never "Cambridge (United States)’s Share".
 */
export const fill = (text: string, values: Values): string => fillBy(text, (name) => values[name])

/** The same, of values that are asked for by name. */
export function fillBy(text: string, valueOf: (name: string) => unknown): string {
  return sentenceFor(text, valueOf).replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(valueOf(name) ?? whole),
  )
}

function sentenceFor(text: string, valueOf: (name: string) => unknown): string {
  if (!text.includes(OR)) return text
  const [usual = '', other = ''] = text.split(OR)
  const isTold = ([, name = '']: RegExpExecArray) => /[)）]$/.test(String(valueOf(name) ?? ''))
  return [...usual.matchAll(OWNED)].some(isTold) ? other : usual
}
