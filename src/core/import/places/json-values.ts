/** Readers of values in records of which nothing is certain. */
export type Json = Record<string, unknown>

export function objectIn(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
}

export function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Text without surrounding white space; null where empty or no text. */
export function textIn(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A finite number, also one written as text or as Mongo wraps it (`{"$numberInt": "3"}`). */
export function numberIn(given: unknown): number | null {
  const value = wrappedNumber(given)
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

function wrappedNumber(value: unknown): unknown {
  const wrapped = objectIn(value)
  const [name] = Object.keys(wrapped ?? {})
  return wrapped && name && /^\$number(Int|Long|Double|Decimal)$/.test(name) ? wrapped[name] : value
}

/** Degrees from the equator; null for what is none. */
export const latitudeIn = (value: unknown): number | null => within(numberIn(value), 90)

/** Degrees from Greenwich; null for what is none. */
export const longitudeIn = (value: unknown): number | null => within(numberIn(value), 180)

const within = (degrees: number | null, most: number) =>
  degrees !== null && Math.abs(degrees) <= most ? degrees : null

/** A positive whole number, also one written as text; null for anything else. */
export function idIn(value: unknown): number | null {
  const number = numberIn(value)
  return number !== null && Number.isSafeInteger(number) && number > 0 ? number : null
}

/** Two letters, upper case; null for anything else. */
export function countryIn(value: unknown): string | null {
  const text = textIn(value)?.toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(text) ? text : null
}

/** A country by its code in any of the values, else by its name where one is given. */
export function placeCountry(
  codes: readonly unknown[],
  name: unknown,
): { country: string | null; countryName?: string } {
  const country = codes.map(countryIn).find((code) => code !== null) ?? null
  const countryName = textIn(name)
  return country !== null || countryName === null ? { country } : { country, countryName }
}
