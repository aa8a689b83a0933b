/** Mappings of a table's columns to fields that a user made and keeps under a name, for the next file of that kind. */
import { z } from 'zod'
import { DELIMITERS } from '../domain/delimiters.ts'
import { ENCODINGS } from '../domain/encodings.ts'
import { TABLE_FIELDS } from '../domain/table-fields.ts'
import { command, query } from './define.ts'

export const MOST_PROFILES = 200
export const profileName = z.string().trim().min(1).max(60)
const column = z.string().min(1).max(200)

/** What a mapping says of a table. */
export const profileSays = z.strictObject({
  /** Every field: the column it is read from, null where it is left out. */
  columns: z.record(z.enum(TABLE_FIELDS), column.nullable()),
  /** As chosen; null where it is told from the file. */
  encoding: z.enum(ENCODINGS).nullable(),
  delimiter: z.enum(DELIMITERS).nullable(),
})

export const mappingProfile = profileSays.extend({
  name: profileName,
  /** ISO date-time. */
  saved: z.iso.datetime(),
  /** All columns of the file it was made for, as they stand there. */
  heads: z.array(column).min(1).max(2000),
})
export type MappingProfile = z.infer<typeof mappingProfile>

/** A kept mapping held against the columns of one file; its columns are named as they stand in that file. */
export interface FittedProfile extends Pick<
  MappingProfile,
  'name' | 'saved' | 'columns' | 'encoding' | 'delimiter'
> {
  /** Whether the file has the heads it was made for; their order and case do not matter. */
  sameHeads: boolean
  /** Columns that it names and the file lacks: by it, the file cannot be read. */
  missing: string[]
}

export interface KeptProfiles {
  /** By name. */
  profiles: MappingProfile[]
}

export const profiles = {
  /** @throws AppError profiles-damaged where the file that holds them is none of ours. */
  'profiles.list': query<KeptProfiles>()(z.strictObject({})),
  /** Keeps a mapping. @throws AppError profile-exists, profiles-damaged, disk-full. */
  'profiles.save': command<KeptProfiles>()(
    mappingProfile.omit({ saved: true }).extend({
      /** In place of the one of that name. */
      replace: z.boolean().default(false),
    }),
  ),
  /** @throws AppError profile-unknown, profile-exists, profiles-damaged. */
  'profiles.rename': command<KeptProfiles>()(z.strictObject({ name: profileName, to: profileName })),
  /** @throws AppError profile-unknown, profiles-damaged. */
  'profiles.remove': command<KeptProfiles>()(z.strictObject({ name: profileName })),
} as const
