/** Names of kept mappings; without the schemas of the file that keeps them, which no start needs. */
import type { MappingProfile } from '../../shared/contract/profiles.ts'
import { findNamed } from '../kept/names.ts'

/** Case aside. @throws AppError profile-unknown with the names that are kept. */
export const findProfile = (kept: readonly MappingProfile[], name: string): MappingProfile =>
  findNamed(kept, name, 'profile-unknown')
