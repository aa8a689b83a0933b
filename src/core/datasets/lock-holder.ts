/** Who has a dataset's lock, as it wrote it beside it; it needs no database to be read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { datasetsDir } from './files.ts'

export interface Holder {
  process: number
  since: string
}

export const lockPath = (dataDir: string, id: string): string => join(datasetsDir(dataDir), `${id}.lock`)
export const holderPath = (dataDir: string, id: string): string => `${lockPath(dataDir, id)}.json`

/** Null where none is told: the lock is free, or was taken a moment ago. */
export function readHolder(path: string): Holder | null {
  try {
    const { process: pid, since } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    return Number.isSafeInteger(pid) && typeof since === 'string' ? { process: Number(pid), since } : null
  } catch {
    return null
  }
}
