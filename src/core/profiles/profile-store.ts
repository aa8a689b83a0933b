/** Kept mappings of columns, in the data folder. */
import type { KeptProfiles, MappingProfile } from '../../shared/contract/profiles.ts'
import { mappingProfile, MOST_PROFILES } from '../../shared/contract/profiles.ts'
import { namedStore } from '../kept/named-store.ts'

const store = namedStore<MappingProfile>({
  file: 'mapping-profiles.json',
  format: 'science-cities-mapping-profiles',
  field: 'profiles',
  entry: mappingProfile,
  most: MOST_PROFILES,
  codes: { unknown: 'profile-unknown', exists: 'profile-exists', damaged: 'profiles-damaged' },
})

export const profilesPath = store.path

/** By name. @throws AppError profiles-damaged with the reason: a mapping is never guessed from a damaged file. */
export const keptProfiles = store.kept

/** @throws AppError profile-exists where the name is taken and is not to be replaced; profiles-damaged. */
export const saveProfile = (
  dataDir: string,
  { replace, ...profile }: MappingProfile & { replace: boolean },
): KeptProfiles => ({ profiles: store.save(dataDir, profile, replace) })

/** @throws AppError profile-unknown, profile-exists, profiles-damaged. */
export const renameProfile = (dataDir: string, names: { name: string; to: string }): KeptProfiles => ({
  profiles: store.rename(dataDir, names),
})

/** @throws AppError profile-unknown, profiles-damaged. */
export const removeProfile = (dataDir: string, name: string): KeptProfiles => ({
  profiles: store.remove(dataDir, name),
})

/** Takes in those of another folder. @throws AppError profiles-damaged; input-invalid of too many. */
export const mergeProfiles = store.merge
