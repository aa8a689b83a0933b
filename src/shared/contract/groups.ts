/**
 * Groups: cities or institutions that a user names and compares again and again ("our eight"). They stand beside the
 * datasets, for all of them; each dataset says whom of them it has.
 */
import { z } from 'zod'
import type { DatasetStamp, EntityLabel, Provenance } from './common.ts'
import { datasetId, datasetRef, regionId } from './common.ts'
import { command, query } from './define.ts'
import {
  GROUP_ID,
  GROUP_KINDS,
  LONGEST_GROUP_NAME,
  LONGEST_MEMBER_NAME,
  MOST_MEMBERS,
  MOST_PASTED,
} from '../domain/groups.ts'
import type { LineFound, MissingReason } from '../domain/groups.ts'
import type { Spread } from '../domain/quartiles.ts'
import type { RankingMeasureId } from '../measures/ranking.ts'

export const groupName = z.string().trim().min(1).max(LONGEST_GROUP_NAME)
const groupKind = z.enum(GROUP_KINDS)
const name = z.string().trim().min(1).max(LONGEST_MEMBER_NAME)

/** Whom a user means: as written, and as the dataset knew it in which it was found. */
export const groupMember = z.strictObject({
  /** As it was pasted or ticked. */
  pasted: name,
  /** Null where no dataset has told yet who is meant: then the name as pasted is looked for. */
  id: name.nullable(),
  name,
  region: regionId.nullable(),
  /** State or province, which tells cities of one name in one country apart. */
  division: name.nullable(),
  /** Of institutions. */
  ror: z.string().length(9).nullable(),
  /** Dataset in which it was found: there the id alone decides. */
  dataset: datasetId.nullable(),
})
export type GroupMember = z.infer<typeof groupMember>

const members = z.array(groupMember).min(1).max(MOST_MEMBERS)

export const keptGroup = z.strictObject({
  /** Made of the first name and never changed, so that addresses outlive another name. */
  id: z.string().regex(GROUP_ID),
  name: groupName,
  kind: groupKind,
  /** ISO date-time. */
  saved: z.iso.datetime(),
  members,
})
export type KeptGroup = z.infer<typeof keptGroup>

/** A kept group by id or name; or a group itself, so that a file can be made again where it is not kept. */
export const groupRef = z.union([groupName, keptGroup])
export type GroupRef = z.infer<typeof groupRef>

export interface GroupSummary extends Pick<KeptGroup, 'id' | 'name' | 'kind' | 'saved'> {
  members: number
}

export interface KeptGroups {
  /** By name. */
  groups: GroupSummary[]
}

/** A member of whom the dataset shows nothing. */
export interface MissingMember {
  pasted: string
  name: string
  reason: MissingReason
  /** Another place that may have been looked for: the city, where the metropolitan area is missing. */
  instead: EntityLabel | null
}

/** What a ranking tells of the group that it was asked for. */
export interface RankingGroup extends Pick<KeptGroup, 'id' | 'name' | 'kind'> {
  /** Members of the group, and those who have a row. */
  members: number
  here: number
  /** The members without a row. */
  missing: MissingMember[]
  /** Of the members' figures, by measure; of a measure that none of them has there is none. */
  spreads: Partial<Record<RankingMeasureId, Spread>>
  /** Share and Count of all members here together, in articles, each article once; null where `lacks` says why. */
  together: { share: number; count: number } | null
  /** `articles`: an edition has none; `partners`: the index was not collected for all of them; `elsewhere`: an engine counted them; `rows`: nobody is here. */
  lacks: 'articles' | 'partners' | 'elsewhere' | 'rows' | null
}

/** Measures of a comparison: those of rankings, and what each is strong in. */
export type ComparedMeasureId = RankingMeasureId | 'specialisation'

/** A group whose medians others are measured against. */
export interface ComparedGroup extends Pick<KeptGroup, 'id' | 'name' | 'kind'> {
  /** Members of the group, and those whom the dataset has. */
  members: number
  here: number
  missing: MissingMember[]
  provenance: Provenance
  /** By subject, of the members' figures of the year, by measure; of a measure that none of them has there is none. */
  spreads: Record<string, Partial<Record<ComparedMeasureId, Spread>>>
  /** Of the members' Shares and ranks year by year; each year's median is of those who have the figure then. */
  points: { of: 'share' | 'rank'; subject: string; year: number; scope: string | null; spread: Spread }[]
}

/** A member held against one dataset; `missing` is null where it has it. */
export interface HeldMember extends GroupMember {
  here: EntityLabel | null
  missing: MissingReason | null
}

export interface GroupCandidate extends EntityLabel {
  regionName: string
  regionNameZh: string
  /** Of an institution its city. */
  within: EntityLabel | null
  /** In the dataset's default year, all subjects; null where it has none. */
  share: number | null
  /** What is kept where it is chosen. */
  member: GroupMember
}

/** A line that was pasted, and who may be meant. */
export interface MatchedLine {
  /** From 1, as the lines stand in what was pasted. */
  line: number
  /** The cell that holds the name. */
  text: string
  found: LineFound
  /** `one`: that one; `several`: those of the name; `none`: near names, of whom none is meant for certain. */
  candidates: GroupCandidate[]
  /** What is kept where nobody is chosen: the name as it is written, with the country beside it. */
  asWritten: GroupMember
}

export const groups = {
  /** @throws AppError groups-damaged where the file that holds them is none of ours. */
  'groups.list': query<KeptGroups>()(z.strictObject({})),
  /** A group held against a dataset. @throws AppError group-unknown, groups-damaged, not-computed. */
  'groups.show': query<DatasetStamp & { group: KeptGroup; members: HeldMember[] }>()(
    z.strictObject({ dataset: datasetRef, group: groupName }),
  ),
  /** Who is meant by names that were pasted, one a line. @throws AppError not-computed: an edition ranks no institutions. */
  'groups.match': query<DatasetStamp & { lines: MatchedLine[] }>()(
    z.strictObject({
      dataset: datasetRef,
      kind: groupKind.default('city'),
      /** Cells of a line parted by tabs, as spreadsheets copy them; one column holds the names. */
      text: z.string().max(MOST_PASTED),
    }),
  ),
  /** Keeps a group, or changes the one of `id`. @throws AppError group-exists, group-unknown, groups-full, groups-damaged, disk-full. */
  'groups.save': command<KeptGroups & { id: string }>()(
    z.strictObject({
      id: keptGroup.shape.id.optional(),
      name: groupName,
      kind: groupKind.default('city'),
      members,
      /** In place of the one of that name. */
      replace: z.boolean().default(false),
    }),
  ),
  /** @throws AppError group-unknown, group-exists, groups-damaged. */
  'groups.rename': command<KeptGroups>()(z.strictObject({ group: groupName, to: groupName })),
  /** @throws AppError group-unknown, groups-damaged. */
  'groups.remove': command<KeptGroups>()(z.strictObject({ group: groupName })),
} as const
