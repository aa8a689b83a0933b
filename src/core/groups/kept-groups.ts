/**
 * Groups that users keep: one JSON file in the data folder, for all datasets. Read without a schema, as rankings ask for
 * groups and no start may wait for schemas (`docs` of the form: shared/contract/groups.ts).
 */
import { statSync } from 'node:fs'
import { AppError } from '../../shared/contract/errors.ts'
import type { GroupMember, GroupRef, KeptGroup } from '../../shared/contract/groups.ts'
import {
  GROUP_ID,
  GROUP_KINDS,
  LONGEST_GROUP_NAME,
  LONGEST_MEMBER_NAME,
  MOST_GROUPS,
  MOST_MEMBERS,
} from '../../shared/domain/groups.ts'
import { readJsonFile } from '../kept/json-file.ts'
import { findNamed } from '../kept/names.ts'
import { groupsPath } from './groups-path.ts'

export const GROUPS_FORMAT = 'science-cities-groups'
export const GROUPS_VERSION = 1

const lastRead = new Map<string, { stamp: string; groups: readonly KeptGroup[] }>()

/** By name. @throws AppError groups-damaged with the reason: who belongs to a group is never guessed from a damaged file. */
export function keptGroups(dataDir: string): readonly KeptGroup[] {
  const path = groupsPath(dataDir)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  const stamp = `${stat.ino}/${stat.size}/${stat.mtimeMs}`
  const known = lastRead.get(path)
  if (known?.stamp === stamp) return known.groups
  const groups = readGroups(path)
  lastRead.set(path, { stamp, groups })
  return groups
}

function readGroups(path: string): KeptGroup[] {
  const kept = readJsonFile(path, (reason) => damaged(path, reason))
  if (kept === undefined) return []
  const { format, version, groups } = asObject(kept) ?? {}
  if (format !== GROUPS_FORMAT) throw damaged(path, `format: ${JSON.stringify(format)}`)
  if (version !== GROUPS_VERSION) throw damaged(path, `version: ${JSON.stringify(version)}`)
  if (!Array.isArray(groups) || groups.length > MOST_GROUPS) throw damaged(path, 'groups')
  groups.forEach((group: unknown, at) => {
    const fault = faultOf(group)
    if (fault !== null) throw damaged(path, `groups.${at}.${fault}`)
  })
  const ids = new Set((groups as KeptGroup[]).map(({ id }) => id))
  if (ids.size < groups.length) throw damaged(path, 'groups: id twice')
  return groups as KeptGroup[]
}

const asObject = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most

/** Where a group is not as it must be; null where it is. */
function faultOf(value: unknown): string | null {
  const group = asObject(value)
  if (!group) return 'object'
  if (typeof group['id'] !== 'string' || !GROUP_ID.test(group['id'])) return 'id'
  if (!isText(group['name'], LONGEST_GROUP_NAME)) return 'name'
  if (!(GROUP_KINDS as readonly unknown[]).includes(group['kind'])) return 'kind'
  if (!isText(group['saved'], 40) || Number.isNaN(Date.parse(group['saved']))) return 'saved'
  const members: unknown = group['members']
  if (!Array.isArray(members) || members.length === 0 || members.length > MOST_MEMBERS) return 'members'
  const at = members.findIndex((member) => !isMember(member))
  return at < 0 ? null : `members.${at}`
}

/** Every field of a member, so that one that is missing is not read as "not known". */
const MEMBER_FIELDS: Record<keyof GroupMember, (value: unknown) => boolean> = {
  pasted: (value) => isText(value, LONGEST_MEMBER_NAME),
  name: (value) => isText(value, LONGEST_MEMBER_NAME),
  id: (value) => value === null || isText(value, LONGEST_MEMBER_NAME),
  region: (value) => value === null || (typeof value === 'string' && /^[A-Z]{2}$/.test(value)),
  division: (value) => value === null || isText(value, LONGEST_MEMBER_NAME),
  ror: (value) => value === null || (typeof value === 'string' && value.length === 9),
  dataset: (value) => value === null || isText(value, 64),
}

function isMember(value: unknown): boolean {
  const member = asObject(value)
  return member !== null && Object.entries(MEMBER_FIELDS).every(([field, isGood]) => isGood(member[field]))
}

const damaged = (path: string, reason: string) =>
  new AppError('groups-damaged', `${path}: ${reason}`, { values: { file: path, reason } })

/** By id, else by name, case aside. @throws AppError group-unknown with the names that are kept. */
export const findGroup = (kept: readonly KeptGroup[], ref: string): KeptGroup =>
  kept.find(({ id }) => id === ref) ?? findNamed(kept, ref, 'group-unknown')

/** The group that is meant. @throws AppError group-unknown, groups-damaged. */
export const askedGroup = (dataDir: string, ref: GroupRef): KeptGroup =>
  typeof ref === 'string' ? findGroup(keptGroups(dataDir), ref) : ref
