import { z } from 'zod'
import { datasetId, fileToken, text, year } from './common.ts'
import type { DatasetSummary, ImportNotice } from './datasets.ts'
import { command } from './define.ts'
import type { FileIssue } from './errors.ts'
import { DELIMITERS } from '../domain/delimiters.ts'
import type { Encoding } from '../domain/encodings.ts'
import { ENCODINGS } from '../domain/encodings.ts'
import type { FileKind } from '../domain/file-kinds.ts'
import { BACKUP_JOB, RESTORE_JOB } from '../domain/jobs.ts'
import type { ScaleEngine } from '../domain/scale-engines.ts'
import type { CameOfIt, ImportReport } from './import-report.ts'
import type { FittedProfile } from './profiles.ts'

export interface ImportOutcome {
  dataset: DatasetSummary
  /** Records read = stored + rejected; an edition is stored whole or not at all, so rejected is 0 here. */
  read: number
  stored: number
  notices: ImportNotice[]
  durationMs: number
}

/** What a file seems to be, by its content. */
export interface PreviewedFile {
  file: string
  bytes: number
  kind: FileKind
  /** `lines`, `array`, `page`, `object` of JSON; `csv` of tables. */
  layout: string
  compressed: boolean
  encoding: string
  /** Of a table: its columns and the field each is read as; null where it is not used. */
  columns: { name: string; field: string | null }[]
  /** Up to five records in short: id, title or name, year, authors, institution, place. */
  records: Record<string, string | number | null>[]
  /** Records counted in the first bytes read, and an estimate for the whole file. */
  estimatedRecords: number | null
  /** Why the file cannot be read, or what it lacks; null where nothing is wrong. */
  problem: string | null
  /** What an import would say of the file besides: a guessed encoding, rows among the first that would be rejected. */
  notes: FileIssue[]
  /** Of a table without mark that is not UTF-8: how it may be read, the likeliest first; empty where it is told. */
  readings: { encoding: Encoding; example: string }[]
  /** Of a table: the kept mappings held against its columns, those of the same heads first. */
  profiles: FittedProfile[]
}

/** What an import will come to, by the sizes of its files: right within a factor of two. Bytes, unless said. */
export interface ImportSize {
  records: number
  /** Of the dataset's file. */
  dataset: number
  /** With what is gathered on disk meanwhile. */
  disk: number
  memory: number
  seconds: number
  /** Free where datasets are; null where the file system does not say. */
  free: number | null
  /** Memory of the computer. */
  machine: number
  /** Worth to be told before it begins. */
  isLarge: boolean
  /** What may be too little. */
  tight: 'records' | 'disk' | 'memory' | null
  /** What is too little by so much that the import is refused before it begins. */
  lacks: 'records' | 'disk' | 'memory' | null
}

export interface ImportPreview {
  files: PreviewedFile[]
  /** Of the articles among the files; null where there are none. */
  size: ImportSize | null
  /** Why the kept mappings cannot be read; null where they can. */
  profilesProblem: string | null
}

/** What the folder of a plan holds, as it says itself: nothing of it is checked yet. */
export interface PlanPreview {
  /** Name of the folder. */
  folder: string
  /** The plan's hash, of its rules and tables. */
  plan: string
  engine: ScaleEngine
  /** Years that the plan asked for, first and last. */
  from: number
  to: number
  /** Years of which the results tell articles, first and last; null where they tell none. */
  years: [number, number] | null
  /** Articles of all years. */
  articles: number
  /** Rows that the engine counted; null where it does not say. */
  affiliations: number | null
  shares: number | null
  pairs: number | null
  /** Pairs with fewer joint articles in all years together are not in it. */
  pairsFrom: number
  /** One article in so many came whole. */
  sampleOf: number
  types: string[]
  /** Whether the articles of some journals alone count. */
  journals: boolean
  /** Of the manifest and what the engine wrote. */
  files: number
  bytes: number
}

/** Our field → the column it is read from; null leaves the field out. */
export const givenColumns = z.record(z.string().max(60), z.string().max(200).nullable())
export type GivenColumns = z.infer<typeof givenColumns>

