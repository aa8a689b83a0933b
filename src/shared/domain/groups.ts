/** Bounds and words of groups that users keep. */

export const GROUP_KINDS = ['city', 'institution'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

export const MOST_GROUPS = 200
export const MOST_MEMBERS = 500
export const LONGEST_GROUP_NAME = 80
export const LONGEST_MEMBER_NAME = 200
/** Signs of a text in which names are looked for. */
export const MOST_PASTED = 200_000

/** Letters of any script, so that an address reads as the group is called. */
export const GROUP_ID = /^[\p{L}\p{N}][\p{L}\p{N}-]{0,79}$/u

/** What a pasted line names: one, several of a name, none, one that stood before, or nothing as it is a head. */
export type LineFound = 'one' | 'several' | 'none' | 'twice' | 'head'

/** Why a dataset shows nothing of a member: it has none of the name, several of it, or no article in the subject and year. */
export type MissingReason = 'not-here' | 'several' | 'no-article'

/** Metropolitan areas stand among cities: a group of cities filters both. */
export const isOfKind = (kind: GroupKind, by: string): boolean =>
  by === kind || (kind === 'city' && by === 'metro')
