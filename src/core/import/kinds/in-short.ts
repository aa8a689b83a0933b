/** The first records of a JSON file as a preview shows them. */
import type { PreviewedFile } from '../../../shared/contract/imports.ts'
import type { DetectedFile, JsonRecord } from './kind.ts'

export type Short = PreviewedFile['records'][number]

/** The records in short, and how many there are by the size of the first. */
export function firstInShort(
  { bytes, packing, sample, sampledBytes }: DetectedFile,
  inShort: (record: JsonRecord) => Short,
): Pick<PreviewedFile, 'records' | 'estimatedRecords'> {
  const perRecord = sample.length > 0 ? sampledBytes / sample.length : 0
  const isKnown = perRecord > 0 && packing === 'none'
  return {
    records: sample.map(inShort),
    estimatedRecords: isKnown ? Math.max(sample.length, Math.round(bytes / perRecord)) : null,
  }
}

export function placeInShort(record: JsonRecord): Short {
  const geo = record['geo'] as JsonRecord | null | undefined
  return {
    id: shortText(record['id']),
    name: shortText(record['display_name']) ?? shortText(record['name']),
    city: shortText(geo?.['city']),
    country: shortText(record['country_code']),
  }
}

export const shortText = (value: unknown): string | null =>
  typeof value === 'string' ? value.slice(0, 200) : null
