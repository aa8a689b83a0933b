/** Names of kept mappings; without the schemas of the file that keeps them, which no start needs. */
import { AppError } from '../../shared/contract/errors.ts'
import type { MappingProfile } from '../../shared/contract/profiles.ts'

/** Case aside. @throws AppError profile-unknown with the names that are kept. */
export function findProfile(kept: readonly MappingProfile[], name: string): MappingProfile {
  const found = kept.find((each) => isSameName(each.name, name))
  if (found) return found
  throw new AppError('profile-unknown', `no profile ${name}`, {
    values: { name },
    suggestions: kept.map((each) => each.name),
  })
}

export const isSameName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()
