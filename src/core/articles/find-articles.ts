/** Articles of an index by id, DOI or words of their title; duplicates that another record replaced included. */
import { zstdDecompressSync } from 'node:zlib'
import type { ReadableDb } from '../db/handles.ts'
import type { ChunkRow } from './chunk-columns.ts'
import { unpack } from './pack.ts'
import type { TextRow } from './text-row.ts'
import { ARTICLES_PER_BLOCK } from './text-row.ts'

/** Where an article stands, and what tells whether it is another's duplicate. */
export interface FoundArticle {
  chunk: number
  /** Its place in the chunk. */
  place: number
  id: number
  /** Both words of the DOI's hash, 0 and 0 for none. */
  doi: readonly [number, number]
  /** Whether another record of the same article counts in its place. */
  dropped: boolean
}

export const sameDoi = (a: readonly [number, number], b: readonly [number, number]) =>
  (a[0] | a[1]) !== 0 && a[0] === b[0] && a[1] === b[1]

/** Those for which `wanted` is true, in stored order. */
export function findArticles(
  db: ReadableDb,
  wanted: (id: number, doiA: number, doiB: number) => boolean,
): FoundArticle[] {
  const rows = db.prepare('SELECT chunk, ids, dois, dropped FROM article_chunks ORDER BY chunk').iterate()
  const found: FoundArticle[] = []
  for (const row of rows as IterableIterator<ChunkRow>) {
    const ids = unpack(row.ids, Float64Array)
    const dois = unpack(row.dois, Uint32Array)
    for (let i = 0; i < ids.length; i++) {
      if (wanted(ids[i] as number, dois[2 * i] as number, dois[2 * i + 1] as number))
        found.push(articleAt(row, ids, dois, i))
    }
  }
  return found
}

/**
 * Those whose kept title holds the words as they stand, without regard to case.
 * @param most how many are looked for; the search ends with them
 */
export function findByTitle(db: ReadableDb, words: string, most: number): FoundArticle[] {
  const wanted = words.toLowerCase()
  // As it stands within the rows of JSON, so that most blocks need no parsing.
  const written = JSON.stringify(words).slice(1, -1).toLowerCase()
  const found: FoundArticle[] = []
  const rows = db.prepare('SELECT chunk, block, data FROM article_texts ORDER BY chunk, block').iterate()
  const places: [chunk: number, place: number][] = []
  for (const { chunk, block, data } of rows as IterableIterator<{
    chunk: number
    block: number
    data: Buffer
  }>) {
    const text = zstdDecompressSync(data).toString('utf8')
    if (!text.toLowerCase().includes(written)) continue
    for (const [at, line] of text.split('\n').entries()) {
      if (line === '') continue
      const [, , title] = JSON.parse(line) as TextRow
      if (title?.toLowerCase().includes(wanted)) places.push([chunk, block * ARTICLES_PER_BLOCK + at])
    }
    if (places.length >= most) break
  }
  const head = db.prepare('SELECT chunk, ids, dois, dropped FROM article_chunks WHERE chunk = ?')
  for (const [chunk, place] of places.slice(0, most)) {
    const row = head.get(chunk) as ChunkRow
    found.push(articleAt(row, unpack(row.ids, Float64Array), unpack(row.dois, Uint32Array), place))
  }
  return found
}

function articleAt(row: ChunkRow, ids: Float64Array, dois: Uint32Array, place: number): FoundArticle {
  return {
    chunk: row.chunk,
    place,
    id: ids[place] as number,
    doi: [dois[2 * place] as number, dois[2 * place + 1] as number],
    dropped: row.dropped !== null && unpack(row.dropped, Uint8Array)[place] === 1,
  }
}
