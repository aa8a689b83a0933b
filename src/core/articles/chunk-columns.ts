/** One stored chunk of articles, its columns unpacked. */
import type { ReadableDb } from '../db/handles.ts'
import { unpack } from './pack.ts'

export interface ChunkRow {
  chunk: number
  articles: number
  contributions: number
  ids: Buffer
  updated: Buffer
  dois: Buffer
  years: Buffer
  subjects: Buffer
  authors: Buffer
  lengths: Buffer
  nodes: Buffer
  units: Buffer
  /** One byte an article, 1 = a duplicate that another record replaces; null where none is. */
  dropped: Buffer | null
}

/** What counting needs of a chunk. `nodes` and `units` hold the articles' contributions one after another. */
export interface Contributions {
  chunk: number
  /** Unpacked when it is read: counting asks for it once, rounding and arrays never. */
  readonly ids: Float64Array
  years: Uint16Array
  subjects: Uint8Array
  authors: Uint32Array
  lengths: Uint32Array
  nodes: Uint32Array
  units: Uint32Array
  dropped: Uint8Array | null
}

const COLUMNS = 'chunk, ids, years, subjects, authors, lengths, nodes, units, dropped'

/** The chunks in stored order. */
export function* contributionChunks(db: ReadableDb): Generator<Contributions> {
  const rows = db.prepare(`SELECT ${COLUMNS} FROM article_chunks ORDER BY chunk`).iterate()
  for (const row of rows as IterableIterator<ChunkRow>) yield toContributions(row)
}

/** @throws where no such chunk is stored. */
export function contributionChunk(db: ReadableDb, chunk: number): Contributions {
  const row = db.prepare(`SELECT ${COLUMNS} FROM article_chunks WHERE chunk = ?`).get(chunk)
  if (!row) throw new Error(`no chunk ${chunk}`)
  return toContributions(row as ChunkRow)
}

/** Of a chunk what says how its articles are spread over years. @throws where no such chunk is stored. */
export function chunkLengths(
  db: ReadableDb,
  chunk: number,
): Pick<Contributions, 'years' | 'lengths' | 'dropped'> {
  const row = db.prepare('SELECT years, lengths, dropped FROM article_chunks WHERE chunk = ?').get(chunk)
  if (!row) throw new Error(`no chunk ${chunk}`)
  const { years, lengths, dropped } = row as ChunkRow
  return {
    years: unpack(years, Uint16Array),
    lengths: unpack(lengths, Uint32Array),
    dropped: dropped && unpack(dropped, Uint8Array),
  }
}

/** One row of `article_chunks`, in the order of its columns; no duplicates are known yet. */
export const INSERT_CHUNK = 'INSERT INTO article_chunks VALUES (?,?,?,?,?,?,?,?,?,?,?,?,NULL)'
export const INSERT_TEXT = 'INSERT INTO article_texts VALUES (?,?,?)'

function toContributions(row: ChunkRow): Contributions {
  return {
    chunk: row.chunk,
    get ids() {
      return unpack(row.ids, Float64Array)
    },
    years: unpack(row.years, Uint16Array),
    subjects: unpack(row.subjects, Uint8Array),
    authors: unpack(row.authors, Uint32Array),
    lengths: unpack(row.lengths, Uint32Array),
    nodes: unpack(row.nodes, Uint32Array),
    units: unpack(row.units, Uint32Array),
    dropped: row.dropped && unpack(row.dropped, Uint8Array),
  }
}
