/** Which of the articles behind a number are meant, and in which order they stand. */
import type { ArticleSort } from '../../../shared/contract/derivation.ts'
import type { TextRow } from '../../articles/text-row.ts'
import { articleKey, openAlexWork } from '../../articles/article-id.ts'
import { articleArrays } from '../../articles/csr.ts'
import { idNumber } from '../../articles/doi.ts'
import { unpack } from '../../articles/pack.ts'
import { storedArticles } from '../../articles/stored-articles.ts'
import type { OpenDataset } from '../../context.ts'
import { firstOf } from '../../counting/select-first.ts'
import { idOf } from '../computed/derive-article.ts'
import type { Behind } from './narrow.ts'

/** Articles whose words are read at a time. */
const AT_A_TIME = 2048

/** By place in the stored order the number of the source's id. */
function idNumbers(dataset: OpenDataset): Float64Array {
  return dataset.memo('article-ids', () => {
    const rows = dataset.db.prepare('SELECT ids FROM article_chunks ORDER BY chunk').pluck().all() as Buffer[]
    const parts = rows.map((ids) => unpack(ids, Float64Array))
    const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  })
}

/** The place of the article that has just this id; undefined where none of them has. No words are read for it. */
function placeOf(dataset: OpenDataset, { articles }: Behind, id: string): number | undefined {
  const wanted = openAlexWork(id) ?? idNumber(articleKey(id))
  const ids = idNumbers(dataset)
  const { stored } = articleArrays(dataset)
  const place = articles.findIndex((article) => ids[stored[article] as number] === wanted)
  return place < 0 ? undefined : place
}

/** Those whose id, DOI, title, journal or an author's name holds the words, without regard to case; of a whole id that one. */
export function having(dataset: OpenDataset, found: Behind, words: string): Behind {
  const { articles, units } = found
  const only = placeOf(dataset, found, words)
  if (only !== undefined)
    return { articles: articles.slice(only, only + 1), units: units.slice(only, only + 1) }
  const wanted = words.toLowerCase()
  const places: number[] = []
  // In stored order, so that each block of words is unpacked once.
  const { stored } = articleArrays(dataset)
  const order = Array.from(articles.keys()).sort(
    (x, y) => (stored[articles[x] as number] as number) - (stored[articles[y] as number] as number),
  )
  for (let from = 0; from < order.length; from += AT_A_TIME) {
    const some = order.slice(from, from + AT_A_TIME)
    const texts = storedArticles(
      dataset,
      some.map((place) => articles[place] as number),
    )
    texts.forEach((article, i) => {
      const said = [idOf(article), ...told(article.words)]
      if (said.some((text) => text.toLowerCase().includes(wanted))) places.push(some[i] as number)
    })
  }
  places.sort((x, y) => x - y)
  return {
    articles: Uint32Array.from(places, (place) => articles[place] as number),
    units: Float64Array.from(places, (place) => units[place] as number),
  }
}

function told(words: TextRow | null): string[] {
  if (!words) return []
  const [, doi, title, journal, authors] = words
  return [doi, title, journal, ...authors.map(([, name]) => name)].filter((text) => text !== null)
}

/** The articles of a page; only what stands up to its end is put in order. Equal ones stand in stored order. */
export function pageOf(
  dataset: OpenDataset,
  { articles, units }: Behind,
  { sort, descending = sort !== 'authors' }: { sort: ArticleSort; descending?: boolean | undefined },
  offset: number,
  to: number,
): number[] {
  const { year, divisor } = articleArrays(dataset)
  const sign = descending ? -1 : 1
  const keys = new Float64Array(articles.length)
  for (let i = 0; i < keys.length; i++) {
    const article = articles[i] as number
    const value = sort === 'part' ? units[i] : sort === 'year' ? year[article] : divisor[article]
    keys[i] = sign * (value as number)
  }
  const compare = (x: number, y: number) =>
    (keys[x] as number) - (keys[y] as number) ||
    (units[y] as number) - (units[x] as number) ||
    (articles[x] as number) - (articles[y] as number)
  const order = firstOf(articles.length, Math.min(articles.length, to), compare)
  return Array.from(order.sort(compare).subarray(offset), (i) => articles[i] as number)
}
