import { z } from 'zod'
import type { ScaleEngine } from '../domain/scale-engines.ts'
import { SCALE_ENGINES } from '../domain/scale-engines.ts'
import { fileToken, language, year } from './common.ts'
import { exporting } from './define.ts'
import { indexOptions } from './imports.ts'

/** The whole index as SQL for an engine of the user's. */
export interface ScalePlan {
  /** The hash by which its results name it. */
  plan: string
  /** Institutions of the files given, and the cities that they lie in. */
  institutions: number
  cities: number
  /** Journals of the list given; null where every journal counts. */
  journals: number | null
  files: { name: string; text: string }[]
}

/** What is held against what; in the order in which it is told. */
export const PLAN_CHECKS = [
  'files',
  'plan',
  'probe',
  'whole',
  'articles',
  'shares',
  'pairs',
  'sample',
] as const

export interface PlanFinding {
  check: (typeof PLAN_CHECKS)[number]
  compared: number
  differences: number
  /** The first of them. */
  named: string[]
}

/** Whether results are those of their plan and add up. */
export interface PlanCheck {
  plan: string
  engine: ScaleEngine
  articles: number
  /** Lines of the works that the engine could not read as records. */
  unread: number
  /** Articles of the sample, counted once more. */
  sampled: number
  holds: boolean
  findings: PlanFinding[]
}

export const scale = {
  /**
   * Steps, tables and a manifest, by which an engine makes the figures of an index from works that do not fit a laptop.
   * Neither works nor net are asked for anything.
   * @throws AppError recipe-years; scale-file and scale-titles where a rule cannot be told to an engine; file-unreadable,
   *   import-rejected for the files given
   */
  'scale.plan': exporting<ScalePlan>()(
    z.strictObject({
      engine: z.enum(SCALE_ENGINES),
      /** Where the engine finds the works: files with `*`, an address of a bucket, or the name of a table. */
      works: z.string().min(1).max(2000),
      /** Institutions, journals, metropolitan areas and subjects, each told by its content. */
      files: fileToken.optional(),
      from: year,
      to: year,
      options: indexOptions
        .pick({ types: true, includeRetracted: true, includeTruncated: true, spreadUnknown: true })
        .prefault({}),
      /** Passes over the articles: more of them take less memory each. */
      shards: z.int().min(1).max(1000).default(1),
      /** Pairs with fewer joint articles in all years together are left out. */
      pairsFrom: z.int().min(1).max(1_000_000).default(1),
      /** One article in so many comes back whole, for derivations. */
      sampleOf: z.int().min(1).max(1_000_000_000).default(1000),
      /** Of ClickHouse: the machines that read a bucket together. */
      cluster: z
        .string()
        .regex(/^\w{1,100}$/)
        .optional(),
      language,
      date: z.iso.date().optional(),
    }),
  ),
  /**
   * Holds the results in a plan's folder against the plan, sums that must hold, and the articles of the sample, which are
   * counted once more.
   * @throws AppError scale-foreign (no plan, or of a newer version), scale-missing (results not there), import-rejected
   *   (damaged)
   */
  'scale.check': exporting<PlanCheck>()(z.strictObject({ files: fileToken })),
} as const
