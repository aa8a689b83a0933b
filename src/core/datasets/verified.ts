/**
 * When each dataset was last verified whole, and with what outcome: `verified.json` in the data folder. It is told of the
 * very file that stands there; of one that was replaced since, nothing is known. A damaged list counts as none.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Verified } from '../../shared/contract/datasets.ts'
import { writeJsonFile } from '../kept/json-file.ts'
import { datasetPath, listDatasetIds, stampOf } from './files.ts'

interface Noted extends Verified {
  stamp: string
}

/** So long after its last whole check, or its import, a dataset is checked again in idle time. */
const CHECK_AFTER_MS = 30 * 24 * 60 * 60 * 1000

const fileOf = (dataDir: string): string => join(dataDir, 'verified.json')

/** Null where the file that stands there was never verified whole. */
export function verifiedOf(dataDir: string, id: string): Verified | null {
  const noted = read(dataDir)[id]
  return noted && noted.stamp === stampOf(datasetPath(dataDir, id)) ? { at: noted.at, ok: noted.ok } : null
}

/**
 * Notes the outcome of a whole check; of a damaged file the first moment stays. What cannot be written is left.
 * @param stamp of the file before it was checked
 */
export function noteVerified(dataDir: string, id: string, stamp: string | null, outcome: Verified): void {
  if (stamp === null || stamp !== stampOf(datasetPath(dataDir, id))) return
  const before = verifiedOf(dataDir, id)
  const at = before && !before.ok && !outcome.ok ? before.at : outcome.at
  const ids = new Set(listDatasetIds(dataDir))
  const kept = Object.entries(read(dataDir)).filter(([each]) => ids.has(each) && each !== id)
  try {
    const noted: Record<string, Noted> = { ...Object.fromEntries(kept), [id]: { at, ok: outcome.ok, stamp } }
    writeJsonFile(fileOf(dataDir), noted)
  } catch {
    // a full or read-only disk: it is verified again another time
  }
}

/**
 * The dataset whose last whole check, or whose import, lies furthest back, if more than thirty days.
 * @param now milliseconds of today @param left ids that are not to be named
 */
export function dueForCheck(dataDir: string, now: number, left: ReadonlySet<string>): string | null {
  const due = listDatasetIds(dataDir).flatMap((id) => {
    const last = lastOf(dataDir, id)
    return last !== null && now - last > CHECK_AFTER_MS && !left.has(id) ? [{ id, last }] : []
  })
  return due.sort((a, b) => a.last - b.last)[0]?.id ?? null
}

/** Null for what cannot be looked at. */
function lastOf(dataDir: string, id: string): number | null {
  try {
    const verified = verifiedOf(dataDir, id)
    return verified ? Date.parse(verified.at) : statSync(datasetPath(dataDir, id)).mtimeMs
  } catch {
    return null
  }
}

function read(dataDir: string): Record<string, Noted> {
  try {
    const found: unknown = JSON.parse(readFileSync(fileOf(dataDir), 'utf8'))
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return {}
    return Object.fromEntries(Object.entries(found as Record<string, unknown>).filter(isNoted))
  } catch {
    return {}
  }
}

function isNoted(entry: [string, unknown]): entry is [string, Noted] {
  const noted = entry[1] as Partial<Record<keyof Noted, unknown>> | null
  const at = typeof noted?.at === 'string' ? Date.parse(noted.at) : NaN
  return !Number.isNaN(at) && typeof noted?.ok === 'boolean' && typeof noted.stamp === 'string'
}
