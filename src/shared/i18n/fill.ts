/** What stands in the braces of a text. */
export type Values = Readonly<Record<string, string | number>>

/** A text with its `{name}` parts filled; one without a value stays as it is. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
