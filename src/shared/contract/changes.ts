import { z } from 'zod'
import type { DatasetStamp, Provenance, Qualifier } from './common.ts'
import { datasetRef, rowLimit } from './common.ts'

/** A change of adjusted Share as an edition prints it. */
export interface PrintedChange {
  /** Id of the city. */
  id: string
  name: string
  nameZh: string | null
  region: string
  regionName: string
  regionNameZh: string
  subject: string
  from: number
  to: number
  value: number
  unit: 'percent' | 'share'
  /** As printed. */
  decimals: number
  qualifier: Qualifier
  /** What the source says beside it, e.g. "largest percentage growth among the ten fastest rising". */
  note: string
  /** Share of the city in the subject and the last year, as printed; null where it is not published. */
  share: number | null
  rank: number | null
  /** Year of the edition that prints it. */
  edition: number
  scope: string | null
  provenance: Provenance
  source: { file: string; line: number; origin: string }
}

export const changesInput = z.strictObject({
  dataset: datasetRef,
  /** With `all`, of every subject. */
  subject: z.string().default('all'),
  limit: rowLimit(500),
})
export type ChangesInput = z.infer<typeof changesInput>

export interface ChangeList extends DatasetStamp {
  filters: { subject: string }
  total: number
  truncated: boolean
  /** Cities of the edition: of the others no change is published. */
  cities: number
  rows: PrintedChange[]
}
