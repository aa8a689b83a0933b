/** The contributions of an index in memory, as arrays; read once for an open dataset and kept. */
import type { OpenDataset } from '../context.ts'
import { contributionChunk } from './chunk-columns.ts'
import { divisorOf } from './divisor.ts'
import { Gradual } from './gradual.ts'

/**
 * Article i has the contributions `start[i]` to `start[i + 1]`: `node` and `units`. Articles are numbered by year,
 * within a year in stored order, so that a period is one stretch of them. Duplicates are included: they have no
 * contributions and the year 0. Memory: 19 bytes an article, 8 a contribution; the double while it is read. It is
 * shared: threads that are handed the arrays read the same bytes, and no one writes to them.
 */
export interface ArticleArrays {
  start: Uint32Array
  node: Uint32Array
  units: Uint32Array
  year: Uint16Array
  /** Bit k = the k-th subject. */
  subjects: Uint8Array
  /** Authors among whom each article is divided. */
  divisor: Uint32Array
  /** Place of each article in the stored order. */
  stored: Uint32Array
  /** Place of the first article of each stored chunk, and the chunk's key. */
  chunks: { first: number; chunk: number }[]
}

export function articleArrays(dataset: OpenDataset): ArticleArrays {
  return dataset.memo('articles', () => articlesInSteps(dataset).value())
}

/** The same in steps of a chunk or a column, so that they can be loaded before somebody asks. */
export function articlesInSteps(dataset: OpenDataset): Gradual<ArticleArrays> {
  return dataset.memo('articles/steps', () => new Gradual(load(dataset)))
}

function* load(dataset: OpenDataset): Generator<undefined, ArticleArrays> {
  return yield* byYear(yield* read(dataset))
}

const u32 = (length: number) => new Uint32Array(new SharedArrayBuffer(4 * length))
const u16 = (length: number) => new Uint16Array(new SharedArrayBuffer(2 * length))
const u8 = (length: number) => new Uint8Array(new SharedArrayBuffer(length))

function* read(dataset: OpenDataset): Generator<undefined, ArticleArrays> {
  dataset.assertArticles?.()
  const { db } = dataset
  const { articles, contributions } = db
    .prepare(
      'SELECT coalesce(sum(articles), 0) AS articles, coalesce(sum(contributions), 0) AS contributions FROM article_chunks',
    )
    .get() as { articles: number; contributions: number }
  const keys = db.prepare('SELECT chunk FROM article_chunks ORDER BY chunk').pluck().all() as number[]
  const arrays: ArticleArrays = {
    start: u32(articles + 1),
    node: u32(contributions),
    units: u32(contributions),
    year: u16(articles),
    subjects: u8(articles),
    divisor: u32(articles),
    stored: u32(articles),
    chunks: [],
  }
  for (let i = 0; i < articles; i++) arrays.stored[i] = i
  let article = 0
  let at = 0
  for (const key of keys) {
    const chunk = contributionChunk(db, key)
    arrays.chunks.push({ first: article, chunk: key })
    let from = 0
    for (let i = 0; i < chunk.years.length; i++) {
      const to = from + (chunk.lengths[i] as number)
      if (!chunk.dropped?.[i]) {
        arrays.year[article] = chunk.years[i] as number
        arrays.subjects[article] = chunk.subjects[i] as number
        arrays.divisor[article] = divisorOf(chunk.authors[i] as number)
        arrays.node.set(chunk.nodes.subarray(from, to), at)
        arrays.units.set(chunk.units.subarray(from, to), at)
        at += to - from
      }
      from = to
      arrays.start[++article] = at
    }
    yield
  }
  return { ...arrays, node: arrays.node.subarray(0, at), units: arrays.units.subarray(0, at) }
}

/** Articles, or contributions, of a step. */
const STEP = 65_536

/** The same articles in order of their years, by counting; files mostly hold years mixed. */
function* byYear(arrays: ArticleArrays): Generator<undefined, ArticleArrays> {
  const { start, node, units, year, subjects, divisor } = arrays
  if (year.every((value, i) => i === 0 || (year[i - 1] as number) <= value)) return arrays
  const next = new Uint32Array(65_537)
  for (const value of year) next[value + 1] = (next[value + 1] as number) + 1
  for (let value = 0; value < 65_536; value++) {
    next[value + 1] = (next[value + 1] as number) + (next[value] as number)
  }
  const n = year.length
  const sorted: ArticleArrays = {
    start: u32(start.length),
    node: u32(node.length),
    units: u32(units.length),
    year: u16(n),
    subjects: u8(n),
    divisor: u32(n),
    stored: u32(n),
    chunks: arrays.chunks,
  }
  const { stored } = sorted
  for (let i = 0; i < n; i++) {
    const value = year[i] as number
    stored[next[value] as number] = i
    next[value] = (next[value] as number) + 1
  }
  let at = 0
  for (let article = 0; article < n; article++) {
    if (article % STEP === 0) yield
    const i = stored[article] as number
    sorted.year[article] = year[i] as number
    sorted.subjects[article] = subjects[i] as number
    sorted.divisor[article] = divisor[i] as number
    for (let j = start[i] as number; j < (start[i + 1] as number); j++) {
      sorted.node[at] = node[j] as number
      sorted.units[at++] = units[j] as number
    }
    sorted.start[article + 1] = at
  }
  return sorted
}
