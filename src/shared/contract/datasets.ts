import { z } from 'zod'
import type { DatasetStamp, Scope } from './common.ts'
import type { CollectedFor } from '../domain/collected-for.ts'
import type { PlanOrigin } from '../domain/plan-origin.ts'
import { datasetId } from './common.ts'
import { command, exporting, query } from './define.ts'
import type { CameOfIt, ImportReport } from './import-report.ts'

/** `published`: figures as printed in an edition. `computed`: from article-level data. `sample`: computed from the synthetic sample. */
export type DatasetKind = 'published' | 'computed' | 'sample'

/** The last whole check of a dataset's file. */
export interface Verified {
  /** ISO date-time; of a damaged file when that was first found. */
  at: string
  ok: boolean
}

export interface DatasetSummary extends DatasetStamp {
  name: string
  nameZh: string | null
  kind: DatasetKind
  /** Ships with the app: it cannot be removed. */
  bundled: boolean
  bytes: number
  /** ISO date-time of the import. */
  importedAt: string
  cities: number
  figures: number
  /** Of a computed index; null for a published edition. */
  articles: number | null
  institutions: number | null
  /** Latest year with a full ranking. */
  defaultYear: number
  /** Of an index whose files were fetched for a place, by their recipe: of other places it holds only what they share with it. */
  collectedFor: CollectedFor | null
  /** Only of an index that an engine counted by a plan. */
  plan?: PlanOrigin
  /** Set where the file cannot be used (newer, foreign, damaged); the other fields are then empty or 0. */
  problem: 'dataset-newer' | 'dataset-foreign' | 'dataset-damaged' | null
  /** Absent where the file that is stored was never verified whole. */
  verified?: Verified
}

export interface SourceFile {
  file: string
  sha256: string
  bytes: number
  licence: string
  /** Where the figures were printed. */
  origin: string
  figures: number
}

/** What one subject of the dataset holds in its default year: numbers of cities with a figure. */
export interface Coverage {
  subject: string
  rank: number
  share: number
  count: number
  change: number
  /** Printed collaboration scores of institution pairs. */
  scores: number
}

export interface YearCoverage {
  year: number
  /** Number of cities with a printed or computed Share, all subjects. */
  shares: number
  /** Number of cities with any figure in that year, in any subject. */
  cities: number
  /** Scope of the overall figures of that year; null where no overall figure exists. */
  scope: string | null
}

export interface DatasetDetail extends DatasetSummary {
  edition: string
  licence: string
  citation: string
  appVersion: string
  sources: SourceFile[]
  scopes: Scope[]
  coverage: Coverage[]
  years: YearCoverage[]
  regions: { id: string; name: string; nameZh: string; cities: number }[]
  /** What the import noticed without rejecting the files. */
  notices: ImportNotice[]
  /** Of a computed index: what it holds in a sentence, and its first view that has rows; null of a published edition. */
  came: CameOfIt | null
}

export interface ImportNotice {
  code: 'file-ignored' | 'city-outside-ranking' | 'value-unreadable' | 'converted'
  file: string
  line: number | null
  values: Record<string, string | number>
}

export interface VerifyReport extends DatasetStamp {
  /** Null where the file is too damaged to tell. */
  kind: DatasetKind | null
  /** Where it is an index that an engine counted: its checks compare other things. */
  plan?: true
  ok: boolean
  checks: {
    id: 'checksum' | 'file' | 'integrity' | 'sources' | 'figures' | 'derived' | 'stored' | 'stored'
    /**
     * Null where it could not be done: no checksum stands beside the file, nothing to check is kept in it, or another version
     * of the app stored what is compared.
     */
    ok: boolean | null
    detail: string
  }[]
}

/** A dataset that was removed and is still there until the app ends. */
export interface RemovedDataset {
  /** By which it is taken back. */
  key: string
  dataset: string
  name: string
  nameZh: string | null
  kind: DatasetKind
  version: string
  bytes: number
  /** ISO date-time of its removal. */
  removed: string
}

export const datasets = {
  'datasets.list': query<{ datasets: DatasetSummary[]; dataDir: string }>()(z.strictObject({})),
  'datasets.show': query<DatasetDetail>()(z.strictObject({ dataset: datasetId })),
  /**
   * Compares the file with its checksum, opens it, checks it, and makes its figures again from what it keeps, to see the same come out. It takes
   * seconds for a large index, so it does not run where queries are answered.
   */
  'datasets.verify': exporting<VerifyReport>()(z.strictObject({ dataset: datasetId })),
  /** What the files of an index were fetched for; null where that is not known, and of a published edition. */
  'datasets.collected': query<DatasetStamp & { collectedFor: CollectedFor | null; plan?: PlanOrigin }>()(
    z.strictObject({ dataset: datasetId }),
  ),
  /** The reports of the imports that made a computed index, the latest first; empty for a published edition. */
  'datasets.report': query<DatasetStamp & { reports: ImportReport[] }>()(
    z.strictObject({ dataset: datasetId }),
  ),
  /** It can be taken back by its key until the app ends; null where that cannot be. */
  'datasets.remove': command<{ removed: string; key: string | null }>()(
    z.strictObject({ dataset: datasetId }),
  ),
  /** What this app removed since it began, the latest first. */
  'datasets.removed': query<{ removed: RemovedDataset[] }>()(z.strictObject({})),
  /** @throws AppError removed-unknown; removed-taken where another of its id was made meanwhile. */
  'datasets.takeBack': command<{ dataset: DatasetSummary }>()(
    z.strictObject({ key: z.string().regex(/^[0-9a-f]{12}$/) }),
  ),
} as const
