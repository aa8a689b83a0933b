/** Kept mappings of columns: offered where files are looked at, kept, renamed, removed. */
import type { ImportPreview } from '../../shared/contract/imports.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { MappingProfile } from '../../shared/contract/profiles.ts'
import type { ImportContext } from '../context.ts'
import { asStorageError } from '../datasets/storage-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { PreviewGiven } from '../import/kinds/kind.ts'
import { importSize, roomOf } from '../import/run/import-size.ts'
import { previewFiles } from '../import/run/preview.ts'
import {
  keptProfiles,
  profilesPath,
  removeProfile,
  renameProfile,
  saveProfile,
} from '../profiles/profile-store.ts'

/** A look into files; where the kept mappings are damaged, files are looked at without them, and it is said. */
export async function previewByProfiles(
  paths: readonly string[],
  given: PreviewGiven,
  { dataDir, signal }: ImportContext,
): Promise<ImportPreview> {
  let kept: MappingProfile[] = []
  let problem: string | null = null
  try {
    kept = keptProfiles(dataDir)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    problem = String(error.details.values?.['reason'] ?? error.message)
  }
  const { weights, files } = await previewFiles(paths, given, signal, kept)
  // With words, as an import keeps them unless it is told otherwise.
  const size = weights.length > 0 ? importSize(weights, { keepWords: true }, roomOf(dataDir)) : null
  return { files, size, profilesProblem: problem }
}

type ProfileCommands = 'profiles.save' | 'profiles.rename' | 'profiles.remove'

export const profileHandlers: Pick<Handlers<'command', ImportContext>, ProfileCommands> = {
  'profiles.save': (profile, { dataDir, now }) =>
    stored(dataDir, () => saveProfile(dataDir, { ...profile, saved: now() })),
  'profiles.rename': (names, { dataDir }) => stored(dataDir, () => renameProfile(dataDir, names)),
  'profiles.remove': ({ name }, { dataDir }) => stored(dataDir, () => removeProfile(dataDir, name)),
}

function stored<T>(dataDir: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asStorageError(error, profilesPath(dataDir))
  }
}
