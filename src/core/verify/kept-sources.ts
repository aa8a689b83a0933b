import type { ReadableDb } from '../db/handles.ts'

export interface KeptSource {
  file: string
  sha256: string
  /** Null where the file is not kept. */
  content: Buffer | null
}

export function keptSources(db: ReadableDb): KeptSource[] {
  return db.prepare('SELECT file, sha256, content FROM sources ORDER BY source_id').all() as KeptSource[]
}
