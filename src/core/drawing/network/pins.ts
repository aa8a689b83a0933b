/** Where users put nodes, kept from one session to the next. */
import { createHash } from 'node:crypto'
import type { Drawing, Pin } from '../../../shared/contract/drawings.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ThreadContext } from '../../context.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { listDatasetIds } from '../../datasets/files.ts'
import { asStorageError } from '../../datasets/storage-error.ts'
import { forgetKept, keptDir, readKept, writeKept } from './kept-files.ts'

/** The key of a network's pins: of what was asked for, so that they outlive the dataset's next version. */
export function pinsKeyOf({ filters, layout, seed }: Pick<Drawing, 'filters' | 'layout' | 'seed'>): string {
  const { of, city, region, centre, subject, from, to, top } = filters
  const asked = [of, city, region, centre, subject, from, to, top, layout, seed]
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 32)
}

/** `networks.keep`. @throws AppError dataset-unknown, disk-full, file-unreadable. */
export function keepPins(
  { dataset, key, pins }: ParsedInputOf<'networks.keep'>,
  { dataDir }: ThreadContext,
): { kept: number } {
  if (!listDatasetIds(dataDir).includes(dataset)) {
    throw new AppError('dataset-unknown', `${dataset} is not stored`, { values: { dataset } })
  }
  try {
    if (pins.length === 0) forgetKept(dataDir, dataset, 'pins', key)
    else writeKept(dataDir, dataset, 'pins', key, pins)
  } catch (error) {
    throw asStorageError(error, keptDir(dataDir, dataset))
  }
  return { kept: pins.length }
}

/** The pins kept for a network; none where nothing, or nothing readable, is kept. */
export function keptPins(dataDir: string, dataset: string, key: string): Pin[] {
  const kept = readKept(dataDir, dataset, 'pins', key)
  return Array.isArray(kept) ? kept.filter(isPin) : []
}

function isPin(value: unknown): value is Pin {
  if (typeof value !== 'object' || value === null) return false
  const { id, x, y } = value as Partial<Pin>
  return typeof id === 'string' && Number.isFinite(x) && Number.isFinite(y)
}
