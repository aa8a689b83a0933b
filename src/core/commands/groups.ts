/** Groups of cities or institutions: kept, renamed, removed. */
import type { ImportContext } from '../context.ts'
import { asStorageError } from '../datasets/files.ts'
import type { Handlers } from '../dispatch.ts'
import { removeGroup, renameGroup, saveGroup } from '../groups/group-store.ts'
import { groupsPath } from '../groups/kept-groups.ts'

type GroupCommands = 'groups.save' | 'groups.rename' | 'groups.remove'

export const groupHandlers: Pick<Handlers<'command', ImportContext>, GroupCommands> = {
  'groups.save': (group, { dataDir, now }) =>
    stored(dataDir, () => saveGroup(dataDir, { ...group, saved: now() })),
  'groups.rename': (names, { dataDir }) => stored(dataDir, () => renameGroup(dataDir, names)),
  'groups.remove': ({ group }, { dataDir }) => stored(dataDir, () => removeGroup(dataDir, group)),
}

function stored<T>(dataDir: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asStorageError(error, groupsPath(dataDir))
  }
}
