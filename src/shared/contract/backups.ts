/** All that a user keeps in the data folder as one file, and back from it. */
import { z } from 'zod'
import type { LeftOut } from './backed-up.ts'
import { fileToken } from './common.ts'
import type { DatasetKind } from './datasets.ts'
import { command } from './define.ts'
import type { ErrorCode } from './errors.ts'
import type { ExportedFile } from './exports.ts'

/** What is kept beside the datasets, for all of them. */
export type KeptListName = 'groups' | 'comparisons' | 'profiles' | 'cities' | 'populations'

/** What a backup says of itself; its bytes are checked when it is restored. */
export interface BackupFile {
  file: string
  appVersion: string
  /** ISO date-time. */
  made: string
  datasets: BackedUpDataset[]
  lists: KeptListName[]
  leftOut: LeftOut[]
  /** Unpacked. */
  bytes: number
}

export interface BackedUpDataset {
  dataset: string
  version: string
  name: string
  nameZh: string | null
  kind: DatasetKind
  /** ISO date-time of the import that made it. */
  importedAt: string
  /** It ships with the app: only what stands beside it (a report, say) is in the backup. */
  bundled: boolean
  bytes: number
  /** Something of that id is stored here. */
  stored: boolean
}

export interface RestoreReport {
  file: string
  datasets: {
    dataset: string
    name: string
    nameZh: string | null
    /** `kept`: what was stored here stays. */
    outcome: 'restored' | 'replaced' | 'kept' | 'failed'
    /** Why it failed; the others are not touched by that. */
    code: ErrorCode | null
  }[]
  /** Entries of each list: new here, put in place of those here, and those here that stayed. */
  lists: { list: KeptListName; restored: number; replaced: number; kept: number; code: ErrorCode | null }[]
  /** As the backup tells it. */
  leftOut: LeftOut[]
}

export const backups = {
  /**
   * One file with all datasets, what stands beside them and what is kept for all; what cannot be read is left out and told
   * with the file. `imports.cancel` as `BACKUP_JOB` stops it.
   */
  'exports.backup': command<ExportedFile>()(z.strictObject({})),
  /** Looks into a backup. @throws backup-foreign, archive-damaged, archive-newer. */
  'backups.preview': command<BackupFile>()(z.strictObject({ file: fileToken })),
  /**
   * Holds every byte against the backup's own list, then puts in place what is not stored here, or with `replace` all of it.
   * `imports.cancel` as `RESTORE_JOB` stops it. @throws those of the preview; dataset-newer, disk-full, cancelled: nothing is changed then.
   */
  'backups.restore': command<RestoreReport>()(
    z.strictObject({ file: fileToken, replace: z.boolean().default(false) }),
  ),
} as const
