/** Keeping, renaming and removing groups. The file is written beside its place and put there whole. */
import { AppError } from '../../shared/contract/errors.ts'
import type { GroupMember, GroupSummary, KeptGroup, KeptGroups } from '../../shared/contract/groups.ts'
import { MOST_GROUPS } from '../../shared/domain/groups.ts'
import { slug } from '../../shared/domain/slug.ts'
import { writeJsonFile } from '../kept/json-file.ts'
import type { Merged } from '../kept/merged.ts'
import { mergeEntries } from '../kept/merged.ts'
import { byName, isSameName } from '../kept/names.ts'
import { groupsPath } from './groups-path.ts'
import { findGroup, GROUPS_FORMAT, GROUPS_VERSION, keptGroups } from './kept-groups.ts'

interface Saved extends Pick<KeptGroup, 'name' | 'kind' | 'saved' | 'members'> {
  id?: string | undefined
  replace: boolean
}

/** @throws AppError group-exists where the name is taken and is not to be replaced; group-unknown of an id; groups-full, groups-damaged. */
export function saveGroup(dataDir: string, { replace, id, ...saved }: Saved): KeptGroups & { id: string } {
  const kept = keptGroups(dataDir)
  const changed = id === undefined ? undefined : findGroup(kept, id)
  const named = kept.find((each) => each !== changed && isSameName(each.name, saved.name))
  if (named && !replace) throw exists(saved.name)
  const others = kept.filter((each) => each !== changed && each !== named)
  if (others.length >= MOST_GROUPS) throw full()
  const ownId = (changed ?? named)?.id ?? freeId(saved.name, kept)
  const members = withoutRepeats(saved.members)
  return { ...write(dataDir, [...others, { ...saved, members, id: ownId }]), id: ownId }
}

/** @throws AppError group-unknown, group-exists, groups-damaged. */
export function renameGroup(dataDir: string, { group, to }: { group: string; to: string }): KeptGroups {
  const kept = keptGroups(dataDir)
  const found = findGroup(kept, group)
  const others = kept.filter((each) => each !== found)
  if (others.some(({ name }) => isSameName(name, to))) throw exists(to)
  return write(dataDir, [...others, { ...found, name: to }])
}

/** @throws AppError group-unknown, groups-damaged. */
export function removeGroup(dataDir: string, group: string): KeptGroups {
  const kept = keptGroups(dataDir)
  const found = findGroup(kept, group)
  return write(
    dataDir,
    kept.filter((each) => each !== found),
  )
}

/**
 * Takes in the groups of another folder: one of the same name is the same, else one of the same id. Its id goes along but
 * where a third one here has it. @throws AppError groups-damaged, groups-full; nothing is changed then.
 */
export function mergeGroups(from: string, into: string, replace: boolean): Merged {
  const [here, incoming] = [keptGroups(into), keptGroups(from)]
  const renamed: KeptGroup[] = []
  for (const each of incoming) {
    const named = here.find(({ name }) => isSameName(name, each.name))
    const isTaken = named && named.id !== each.id && here.some(({ id }) => id === each.id)
    const others = [...here.filter((other) => other !== named), ...incoming, ...renamed]
    renamed.push(isTaken ? { ...each, id: freeId(each.name, others) } : each)
  }
  const same = (one: KeptGroup, other: KeptGroup) => one.id === other.id || isSameName(one.name, other.name)
  const { entries, ...merged } = mergeEntries(here, renamed, same, replace)
  if (entries.length > MOST_GROUPS) throw full()
  if (merged.restored + merged.replaced > 0) write(into, entries)
  return merged
}

/** @throws AppError groups-damaged. */
export const listGroups = (dataDir: string): KeptGroups => ({ groups: keptGroups(dataDir).map(summary) })

const summary = ({ members, ...group }: KeptGroup): GroupSummary => ({ ...group, members: members.length })

/** Of whom a group names twice, the first stays. */
function withoutRepeats(members: readonly GroupMember[]): GroupMember[] {
  const keys = new Set<string>()
  return members.filter(({ id, pasted }) => {
    const key = id === null ? `name/${pasted.toLowerCase()}` : `id/${id}`
    return !keys.has(key) && keys.add(key)
  })
}

/** `our-eight`, `our-eight-2`; of a name without letters `group`. */
function freeId(name: string, kept: readonly KeptGroup[]): string {
  const stem = slug(name).slice(0, 70).replace(/-+$/, '') || 'group'
  const taken = new Set(kept.map(({ id }) => id))
  let id = stem
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`
  return id
}

const full = () => new AppError('groups-full', `${MOST_GROUPS} groups`, { values: { most: MOST_GROUPS } })
const exists = (name: string) => new AppError('group-exists', `${name} is kept`, { values: { name } })

function write(dataDir: string, groups: readonly KeptGroup[]): KeptGroups {
  const sorted = byName(groups)
  writeJsonFile(groupsPath(dataDir), { format: GROUPS_FORMAT, version: GROUPS_VERSION, groups: sorted })
  return { groups: sorted.map(summary) }
}
