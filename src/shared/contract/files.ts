/** Files of ours that come back: the view that made them, and whether they still follow from the data. */
import { z } from 'zod'
import { fileToken, language } from './common.ts'
import { exporting } from './define.ts'

/** What a file says it was made from, and what of that is at hand. */
export interface FileOrigin {
  file: string
  /** Of the file. */
  dataset: string
  version: string
  /** Stored now: of the same version, whatever it is called, else of the same id; null where there is neither. */
  at: { dataset: string; version: string; name: string; nameZh: string | null } | null
  sameVersion: boolean
}

export interface OpenedFile extends FileOrigin {
  /** Address of the view with the data at hand (`/rising?from=2019`); null where they are missing, or no view shows it. */
  view: string | null
}

/** A number or text of a file that the data at hand do not give. */
export interface ChangedFigure {
  /** Whose and what, e.g. `Beijing, Share, 2023`; `drawing` and `pixels` where no text differs. */
  label: string
  /** As written; null where the file, or the data, have none. */
  on: string | null
  now: string | null
}

export interface FileCheck extends FileOrigin {
  follows: boolean
  /** Numbers and texts that were compared. */
  compared: number
  /** In the order of the file. */
  changed: ChangedFigure[]
  /** Further ones that are not listed. */
  more: number
  /** Why it could not be made again: code of an error, and the values of its words. */
  problem: { code: string; values: Record<string, string | number> } | null
}

const fileInput = z.strictObject({ file: fileToken, language })

export const files = {
  /** Leads back to the view of a file. @throws file-not-ours; file-token-unknown, file-unreadable. */
  'files.open': exporting<OpenedFile>()(fileInput),
  /** Makes the file again from the data at hand and compares. @throws as `files.open`. */
  'files.verify': exporting<FileCheck>()(fileInput),
} as const
