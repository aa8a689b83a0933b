/** What is given to an import: files as they were found, rules and institutions as they were read, and how to count. */
import type { FileKind, RuleKind } from '../../../shared/domain/file-kinds.ts'
import type { IndexOptions } from '../../../shared/contract/imports.ts'
import type { Folding } from '../addresses/foldings.ts'
import type { OddCounts } from '../chunks/counts.ts'
import type { Collected } from '../collected/read-collected.ts'
import type { ArticleFile } from '../parse/tasks.ts'
import type { InstitutionRecord } from '../places/institution-record.ts'
import type { MergedIds } from '../places/merged-ids.ts'
import type { Institutions } from '../places/institutions.ts'
import type { MetroTable } from '../places/metros.ts'
import type { SubjectRules } from '../rules/subjects-of.ts'
import type { FileWeight } from './import-size.ts'
import type { ListedParts } from './snapshot-manifest.ts'

export interface GivenFile {
  path: string
  file: string
  kind: FileKind
  bytes: number
  /** Of files that are read whole here; articles are counted by the parsing threads. */
  records: number
  /** Of files that are read together: their paths; of what is not read none. */
  members?: string[]
  /** How many files of a snapshot, which are not read, this stands for. */
  count?: number
}

/** A table that says how to count, kept whole with the dataset. */
export interface RuleFile {
  kind: RuleKind
  file: string
  content: Buffer
}

export interface GivenFiles {
  files: GivenFile[]
  articles: ArticleFile[]
  articleBytes: number
  /** What the files of articles come to; of a source nothing needs to be told. */
  weights?: FileWeight[]
  institutions: Institutions
  /** Records as read, by file, to be kept with the dataset. */
  institutionFiles: { file: string; records: InstitutionRecord[] }[]
  institutionsRead: number
  /** What was odd in files of institutions. */
  institutionsOdd?: OddCounts
  rules: RuleFile[]
  subjects: SubjectRules
  metros: MetroTable
  /** Which ids were merged into which. */
  merged?: MergedIds
  /** Date of the snapshot that the files are of, where it says one. */
  snapshotDate?: string | null
  /** Parts that the snapshot's manifests list. */
  listedParts?: ListedParts
  /** What the files were fetched for and when, as recipes beside them say, with what the index said that they are added to. */
  collected?: Collected
  /** Suburbs and other names of cities, for places from printed addresses. */
  suburbs: readonly Folding[]
  /** SHA-256 by path, of what is in no file; else files are hashed while they are read. */
  hashes?: ReadonlyMap<string, string>
}

export interface ImportIndexInput {
  /** Files, or folders whose files are taken. */
  paths: readonly string[]
  as: string
  name: string | undefined
  mode: 'create' | 'replace' | 'add'
  options: IndexOptions
  kind?: 'computed' | 'sample'
  /** What is to be imported, where it does not come from files. */
  given?: GivenFiles
  /** What a dataset of ours says of itself. */
  credit?: { nameZh: string; licence: string; citation: string }
}
