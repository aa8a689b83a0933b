/**
 * Works that do not count, as far as duplicates need them: the newest record of a work decides, also where it says
 * that the work was retracted or is no article.
 */
import { pack } from '../../articles/pack.ts'
import type { ReadableDb, WritableDb } from '../../db/handles.ts'
import type { RefusedColumns } from '../../articles/refused-columns.ts'
import { emptyColumns, readRefused } from '../../articles/refused-columns.ts'
import type { DoiHash } from '../../articles/doi.ts'

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
  add(id: number, updated: number, doi: DoiHash, cut: boolean): void {
    const i = this.records++
    const { columns } = this
    columns.ids[i] = id
    columns.updated[i] = updated
    columns.dois.set(doi, 2 * i)
    columns.cut[i] = cut ? 1 : 0
  }

  get isFull(): boolean {
    return this.records === PER_CHUNK
  }

  /** The chunk so far, for `key`; the book then begins the next. */
  take(key: number): RefusedChunk {
    const { ids, updated, dois, cut } = this.columns
    const n = this.records
    this.records = 0
    return {
      type: 'refused',
      key,
      ids: ids.slice(0, n),
      updated: updated.slice(0, n),
      dois: dois.slice(0, 2 * n),
      cut: cut.slice(0, n),
    }
  }
}

const INSERT = 'INSERT INTO refused_works (chunk, records, ids, updated, dois, cut) VALUES (?,?,?,?,?,?)'

/** Gives the function that stores a chunk. */
export function refusedWriter(db: WritableDb): (key: number, columns: RefusedColumns) => void {
  const insert = db.prepare(INSERT)
  return (key, { ids, updated, dois, cut }) =>
    void insert.run(key, ids.length, pack(ids), pack(updated), pack(dois), pack(cut))
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
      columns.cut[i] = all.cut[record] as number
    })
    write(from / PER_CHUNK, columns)
  }
}

/** Copies those of an earlier index; one of an older version holds none, or does not know which are cut. */
export function copyRefused(db: WritableDb, earlier: ReadableDb): void {
  const has = earlier.prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'refused_works'`).pluck().get()
  if (has !== 1) return
  const insert = db.prepare(INSERT)
  for (const row of earlier.prepare('SELECT * FROM refused_works').raw().iterate())
    insert.run(Array.from({ length: 6 }, (_, column) => (row as unknown[])[column] ?? null))
}

/** Ids of works whose list of authors is cut and that no whole record replaces; null where the index does not know. */
export function cutWorks(db: ReadableDb): number[] | null {
  const knows = db
    .prepare(`SELECT count(*) FROM pragma_table_info('refused_works') WHERE name = 'cut'`)
    .pluck()
  if (knows.get() !== 1) return null
  const { ids, cut } = readRefused(db)
  return [...ids].filter((_, record) => cut[record] === 1).sort((a, b) => a - b)
}
