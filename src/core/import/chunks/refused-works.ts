/**
 * Works that do not count, as far as duplicates need them: the newest record of a work decides, also where it says
 * that the work was retracted or is no article.
 */
import { pack, unpack } from '../../articles/pack.ts'
import type { ReadableDb, WritableDb } from '../../db/handles.ts'
import type { DoiHash } from './doi.ts'

/** Columns as those of an `ArticleChunk`, row by row. */
export interface RefusedColumns {
  ids: Float64Array<ArrayBuffer>
  updated: Float64Array<ArrayBuffer>
  dois: Uint32Array<ArrayBuffer>
}

/** What a parsing thread hands to the writer; the key is numbered as those of chunks, apart from them. */
export interface RefusedChunk extends RefusedColumns {
  type: 'refused'
  key: number
}

const PER_CHUNK = 4096

export class RefusedBook {
  records = 0
  private readonly columns = emptyColumns(PER_CHUNK)

  /** Takes a work of a known id. */
  add(id: number, updated: number, doi: DoiHash): void {
    const i = this.records++
    const { columns } = this
    columns.ids[i] = id
    columns.updated[i] = updated
    columns.dois.set(doi, 2 * i)
  }

  get isFull(): boolean {
    return this.records === PER_CHUNK
  }

  /** The chunk so far, for `key`; the book then begins the next. */
  take(key: number): RefusedChunk {
    const { ids, updated, dois } = this.columns
    const n = this.records
    this.records = 0
    return {
      type: 'refused',
      key,
      ids: ids.slice(0, n),
      updated: updated.slice(0, n),
      dois: dois.slice(0, 2 * n),
    }
  }
}

function emptyColumns(records: number): RefusedColumns {
  return {
    ids: new Float64Array(records),
    updated: new Float64Array(records),
    dois: new Uint32Array(2 * records),
  }
}

const INSERT = 'INSERT INTO refused_works VALUES (?,?,?,?,?)'

/** Gives the function that stores a chunk. */
export function refusedWriter(db: WritableDb): (key: number, columns: RefusedColumns) => void {
  const insert = db.prepare(INSERT)
  return (key, { ids, updated, dois }) =>
    void insert.run(key, ids.length, pack(ids), pack(updated), pack(dois))
}

/** All that are stored, in stored order. */
export function readRefused(db: ReadableDb): RefusedColumns {
  const total = db.prepare('SELECT coalesce(sum(records), 0) FROM refused_works').pluck().get() as number
  const all = emptyColumns(total)
  let at = 0
  for (const row of db.prepare('SELECT * FROM refused_works ORDER BY chunk').iterate()) {
    const { records, ids, updated, dois } = row as {
      records: number
      ids: Buffer
      updated: Buffer
      dois: Buffer
    }
    all.ids.set(unpack(ids, Float64Array), at)
    all.updated.set(unpack(updated, Float64Array), at)
    all.dois.set(unpack(dois, Uint32Array), 2 * at)
    at += records
  }
  return all
}

/** Keeps those for which `keep` is true: no other can decide anything, whatever is added. */
export function pruneRefused(db: WritableDb, all: RefusedColumns, keep: (record: number) => boolean): void {
  const kept = [...all.ids.keys()].filter(keep)
  db.exec('DELETE FROM refused_works')
  const write = refusedWriter(db)
  for (let from = 0; from < kept.length; from += PER_CHUNK) {
    const part = kept.slice(from, from + PER_CHUNK)
    const columns = emptyColumns(part.length)
    part.forEach((record, i) => {
      columns.ids[i] = all.ids[record] as number
      columns.updated[i] = all.updated[record] as number
      columns.dois.set(all.dois.subarray(2 * record, 2 * record + 2), 2 * i)
    })
    write(from / PER_CHUNK, columns)
  }
}

/** Copies those of an earlier index; one of an older version holds none. */
export function copyRefused(db: WritableDb, earlier: ReadableDb): void {
  const has = earlier.prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'refused_works'`).pluck().get()
  if (has !== 1) return
  const insert = db.prepare(INSERT)
  for (const row of earlier.prepare('SELECT * FROM refused_works').raw().iterate())
    insert.run(row as unknown[])
}
