/** The contributions of an index in memory, as arrays; read once for an open dataset and kept. */
import type { OpenDataset } from '../context.ts'
import { assertAllArticles } from './all-articles.ts'
import type { Contributions } from './chunk-columns.ts'
import { chunkLengths, contributionChunk } from './chunk-columns.ts'
import { divisorOf } from './divisor.ts'
import { Gradual } from './gradual.ts'

/**
 * Article i has the contributions `start[i]` to `start[i + 1]`: `node` and `units`. Articles are numbered by year,
 * within a year in stored order, so that a period is one stretch of them. Duplicates are included: they have no
 * contributions and the year 0. Memory: 19 bytes an article, 8 a contribution, while it is read, too. It is
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

/** @throws AppError articles-elsewhere where only a sample of the articles is kept. */
export function articleArrays(dataset: OpenDataset): ArticleArrays {
  assertAllArticles(dataset)
  return dataset.memo('articles', () => articlesInSteps(dataset).value())
}

/** The same in steps of a chunk or a column, so that they can be loaded before somebody asks. */
export function articlesInSteps(dataset: OpenDataset): Gradual<ArticleArrays> {
  return dataset.memo('articles/steps', () => new Gradual(read(dataset)))
}

const u32 = (length: number) => new Uint32Array(new SharedArrayBuffer(4 * length))
const u16 = (length: number) => new Uint16Array(new SharedArrayBuffer(2 * length))
const u8 = (length: number) => new Uint8Array(new SharedArrayBuffer(length))

/** Years as they are stored: two bytes. */
const YEARS = 1 << 16

/** Where the articles of each year, and their contributions, begin once they stand in order of their years. */
interface YearStarts {
  articles: number
  contributions: number
  article: Uint32Array
  at: Uint32Array
}

function* read(dataset: OpenDataset): Generator<undefined, ArticleArrays> {
  dataset.assertArticles?.()
  const { db } = dataset
  const keys = db.prepare('SELECT chunk FROM article_chunks ORDER BY chunk').pluck().all() as number[]
  const next = yield* yearStarts(dataset, keys)
  const arrays: ArticleArrays = {
    start: u32(next.articles + 1),
    node: u32(next.contributions),
    units: u32(next.contributions),
    year: u16(next.articles),
    subjects: u8(next.articles),
    divisor: u32(next.articles),
    stored: u32(next.articles),
    chunks: [],
  }
  let place = 0
  for (const key of keys) {
    const chunk = contributionChunk(db, key)
    arrays.chunks.push({ first: place, chunk: key })
    place = put(arrays, chunk, next, place)
    yield
  }
  arrays.start[next.articles] = next.contributions
  return arrays
}

/** Files mostly hold years mixed: counted first, each article is put at once where it belongs. */
function* yearStarts({ db }: OpenDataset, keys: readonly number[]): Generator<undefined, YearStarts> {
  const counts = { article: new Uint32Array(YEARS + 1), at: new Uint32Array(YEARS + 1) }
  for (const key of keys) {
    const { years, lengths, dropped } = chunkLengths(db, key)
    for (let i = 0; i < years.length; i++) {
      const isDropped = dropped?.[i] === 1
      const after = isDropped ? 1 : (years[i] as number) + 1
      counts.article[after] = (counts.article[after] as number) + 1
      if (!isDropped) counts.at[after] = (counts.at[after] as number) + (lengths[i] as number)
    }
    yield
  }
  for (const column of Object.values(counts))
    for (let year = 0; year < YEARS; year++)
      column[year + 1] = (column[year + 1] as number) + (column[year] as number)
  return { ...counts, articles: counts.article[YEARS] as number, contributions: counts.at[YEARS] as number }
}

/** @param place of the chunk's first article in the stored order. @returns that of the next chunk's */
function put(arrays: ArticleArrays, chunk: Contributions, next: YearStarts, place: number): number {
  let from = 0
  for (let i = 0; i < chunk.years.length; i++) {
    const to = from + (chunk.lengths[i] as number)
    const isDropped = chunk.dropped?.[i] === 1
    const year = isDropped ? 0 : (chunk.years[i] as number)
    const [article, at] = [next.article[year] as number, next.at[year] as number]
    next.article[year] = article + 1
    arrays.stored[article] = place + i
    arrays.start[article] = at
    if (!isDropped) {
      arrays.year[article] = year
      arrays.subjects[article] = chunk.subjects[i] as number
      arrays.divisor[article] = divisorOf(chunk.authors[i] as number)
      // A copy of a stretch costs more than its two or three numbers.
      for (let j = from; j < to; j++) {
        arrays.node[at + j - from] = chunk.nodes[j] as number
        arrays.units[at + j - from] = chunk.units[j] as number
      }
      next.at[year] = at + to - from
    }
    from = to
  }
  return place + chunk.years.length
}
