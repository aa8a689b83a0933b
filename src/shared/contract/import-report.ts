/** What an import says of the files it read. */
import type { DateRange } from '../domain/collected-for.ts'
import type { EntityName } from '../domain/entity-names.ts'
import type { FileKind } from '../domain/file-kinds.ts'
import type { Finding } from './common.ts'

/** What came of an import, and the first view that has rows. */
export interface CameOfIt {
  /** `**…**` marks the figures. */
  finding: Finding
  /** What is ranked there; null where no ranking of the default year has a row. */
  by: EntityName | null
  /** Address of that view. */
  view: string | null
  /** The command that prints it. */
  command: string | null
}

export interface ReportedFile {
  file: string
  kind: FileKind
  bytes: number
  sha256: string
  records: number
  /** Of a part of a snapshot that is not whole: how many its manifest lists. */
  recordsListed?: number
}

/** What an import did, kept with the dataset. */
export interface ImportReport {
  finishedAt: string
  durationMs: number
  /** How long each step took, in order. */
  steps: { step: string; durationMs: number }[]
  files: ReportedFile[]
  /** Records read = stored + rejected by reason. */
  read: number
  stored: number
  rejected: { reason: string; count: number }[]
  oddities: { oddity: string; count: number }[]
  /** Records of one id whose contributions differ: the newest was kept. */
  contradicting: number
  /** The first rejected records, each with its file, line and reason. */
  listed: { file: string; line: number; reason: string; detail: string }[]
  /** Most frequent printed affiliations of authors without an institution. */
  unmatched: { text: string; count: number }[]
  institutions: { read: number; matched: number; unmatched: number; withoutCity: number }
  /** Share, in articles, in a city that a file names, that printed addresses name, and in none known; lacking in reports of before. */
  placed?: { file: number; printed: number; unknown: number }
  articles: number
  /** When the stored works were last changed at their source; reports of earlier versions lack it. */
  dataFrom?: DataFrom | null
  /** First and last day of fetching, where files of OpenAlex's old and new matcher of affiliations are joined. */
  mixedMatchers?: DateRange
  /** Fields that are not used are not validated, unless the import was strict. */
  strict: boolean
}

/** Dates as `2026-09-30`, from what the data say of themselves. */
export interface DataFrom {
  /** The oldest and the newest `updated_date` of the stored works; null where none has one. */
  earliest: string | null
  latest: string | null
  /** The date of the snapshot as its manifest or its release notes give it. */
  manifest: string | null
}
