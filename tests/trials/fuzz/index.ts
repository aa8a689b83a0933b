/** Damaged files for each reader that has no fuzz beside its own tests. */
import { archivesTrial } from './archives.ts'
import { institutionTablesTrial } from './institution-tables.ts'
import type { FuzzTrial } from './judge.ts'
import { parquetTrial } from './parquet.ts'

export const FUZZ = {
  parquet: parquetTrial,
  'institution tables': institutionTablesTrial,
  archives: archivesTrial,
} as const satisfies Record<string, (many: number, seed: number) => Promise<FuzzTrial>>
