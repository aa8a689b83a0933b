/** The forms in which whole numbers stand in cells. */

/** Mongo's own JSON: `{"$numberInt":"2021"}`, as its export to tables writes it. */
const WRAPPED = /^\{\s*"\$number(?:Int|Long|Double)"\s*:\s*"?([^"]*)"?\s*\}$/

/** `2023`, `2023.0` as spreadsheets write it, `"2023"` in quotes of its own; null for anything else. */
export function wholeNumber(text: string): number | null {
  const plain = (WRAPPED.exec(text)?.[1] ?? text).replace(/^(["'])(.*)\1$/, '$2').trim()
  if (!/^\d{1,9}(\.0+|,00?)?$/.test(plain)) return null
  return Number(plain.replace(/[.,].*$/, ''))
}
