import { z } from 'zod'
import { ENTITY_NAMES } from '../domain/entity-names.ts'
import {
  LARGEST_SEED,
  LEAST_REPLICATES,
  MOST_REPLICATES,
  USUAL_REPLICATES,
  USUAL_SEED,
} from '../domain/stability.ts'
import type { DatasetStamp } from './common.ts'
import { datasetRef, subject, year } from './common.ts'
import { sampling } from './define.ts'

/** How articles are drawn anew; the same values give the same bands everywhere. */
export const drawn = z.strictObject({
  seed: z.int().min(0).max(LARGEST_SEED).default(USUAL_SEED),
  /** B. */
  replicates: z.int().min(LEAST_REPLICATES).max(MOST_REPLICATES).default(USUAL_REPLICATES),
})
export type Drawn = z.infer<typeof drawn>

/**
 * What re-samples of the articles say of a row, flat as the row's other figures; null where the row has no band (of the
 * rows of a very long ranking the last).
 */
export interface BandFigures {
  /** 95 % interval of the Share, in articles. */
  shareLow: number | null
  shareHigh: number | null
  /** 95 % interval of the rank among all entities of the kind. */
  rankLow: number | null
  rankHigh: number | null
  /** Part of the replicates in which the row is among the first ten, in percent. */
  topTenPct: number | null
  /** Whether the interval of its rank overlaps with another row's: the order of the two may be chance. */
  tie: boolean | null
  /** The smallest difference from the Share of the next row that is one, in articles; null of the last too. */
  leastDifference: number | null
}

/** What the bands of a list were made by. */
export interface BandsMade extends Drawn {
  /** Rows that have a band, of all rows of the ranking without its filters. */
  rows: number
  of: number
  /** Fewer replicates than usual: the ends of the intervals waver. */
  rough: boolean
}

export const bandsInput = z.strictObject({
  dataset: datasetRef,
  by: z.enum(ENTITY_NAMES).default('city'),
  subject,
  /** Without it the dataset's default year. */
  year: year.optional(),
  bands: drawn.default({ seed: USUAL_SEED, replicates: USUAL_REPLICATES }),
})
export type BandsInput = z.infer<typeof bandsInput>

export const changesInput = z.strictObject({
  dataset: datasetRef,
  by: z.enum(ENTITY_NAMES).default('city'),
  subject,
  from: year,
  to: year,
  /** Base year of adjusted Share; without it the last year compared. */
  base: year.optional(),
  bands: drawn.default({ seed: USUAL_SEED, replicates: USUAL_REPLICATES }),
})
export type ChangesInput = z.infer<typeof changesInput>

/** 95 % intervals of a row's change, flat as its other figures; null where nothing bounds it. */
export interface ChangeFigures {
  /** Of the change of adjusted Share, in articles. */
  changeLow: number | null
  changeHigh: number | null
  /** Of the change in percent; null too where the first year's Share is 0 in many replicates. */
  changePctLow: number | null
  changePctHigh: number | null
}

export const stability = {
  /**
   * Draws the bands of a ranking, which `rankings.list` with the same `bands` then has at hand; `stability.progress` tells
   * how far it is. @throws not-computed for a published edition: it has no articles; cancelled.
   */
  'stability.ranking': sampling<DatasetStamp & { bands: BandsMade }>()(bandsInput),
  /** The same for the changes between two years, which `rankings.rising` with the same `bands` then has at hand. */
  'stability.changes': sampling<DatasetStamp & { bands: BandsMade }>()(changesInput),
  /** Ends a call of either, by what it was asked with, unless another waits for the same. */
  'stability.cancel': sampling<{ cancelled: boolean }>()(z.union([bandsInput, changesInput])),
} as const
