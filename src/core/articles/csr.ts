/** The contributions of an index in memory, as arrays; read once for an open dataset and kept. */
import type { OpenDataset } from '../context.ts'
import { contributionChunks } from './chunk-columns.ts'
import { divisorOf } from './divisor.ts'

/**
 * Article i has the contributions `start[i]` to `start[i + 1]`: `node` and `units`. Articles are numbered by year,
 * within a year in stored order, so that a period is one stretch of them. Duplicates are included: they have no
 * contributions and the year 0. Memory: 19 bytes an article, 8 a contribution; the double while it is read.
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
  return dataset.memo('articles', () => byYear(read(dataset)))
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
    stored: Uint32Array.from({ length: articles }, (_, i) => i),
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

/** The same articles in order of their years, by counting; files mostly hold years mixed. */
function byYear(arrays: ArticleArrays): ArticleArrays {
  const { start, node, units, year, subjects, divisor } = arrays
  if (year.every((value, i) => i === 0 || (year[i - 1] as number) <= value)) return arrays
  const next = new Uint32Array(65_537)
  for (const value of year) next[value + 1] = (next[value + 1] as number) + 1
  for (let value = 0; value < 65_536; value++) {
    next[value + 1] = (next[value + 1] as number) + (next[value] as number)
  }
  const stored = new Uint32Array(year.length)
  for (let i = 0; i < year.length; i++) {
    const value = year[i] as number
    stored[next[value] as number] = i
    next[value] = (next[value] as number) + 1
  }
  const sorted: ArticleArrays = {
    start: new Uint32Array(start.length),
    node: new Uint32Array(node.length),
    units: new Uint32Array(units.length),
    year: Uint16Array.from(stored, (i) => year[i] as number),
    subjects: Uint8Array.from(stored, (i) => subjects[i] as number),
    divisor: Uint32Array.from(stored, (i) => divisor[i] as number),
    stored,
    chunks: arrays.chunks,
  }
  let at = 0
  stored.forEach((i, article) => {
    for (let j = start[i] as number; j < (start[i + 1] as number); j++) {
      sorted.node[at] = node[j] as number
      sorted.units[at++] = units[j] as number
    }
    sorted.start[article + 1] = at
  })
  return sorted
}
