/**
 * Of records with one id, then of those with one DOI, the newest decides, on a tie that of the lowest id; where it does
 * not count, the work does not. Of two of one id and date that which counts is kept; of two that count the one that tells
 * more of where its authors are, as sources mend records without a new date; of equals the one whose contributions come
 * first in an order that depends on them alone. Memory: 25 bytes a record, and a table of at most 64 MB.
 */
import { pack, unpack } from '../../articles/pack.ts'
import type { WritableDb } from '../../db/handles.ts'
import type { ArticleContent } from '../../articles/content.ts'
import { contentOf } from '../../articles/content.ts'
import type { NodeKey } from '../../articles/nodes.ts'
import type { RefusedColumns } from '../../articles/refused-columns.ts'
import { readRefused } from '../../articles/refused-columns.ts'
import { mergedInto } from '../places/merged-ids.ts'
import { pruneRefused } from '../chunks/refused-works.ts'

/** Places of the table for each record: more than a third stays free, so that chains are short. */
const SLOTS_A_RECORD = 1.6
const MOST_SLOTS = 1 << 24
const HASHES = 2 ** 28

export interface Duplicates {
  byId: number
  byDoi: number
  /** Records of one id whose contributions differ. */
  contradicting: number
  /** The oldest and the newest `updated_date` of the articles that stay, as digits; 0 where none has one. */
  updated: { earliest: number; latest: number }
}

/** Of the stored articles, then of the works that do not count. */
interface Heads {
  /** How many are stored articles. */
  articles: number
  ids: Float64Array
  /** The ids that stand for them: of a merged id that which it was merged into. */
  works: Float64Array
  updated: Float64Array
  dois: Uint32Array
  dropped: Uint8Array
}

/**
 * Marks duplicates in the stored chunks and counts them; of works that do not count those stay that may decide yet.
 * @param merges ids of works that were merged into others: a record under such an id is one of the other
 * @param mostSlots of the table by which records are compared: the fewer, the more often all are gone through
 */
export function dropDuplicates(
  db: WritableDb,
  articles: number,
  keys: readonly NodeKey[],
  merges: ReadonlyMap<number, number> = new Map(),
  mostSlots = MOST_SLOTS,
): Duplicates {
  const refused = readRefused(db)
  const heads = readHeads(db, articles, refused)
  heads.works = merges.size === 0 ? heads.ids : heads.ids.map((id) => mergedInto(id, merges))
  const content = contentOf(db, keys)
  const search = new Search(heads, content, mostSlots)
  const byId = search.pass(
    (i) => hashNumber(heads.works[i] as number),
    (i, q) => heads.works[i] === heads.works[q],
  )
  const { contradicting } = search
  const isNewest = heads.dropped.slice(articles)
  pruneRefused(db, refused, (record) => isNewest[record] === 0)
  const { dois } = heads
  const byDoi = search.pass(
    (i) => {
      const [a, b] = [dois[2 * i] as number, dois[2 * i + 1] as number]
      return (a | b) === 0 ? -1 : Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0x9e3779b1) >>> 4
    },
    (i, q) => dois[2 * i] === dois[2 * q] && dois[2 * i + 1] === dois[2 * q + 1],
  )
  if (byId + byDoi > 0) writeDropped(db, heads.dropped.subarray(0, articles))
  return { byId, byDoi, contradicting, updated: rangeOf(heads) }
}

class Search {
  contradicting = 0
  private readonly heads: Heads
  /** Times that all records are gone through, each time for another stretch of the hashes. */
  private readonly rounds: number
  private readonly content: (article: number) => ArticleContent

  constructor(heads: Heads, content: (article: number) => ArticleContent, mostSlots: number) {
    this.heads = heads
    this.rounds = Math.ceil((heads.ids.length * SLOTS_A_RECORD) / mostSlots)
    this.content = content
  }

