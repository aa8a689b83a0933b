/** Single articles as they are stored: id, divisor and kept words. */
import { zstdDecompressSync } from 'node:zlib'
import type { OpenDataset } from '../context.ts'
import type { ReadableDb } from '../db/handles.ts'
import { articleArrays } from './csr.ts'
import { divisorOf, isOdd } from './divisor.ts'
import { lastAtMost } from './last-at-most.ts'
import { unpack } from './pack.ts'
import type { TextRow } from './text-row.ts'
import { ARTICLES_PER_BLOCK } from './text-row.ts'

export interface StoredArticle {
  /** Number of the OpenAlex id, below 0 a hash of another id. */
  number: number
  /** Authors among whom the article is divided. */
  divisor: number
  /** Set where units do not tell the exact fraction. */
  odd: boolean
  /** Null where words were not kept. */
  words: TextRow | null
}

/** @param articles numbers in `articleArrays`; the answer is in the same order */
export function storedArticles(dataset: OpenDataset, articles: readonly number[]): StoredArticle[] {
  const { chunks, stored } = articleArrays(dataset)
  const heads = new Map<number, Head>()
  const blocks = new Map<string, readonly string[]>()
  return articles.map((article) => {
    const { first, chunk } = chunkOf(chunks, stored[article] as number)
    let head = heads.get(chunk)
    if (!head) heads.set(chunk, (head = readHead(dataset.db, chunk)))
    const place = (stored[article] as number) - first
    const block = Math.floor(place / ARTICLES_PER_BLOCK)
    const key = `${chunk}/${block}`
    let rows = blocks.get(key)
    if (!rows) blocks.set(key, (rows = textRows(dataset.db, chunk, block)))
    return toStored(head, place, rows[place % ARTICLES_PER_BLOCK])
  })
}

/** The article at a place of a chunk, also one that another record replaced. */
export function storedAt(db: ReadableDb, chunk: number, place: number): StoredArticle {
  const head = readHead(db, chunk)
  const words = textRows(db, chunk, Math.floor(place / ARTICLES_PER_BLOCK))[place % ARTICLES_PER_BLOCK]
  return toStored(head, place, words)
}

function toStored(head: Head, place: number, words: string | undefined): StoredArticle {
  const authors = head.authors[place] as number
  return {
    number: head.ids[place] as number,
    divisor: divisorOf(authors),
    odd: isOdd(authors),
    words: words ? (JSON.parse(words) as TextRow) : null,
  }
}

/** Rows of JSON of a block's articles; none where words were not kept. */
export function textRows(db: ReadableDb, chunk: number, block: number): string[] {
  const data = db
    .prepare('SELECT data FROM article_texts WHERE chunk = ? AND block = ?')
    .pluck()
    .get(chunk, block)
  return data
    ? zstdDecompressSync(data as Buffer)
        .toString('utf8')
        .split('\n')
    : []
}

interface Head {
  ids: Float64Array
  authors: Uint32Array
}

function readHead(db: ReadableDb, chunk: number): Head {
  const row = db.prepare('SELECT ids, authors FROM article_chunks WHERE chunk = ?').get(chunk) as {
    ids: Buffer
    authors: Buffer
  }
  return { ids: unpack(row.ids, Float64Array), authors: unpack(row.authors, Uint32Array) }
}

function chunkOf(
  chunks: readonly { first: number; chunk: number }[],
  article: number,
): { first: number; chunk: number } {
  const found = chunks[lastAtMost(chunks.length, (place) => chunks[place]?.first ?? 0, article)]
  if (!found) throw new RangeError(`no article ${article}`)
  return found
}
