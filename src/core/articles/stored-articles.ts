/** Single articles as they are stored: id, divisor and kept words. */
import { zstdDecompressSync } from 'node:zlib'
import type { OpenDataset } from '../context.ts'
import type { ReadableDb } from '../db/handles.ts'
import { Lru } from '../lru.ts'
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

/** Articles of all kept heads together (12 bytes each), and bytes of all kept blocks of words. */
const MOST_KEPT = { heads: 1_500_000, blocks: 16_000_000 }

/** @param articles numbers in `articleArrays`; the answer is in the same order */
export function storedArticles(dataset: OpenDataset, articles: readonly number[]): StoredArticle[] {
  const { chunks, stored } = articleArrays(dataset)
  const heads = dataset.memo('article-heads', () => new Lru<Head>(MOST_KEPT.heads, ({ ids }) => ids.length))
  const blocks = dataset.memo(
    'article-blocks',
    () => new Lru<TextBlock>(MOST_KEPT.blocks, ({ bytes }) => bytes.length),
  )
  return articles.map((article) => {
    const { first, chunk } = chunkOf(chunks, stored[article] as number)
    const head = heads.get(String(chunk), () => readHead(dataset.db, chunk))
    const place = (stored[article] as number) - first
    const block = Math.floor(place / ARTICLES_PER_BLOCK)
    const rows = blocks.get(`${chunk}/${block}`, () => readBlock(dataset.db, chunk, block))
    return toStored(head, place, rowIn(rows, place % ARTICLES_PER_BLOCK))
  })
}

/** The article at a place of a chunk, also one that another record replaced. */
export function storedAt(db: ReadableDb, chunk: number, place: number): StoredArticle {
  const head = readHead(db, chunk)
  const block = readBlock(db, chunk, Math.floor(place / ARTICLES_PER_BLOCK))
  return toStored(head, place, rowIn(block, place % ARTICLES_PER_BLOCK))
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
  const { bytes } = readBlock(db, chunk, block)
  return bytes.length > 0 ? bytes.toString('utf8').split('\n') : []
}

/** Unpacked rows of JSON with the places where they begin; of these few are wanted, so that the others stay bytes. */
interface TextBlock {
  bytes: Buffer
  starts: Uint32Array
}

function readBlock(db: ReadableDb, chunk: number, block: number): TextBlock {
  const data = statementsOf(db).block.get(chunk, block)
  const bytes = data ? zstdDecompressSync(data as Buffer) : Buffer.alloc(0)
  const starts: number[] = []
  for (let at = 0; at < bytes.length;) {
    starts.push(at)
    const end = bytes.indexOf(10, at)
    at = end < 0 ? bytes.length : end + 1
  }
  return { bytes, starts: Uint32Array.from(starts) }
}

/** The row at a place; undefined or empty where no words were kept. */
function rowIn({ bytes, starts }: TextBlock, place: number): string | undefined {
  const start = starts[place]
  if (start === undefined) return undefined
  const next = starts[place + 1]
  // The last one may end with the block or with a line end of its own.
  const end = next !== undefined ? next - 1 : bytes.at(-1) === 10 ? bytes.length - 1 : bytes.length
  return bytes.toString('utf8', start, end)
}

type Statements = ReturnType<typeof prepare>
const prepare = (db: ReadableDb) => ({
  head: db.prepare('SELECT ids, authors FROM article_chunks WHERE chunk = ?'),
  block: db.prepare('SELECT data FROM article_texts WHERE chunk = ? AND block = ?').pluck(),
})
const prepared = new WeakMap<ReadableDb, Statements>()

/** Asked once for each of many articles, so prepared once for an open file. */
function statementsOf(db: ReadableDb): Statements {
  let statements = prepared.get(db)
  if (!statements) {
    statements = prepare(db)
    prepared.set(db, statements)
  }
  return statements
}

interface Head {
  ids: Float64Array
  authors: Uint32Array
}

function readHead(db: ReadableDb, chunk: number): Head {
  const row = statementsOf(db).head.get(chunk) as { ids: Buffer; authors: Buffer }
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
