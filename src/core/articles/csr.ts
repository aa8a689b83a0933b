/** The contributions of an index in memory, as arrays; read once for an open dataset and kept. */
import type { OpenDataset } from '../context.ts'
import { contributionChunks } from './chunk-columns.ts'
import { divisorOf } from './divisor.ts'

/**
 * Article i has the contributions `start[i]` to `start[i + 1]`: `node` and `units`. Articles are numbered in stored
 * order, duplicates included: these have no contributions and the year 0. Memory: 17 bytes an article, 8 a contribution.
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
  /** First article of each stored chunk, and the chunk's key. */
  chunks: { first: number; chunk: number }[]
}

export function articleArrays(dataset: OpenDataset): ArticleArrays {
  return dataset.memo('articles', () => read(dataset))
}

function read({ db }: OpenDataset): ArticleArrays {
  const { articles, contributions } = db
    .prepare(
      'SELECT coalesce(sum(articles), 0) AS articles, coalesce(sum(contributions), 0) AS contributions FROM article_chunks',
    )
    .get() as { articles: number; contributions: number }
  const arrays: ArticleArrays = {
    start: new Uint32Array(articles + 1),
    node: new Uint32Array(contributions),
    units: new Uint32Array(contributions),
    year: new Uint16Array(articles),
    subjects: new Uint8Array(articles),
    divisor: new Uint32Array(articles),
    chunks: [],
  }
  let article = 0
  let at = 0
  for (const chunk of contributionChunks(db)) {
    arrays.chunks.push({ first: article, chunk: chunk.chunk })
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
  }
  return { ...arrays, node: arrays.node.subarray(0, at), units: arrays.units.subarray(0, at) }
}
