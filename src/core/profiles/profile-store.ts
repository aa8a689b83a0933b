/** Kept mappings of columns: one JSON file in the data folder, for all datasets. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/contract/errors.ts'
import type { KeptProfiles, MappingProfile } from '../../shared/contract/profiles.ts'
import { mappingProfile, MOST_PROFILES } from '../../shared/contract/profiles.ts'
import { findProfile, isSameName } from './find-profile.ts'

const schema = z.strictObject({
  format: z.literal('science-cities-mapping-profiles'),
  version: z.literal(1),
  profiles: z.array(mappingProfile).max(MOST_PROFILES),
})

export const profilesPath = (dataDir: string): string => join(dataDir, 'mapping-profiles.json')

/** By name. @throws AppError profiles-damaged with the reason: a mapping is never guessed from a damaged file. */
export function keptProfiles(dataDir: string): MappingProfile[] {
  const path = profilesPath(dataDir)
  if (!existsSync(path)) return []
  let kept: unknown
  try {
    kept = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : String(error))
  }
  const parsed = schema.safeParse(kept)
  if (parsed.success) return parsed.data.profiles
  const [issue] = parsed.error.issues
  throw damaged(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

/** @throws AppError profile-exists where the name is taken and is not to be replaced; profiles-damaged. */
export function saveProfile(
  dataDir: string,
  { replace, ...profile }: MappingProfile & { replace: boolean },
): KeptProfiles {
  const kept = keptProfiles(dataDir)
  const others = kept.filter(({ name }) => !isSameName(name, profile.name))
  if (others.length < kept.length && !replace) throw exists(profile.name)
  if (others.length >= MOST_PROFILES) {
    const values = { field: 'profiles', reason: `> ${MOST_PROFILES}` }
    throw new AppError('input-invalid', 'too many profiles', { values })
  }
  return write(dataDir, [...others, profile])
}

/** @throws AppError profile-unknown, profile-exists, profiles-damaged. */
export function renameProfile(dataDir: string, { name, to }: { name: string; to: string }): KeptProfiles {
  const kept = keptProfiles(dataDir)
  const profile = findProfile(kept, name)
  const others = kept.filter((each) => each !== profile)
  if (others.some((each) => isSameName(each.name, to))) throw exists(to)
  return write(dataDir, [...others, { ...profile, name: to }])
}

/** @throws AppError profile-unknown, profiles-damaged. */
export function removeProfile(dataDir: string, name: string): KeptProfiles {
  const kept = keptProfiles(dataDir)
  const profile = findProfile(kept, name)
  return write(
    dataDir,
    kept.filter((each) => each !== profile),
  )
}

const exists = (name: string) => new AppError('profile-exists', `${name} is kept`, { values: { name } })

const damaged = (path: string, reason: string) =>
  new AppError('profiles-damaged', `${path}: ${reason}`, { values: { file: path, reason } })

function write(dataDir: string, profiles: MappingProfile[]): KeptProfiles {
  const sorted = profiles.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const target = profilesPath(dataDir)
  const part = `${target}.${process.pid}.part`
  const file: z.input<typeof schema> = {
    format: 'science-cities-mapping-profiles',
    version: 1,
    profiles: sorted,
  }
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(part, `${JSON.stringify(file, null, 1)}\n`, { mode: 0o600 })
    renameSync(part, target)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  return { profiles: sorted }
}
