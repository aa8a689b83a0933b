/** What an import must know of a kind of file: how it is told from others, what a preview shows, how it is read. */
import type { GivenColumns, PreviewedFile } from '../../../shared/contract/imports.ts'
import type { Delimiter } from '../../../shared/domain/delimiters.ts'
import type { Encoding } from '../../../shared/domain/encodings.ts'
import type { FileKind, FileRole, RuleKind } from '../../../shared/domain/file-kinds.ts'
import type { FILE_KINDS } from '../../../shared/domain/file-kinds.ts'
import type { OddCounts } from '../chunks/counts.ts'
import type { Folding } from '../addresses/foldings.ts'
import type { Layout } from '../../scan/layout.ts'
import type { Countries } from '../places/countries.ts'
import type { InstitutionRecord } from '../places/institution-record.ts'
import type { MetroTable } from '../places/metros.ts'
import type { FieldMapping } from '../rules/field-mapping.ts'
import type { JournalList } from '../rules/journal-list.ts'
import type { ArticleLabels } from '../rules/subjects-of.ts'
import type { ImportIssueCode } from '../text/import-issue.ts'
import type { Packing } from '../text/open-bytes.ts'
import type { TableHead } from './table-head.ts'

export type JsonRecord = Record<string, unknown>

export interface DetectedFile {
  path: string
  file: string
  bytes: number
  packing: Packing
  /** Where it is no JSON. */
  form?: 'table' | 'parquet' | undefined
  /** Of small files that are read together: their paths. */
  members?: string[]
  kind: FileKind
  /** Of JSON files. */
  layout: Layout | null
  /** Whether it is read as a stream: packed, or JSON in UTF-16. */
  streamed: boolean
  /** The first records of a JSON file, parsed. */
  sample: JsonRecord[]
  /** Bytes that these records take, about. */
  sampledBytes: number
}

/** What the user told of tables before they are looked at. */
export interface PreviewGiven {
  columns?: Readonly<GivenColumns> | undefined
  encoding?: Encoding | undefined
  delimiter?: Delimiter | undefined
}

/** A test that a kind lacks is one that none of its files passes. */
export interface Told {
  /** Why no import takes a file of this kind; told before anything is read. */
  refusal?: ImportIssueCode
  /** Whether a record of JSON is of this kind. */
  isRecord?(record: JsonRecord): boolean
  /** The same by the keys alone of a first record that is larger than what is read of it. */
  hasKeys?(keys: ReadonlySet<string>): boolean
  /** Whether JSON in which no record was found is of this kind. */
  isBare?(head: Buffer): boolean
  /** Whether JSON that is of no kind holds records of one deeper down; asked last. */
  isWithin?(head: Buffer): boolean
  /** Whether a table is of this kind. */
  isTable?(head: TableHead): boolean
  /** What a preview shows besides the file's name, size and form. */
  preview(file: DetectedFile, given: PreviewGiven): Partial<PreviewedFile> | Promise<Partial<PreviewedFile>>
}

export interface InstitutionReader {
  /** @throws AppError import-rejected, file-unreadable. */
  read(
    path: string,
    signal: AbortSignal,
    form: DetectedFile['form'],
  ): Promise<{ records: InstitutionRecord[]; read: number; odd: OddCounts }>
}

/** What each rule comes to, read from a user's file or from the app's own. */
export interface RuleValues {
  journals: JournalList | null
  labels: ArticleLabels | null
  metros: MetroTable
  subjects: FieldMapping
  suburbs: readonly Folding[]
}

export interface RuleSources {
  resourcesDir: string
  countries: Countries
}

export interface RuleReader<Value> {
  /** @throws AppError import-rejected, file-unreadable. */
  read(path: string, sources: RuleSources): Promise<Value>
  /** What holds where no file is given. */
  usual(sources: RuleSources): Value
  /** Whether articles are left out by it as they are read: then an index keeps the rule it was begun with. */
  sifts: boolean
}

interface Reads<K extends FileKind> {
  /** By the parsing threads: `parse/parsers.ts`. */
  articles: object
  institutions: InstitutionReader
  rule: RuleReader<K extends RuleKind ? RuleValues[K] : never>
  nothing: object
}

/** What stands in the registry of a kind: how it is told and, by what it gives, how it is read. */
export type KindRow<K extends FileKind> = Told & Reads<K>[(typeof FILE_KINDS)[K] & FileRole]
