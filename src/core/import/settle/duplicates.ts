/**
 * Of records with one id, then of those with one DOI, the newest is kept, on a tie the lowest id, on a further tie
 * the one whose contributions come first in an order that depends on them alone. Memory: 32 bytes a record.
 */
import { pack, unpack } from '../../articles/pack.ts'
import type { WritableDb } from '../../db/handles.ts'
import { contentOf } from '../../articles/content.ts'
import type { NodeKey } from '../../articles/nodes.ts'

export interface Duplicates {
  byId: number
  byDoi: number
  /** Records of one id whose contributions differ. */
  contradicting: number
}

interface Heads {
  ids: Float64Array
  updated: Float64Array
  dois: Uint32Array
  dropped: Uint8Array
}

/** Marks duplicates in the stored chunks and counts them. */
export function dropDuplicates(db: WritableDb, articles: number, keys: readonly NodeKey[]): Duplicates {
  const heads = readHeads(db, articles)
  const table = new Int32Array(tableSize(articles))
  const content = contentOf(db, keys)
  const search = new Search(heads, table, content)
  const byId = search.pass(
    (i) => hashNumber(heads.ids[i] as number),
    (i, q) => heads.ids[i] === heads.ids[q],
  )
  const { contradicting } = search
  const { dois } = heads
  const byDoi = search.pass(
    (i) => {
      const [a, b] = [dois[2 * i] as number, dois[2 * i + 1] as number]
      return (a | b) === 0 ? -1 : Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0x9e3779b1) >>> 4
    },
    (i, q) => dois[2 * i] === dois[2 * q] && dois[2 * i + 1] === dois[2 * q + 1],
  )
  if (byId + byDoi > 0) writeDropped(db, heads.dropped)
  return { byId, byDoi, contradicting }
}

class Search {
  contradicting = 0
  private readonly heads: Heads
  private readonly table: Int32Array
  private readonly content: (article: number) => string

  constructor(heads: Heads, table: Int32Array, content: (article: number) => string) {
    this.heads = heads
    this.table = table
    this.content = content
  }

  /** `hash` gives -1 for an article that has nothing to compare. Returns how many were dropped. */
  pass(hash: (i: number) => number, same: (i: number, q: number) => boolean): number {
    const { table, heads } = this
    const mask = table.length - 1
    let dropped = 0
    table.fill(-1)
    for (let i = 0; i < heads.ids.length; i++) {
      if (heads.dropped[i]) continue
      const start = hash(i)
      if (start < 0) continue
      let at = start & mask
      for (;;) {
        const q = table[at] as number
        if (q < 0) {
          table[at] = i
          break
        }
        if (same(i, q)) {
          dropped++
          const better = this.isBetter(i, q)
          heads.dropped[better ? q : i] = 1
          if (better) table[at] = i
          break
        }
        at = (at + 1) & mask
      }
    }
    return dropped
  }

  private isBetter(i: number, q: number): boolean {
    const { updated, ids } = this.heads
    if (updated[i] !== updated[q]) return (updated[i] as number) > (updated[q] as number)
    if (ids[i] !== ids[q]) return (ids[i] as number) < (ids[q] as number)
    const [a, b] = [this.content(i), this.content(q)]
    if (a !== b) this.contradicting++
    return a < b
  }
}

function readHeads(db: WritableDb, articles: number): Heads {
  const heads: Heads = {
    ids: new Float64Array(articles),
    updated: new Float64Array(articles),
    dois: new Uint32Array(2 * articles),
    dropped: new Uint8Array(articles),
  }
  let at = 0
  const rows = db.prepare('SELECT articles, ids, updated, dois FROM article_chunks ORDER BY chunk').iterate()
  for (const row of rows as IterableIterator<{
    articles: number
    ids: Buffer
    updated: Buffer
    dois: Buffer
  }>) {
    heads.ids.set(unpack(row.ids, Float64Array), at)
    heads.updated.set(unpack(row.updated, Float64Array), at)
    heads.dois.set(unpack(row.dois, Uint32Array), 2 * at)
    at += row.articles
  }
  return heads
}

function writeDropped(db: WritableDb, dropped: Uint8Array): void {
  const chunks = db.prepare('SELECT chunk, articles FROM article_chunks ORDER BY chunk').all()
  const update = db.prepare('UPDATE article_chunks SET dropped = ? WHERE chunk = ?')
  let at = 0
  for (const { chunk, articles } of chunks as { chunk: number; articles: number }[]) {
    const part = dropped.subarray(at, at + articles)
    update.run(part.includes(1) ? pack(part) : null, chunk)
    at += articles
  }
}

function tableSize(articles: number): number {
  let size = 1 << 10
  while (size < articles * 1.6) size *= 2
  return size
}

function hashNumber(value: number): number {
  const low = Math.imul((value % 4294967296) | 0, 0x9e3779b1)
  return (low ^ Math.imul((value / 4294967296) | 0, 0x85ebca6b)) >>> 4
}
