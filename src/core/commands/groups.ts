/** Groups of cities or institutions: kept, renamed, removed. */
import type { ImportContext } from '../context.ts'
import { asStorageError } from '../datasets/storage-error.ts'
import type { Handlers } from '../dispatch.ts'
import { removeGroup, renameGroup, saveGroup } from '../groups/group-store.ts'
import { groupsPath } from '../groups/groups-path.ts'

type GroupCommands = 'groups.save' | 'groups.rename' | 'groups.remove'

export const groupHandlers: Pick<Handlers<'command', ImportContext>, GroupCommands> = {
  'groups.save': (group, context) =>
    stored(context, () => saveGroup(context.dataDir, { ...group, saved: context.now() })),
  'groups.rename': (names, context) => stored(context, () => renameGroup(context.dataDir, names)),
  'groups.remove': ({ group }, context) => stored(context, () => removeGroup(context.dataDir, group)),
}

/** Every window hears of it. */
function stored<T>({ dataDir, emit }: Pick<ImportContext, 'dataDir' | 'emit'>, work: () => T): T {
  try {
    const done = work()
    emit({ type: 'groups.changed' })
    return done
  } catch (error) {
    throw asStorageError(error, groupsPath(dataDir))
  }
}