  /** `hash` gives 28 bits, or -1 for a record that has nothing to compare. Returns how many stored articles were dropped. */
  pass(hash: (i: number) => number, same: (i: number, q: number) => boolean): number {
    const counts = new Uint32Array(this.rounds)
    for (let i = 0; i < this.heads.ids.length; i++) {
      const round = Math.floor((hash(i) * this.rounds) / HASHES)
      if (round >= 0) counts[round] = (counts[round] as number) + 1
    }
    // As many as the fullest round needs, however unevenly the hashes lie.
    const most = counts.reduce((a, b) => Math.max(a, b), 0)
    const table = new Int32Array(Math.ceil(most * SLOTS_A_RECORD))
    let dropped = 0
    for (let round = 0; round < this.rounds; round++) dropped += this.round(round, table, hash, same)
    return dropped
  }

  /** What two records are compared by has one hash, so both are met in the same round. */
  private round(
    round: number,
    table: Int32Array,
    hash: (i: number) => number,
    same: (i: number, q: number) => boolean,
  ): number {
    const { heads, rounds } = this
    let dropped = 0
    table.fill(-1)
    for (let i = 0; i < heads.ids.length; i++) {
      if (heads.dropped[i]) continue
      const start = (hash(i) * rounds) / HASHES - round
      if (start < 0 || start >= 1) continue
      let at = Math.floor(start * table.length)
      for (;;) {
        const q = table[at] as number
        if (q < 0) {
          table[at] = i
          break
        }
        if (same(i, q)) {
          const better = this.isBetter(i, q)
          const loser = better ? q : i
          heads.dropped[loser] = 1
          if (loser < heads.articles) dropped++
          if (better) table[at] = i
          break
        }
        at = at + 1 === table.length ? 0 : at + 1
      }
    }
    return dropped
  }

  private isBetter(i: number, q: number): boolean {
    const { updated, ids, works, articles } = this.heads
    const isOwn = (record: number) => ids[record] === works[record]
    // What OpenAlex still keeps under its own id is the work, however old the other record says to be.
    if (works[i] === works[q] && isOwn(i) !== isOwn(q)) return isOwn(i)
    if (updated[i] !== updated[q]) return (updated[i] as number) > (updated[q] as number)
    if (ids[i] !== ids[q]) return (ids[i] as number) < (ids[q] as number)
    if (i < articles !== q < articles) return i < articles
    if (i >= articles) return this.doi(i) < this.doi(q)
    const [a, b] = [this.content(i), this.content(q)]
    if (a.text !== b.text) this.contradicting++
    const at = a.told.findIndex((units, place) => units !== b.told[place])
    if (at >= 0) return (a.told[at] as number) > (b.told[at] as number)
    return a.text === b.text ? this.doi(i) < this.doi(q) : a.text < b.text
  }

  /** As a number of 53 bits: enough of an order for two of one content. */
  private doi(i: number): number {
    const { dois } = this.heads
    return (dois[2 * i] as number) * 2 ** 21 + ((dois[2 * i + 1] as number) >>> 11)
  }
}

function readHeads(db: WritableDb, articles: number, refused: RefusedColumns): Heads {
  const records = articles + refused.ids.length
  const ids = new Float64Array(records)
  const heads: Heads = {
    articles,
    ids,
    works: ids,
    updated: new Float64Array(records),
    dois: new Uint32Array(2 * records),
    dropped: new Uint8Array(records),
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
  heads.ids.set(refused.ids, articles)
  heads.updated.set(refused.updated, articles)
  heads.dois.set(refused.dois, 2 * articles)
  return heads
}

function rangeOf({ articles, updated, dropped }: Heads): Duplicates['updated'] {
  let [earliest, latest] = [0, 0]
  for (let i = 0; i < articles; i++) {
    const at = updated[i] as number
    if (at === 0 || dropped[i]) continue
    if (earliest === 0 || at < earliest) earliest = at
    if (at > latest) latest = at
  }
  return { earliest, latest }
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

/** Records of an import: their numbers stand in an `Int32Array`, −1 for none. */
export const MOST_RECORDS = 2 ** 31 - 1

/** Bytes that finding duplicates takes: what is compared of each record, and the table. */
export const duplicatesMemory = (records: number): number =>
  25 * records + 4 * Math.min(SLOTS_A_RECORD * records, MOST_SLOTS)

function hashNumber(value: number): number {
  const low = Math.imul((value % 4294967296) | 0, 0x9e3779b1)
  return (low ^ Math.imul((value / 4294967296) | 0, 0x85ebca6b)) >>> 4
}