export const indexOptions = z.strictObject({
  /** Types of works that count; records without a type count always. */
  types: z.array(z.string().max(60)).max(40).default(['article', 'review', 'journal-article']),
  includeRetracted: z.boolean().default(false),
  /** Count works whose list of authors is cut, with what is listed as denominator. */
  includeTruncated: z.boolean().default(false),
  /** Spread the parts of authors without affiliation over the others. */
  spreadUnknown: z.boolean().default(false),
  /** Keep titles, names and affiliations, so that every number can be derived; the file grows by the half. */
  keepWords: z.boolean().default(true),
  /** Place affiliations of which no file tells where they are by the address that is printed. */
  printedPlaces: z.boolean().default(true),
  /** Read every line wholly, so that faults in fields that are not used are found too; three to five times slower. */
  strict: z.boolean().default(false),
  /** Of a table whose columns have other names. */
  columns: givenColumns.optional(),
  /** Of tables of affiliations; told from their bytes where it is not given. */
  encoding: z.enum(ENCODINGS).optional(),
  /** Of tables of affiliations; told from their lines where it is not given. */
  delimiter: z.enum(DELIMITERS).optional(),
})
export type IndexOptions = z.infer<typeof indexOptions>

export interface IndexOutcome {
  dataset: DatasetSummary
  report: ImportReport
  came: CameOfIt
}

export const imports = {
  /** Looks into files without importing them, tables by the columns and the encoding given. */
  'imports.preview': command<ImportPreview>()(
    z.strictObject({
      files: fileToken,
      columns: givenColumns.optional(),
      encoding: z.enum(ENCODINGS).optional(),
      delimiter: z.enum(DELIMITERS).optional(),
    }),
  ),
  /**
   * Builds a computed index from article-level files: any mix of works, institutions, affiliations tables, journal
   * lists, metro tables and subject mappings, each told by its content. `add` re-computes a stored index with the
   * new files besides its own. @throws import-rejected, import-records, import-disk, import-memory, dataset-exists, not-an-index, disk-full, cancelled.
   */
  'imports.index': command<IndexOutcome>()(
    z.strictObject({
      files: fileToken,
      as: datasetId,
      name: text.optional(),
      mode: z.enum(['create', 'replace', 'add']).default('create'),
      options: indexOptions.prefault({}),
    }),
  ),
  /**
   * Looks into a folder of a plan with its results: what stands in the manifest, in the checks and in the totals. Nothing is
   * held against anything. @throws scale-foreign, scale-missing, import-rejected.
   */
  'imports.planPreview': command<PlanPreview>()(z.strictObject({ files: fileToken })),
  /**
   * An index from a folder of a plan with the results that an engine made. They are held against the plan first, as
   * `scale.check` does; nothing is stored unless all holds. @throws scale-foreign, scale-missing, import-rejected,
   * dataset-exists, dataset-busy, disk-full, cancelled.
   */
  'imports.planResult': command<IndexOutcome>()(
    z.strictObject({
      /** The plan's folder, or the files in it. */
      files: fileToken,
      as: datasetId,
      name: text.optional(),
      replace: z.boolean().default(false),
    }),
  ),
  /** A deterministic synthetic index shaped like the real one; plainly marked as a sample everywhere. */
  'samples.create': command<IndexOutcome>()(
    z.strictObject({
      as: datasetId.default('sample'),
      replace: z.boolean().default(false),
      seed: z
        .int()
        .min(0)
        .max(2 ** 31)
        .default(1),
      /** 1 = the Shares printed for 2023, some 340,000 articles in five years; less for a smaller sample. */
      scale: z.number().min(0.05).max(1).default(1),
    }),
  ),
  /**
   * Imports a folder of CSV files as a published edition. Rejects the whole folder (`edition-rejected`, with
   * file, line and reason of each issue) and leaves every stored dataset as it was.
   */
  'imports.edition': command<ImportOutcome>()(
    z.strictObject({
      folder: fileToken,
      as: datasetId,
      name: text.optional(),
      year: year.optional(),
      /** Replace a dataset of that id. */
      replace: z.boolean().default(false),
      /** Accept a byte-order mark, CRLF line ends and GB18030 by converting them; noted in the report. */
      convert: z.boolean().default(false),
    }),
  ),
  /** Stops an import that runs or waits for its turn; it ends with `cancelled` and leaves what was there. */
  'imports.cancel': command<{ cancelled: boolean }>()(
    z.strictObject({ as: z.union([datasetId, z.enum([BACKUP_JOB, RESTORE_JOB])]) }),
  ),
} as const
