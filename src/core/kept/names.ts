/** Names of kept things: two that differ in case alone are one. */
import type { ErrorCode } from '../../shared/contract/errors.ts'
import { AppError } from '../../shared/contract/errors.ts'

export const isSameName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** @throws AppError of the code, with the names that are kept. */
export function findNamed<T extends { name: string }>(
  kept: readonly T[],
  name: string,
  unknown: ErrorCode,
): T {
  const found = kept.find((each) => isSameName(each.name, name))
  if (found) return found
  throw new AppError(unknown, `${name} is not kept`, {
    values: { name },
    suggestions: kept.map((each) => each.name),
  })
}

/** In the order that a kept file has them in, which no language changes. */
export const byName = <T extends { name: string }>(kept: readonly T[]): T[] =>
  kept.toSorted((a, b) => (a.name < b.name ? -1 : 1))
