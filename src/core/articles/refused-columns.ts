/** Works that were read and do not count, as an index keeps them: ids, dates and DOIs, and whether their list of authors is cut. */
import type { ReadableDb } from '../db/handles.ts'
import { unpack } from './pack.ts'

/** Columns as those of an `ArticleChunk`, row by row. */
export interface RefusedColumns {
  ids: Float64Array<ArrayBuffer>
  updated: Float64Array<ArrayBuffer>
  dois: Uint32Array<ArrayBuffer>
  /** 1 = refused because its list of authors is cut. */
  cut: Uint8Array<ArrayBuffer>
}

export function emptyColumns(records: number): RefusedColumns {
  return {
    ids: new Float64Array(records),
    updated: new Float64Array(records),
    dois: new Uint32Array(2 * records),
    cut: new Uint8Array(records),
  }
}

/** All that are stored, in stored order. */
export function readRefused(db: ReadableDb): RefusedColumns {
  const total = db.prepare('SELECT coalesce(sum(records), 0) FROM refused_works').pluck().get() as number
  const all = emptyColumns(total)
  let at = 0
  for (const row of db.prepare('SELECT * FROM refused_works ORDER BY chunk').iterate()) {
    const { records, ids, updated, dois, cut } = row as {
      records: number
      ids: Buffer
      updated: Buffer
      dois: Buffer
      cut: Buffer | null
    }
    all.ids.set(unpack(ids, Float64Array), at)
    all.updated.set(unpack(updated, Float64Array), at)
    all.dois.set(unpack(dois, Uint32Array), 2 * at)
    if (cut) all.cut.set(unpack(cut, Uint8Array), at)
    at += records
  }
  return all
}
