/** What is compared, as an address says it: the kind, its entities in order, and the reference. */
import type { EntityName } from '../domain/entity-names.ts'
import { ENTITY_NAMES } from '../domain/entity-names.ts'
import type { Query, QueryPatch } from './query.ts'
import { readTicked, TICKED_KEYS } from './query.ts'

export interface ComparedInAddress {
  by: EntityName
  /** Ids, each once, in order: the first is A. */
  ids: string[]
  /** Id of the reference; absent: the first, or a group's median. */
  reference: string | undefined
  /** Id or name of the group whose medians all are measured against. */
  group: string | undefined
}

/** Before the name of a group that is the reference: `group:our-eight`, in addresses and on the command line. */
const GROUP = 'group:'

export const groupReference = (group: string): string => `${GROUP}${group}`

/** The group that a reference names; undefined where it names one of those compared, or nobody. */
export const groupIn = (reference: string | undefined): string | undefined =>
  reference?.startsWith(GROUP) && reference.length > GROUP.length ? reference.slice(GROUP.length) : undefined

/** The ticked ones of all views, each kind in a key of its own: choosing another loses no tick. Words that stand in the address and name no kind count as cities. */
export function readCompared(query: Query): ComparedInAddress {
  const by = ENTITY_NAMES.find((each) => each === query['by']) ?? 'city'
  const group = groupIn(query['ref'])
  const reference = group === undefined ? query['ref'] : undefined
  return { by, ids: readTicked(query, by), reference, group }
}

/** A reference that stands first is the usual one and is not written. */
export function writeCompared({
  by,
  cities,
  reference,
}: {
  by?: EntityName | undefined
  cities: readonly string[]
  reference?: string | undefined
}): QueryPatch {
  const kind = by ?? 'city'
  return {
    by: kind === 'city' ? null : kind,
    [TICKED_KEYS[kind]]: cities.join(','),
    ref: reference === cities[0] ? null : reference,
  }
}

/** The list with one entry moved by so many places, within its ends. */
export function moved(ids: readonly string[], id: string, by: number): string[] {
  const from = ids.indexOf(id)
  if (from < 0) return [...ids]
  const to = Math.min(ids.length - 1, Math.max(0, from + by))
  return ids.toSpliced(from, 1).toSpliced(to, 0, id)
}
