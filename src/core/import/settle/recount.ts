/** Divides articles of tables anew, by institutions and cities in place of words: how a name is spelled counts nothing. */
import type { Contributions } from '../../articles/chunk-columns.ts'
import { contributionChunk } from '../../articles/chunk-columns.ts'
import { startsOf } from '../../articles/content.ts'
import { encodeDivisor } from '../../articles/divisor.ts'
import type { EntityMaps } from '../../articles/entities.ts'
import type { NodeKey } from '../../articles/nodes.ts'
import { compareKeys } from '../../articles/nodes.ts'
import { distinctAffiliations } from '../../articles/one-affiliation.ts'
import { pack } from '../../articles/pack.ts'
import { ArticleCounter } from '../../counting/units.ts'
import type { WritableDb } from '../../db/handles.ts'
import { readLists, storedLists } from '../chunks/author-lists.ts'

export interface RecountOptions {
  spreadUnknown: boolean
  /** First chunk whose repeats are counted: those before it were counted when they were imported. */
  from: number
}

interface Divided {
  nodes: Uint32Array
  units: Uint32Array
  authors: number
}

/**
 * Before duplicates are looked for, so that what is compared does not depend on whether files came together.
 * @returns affiliations that turned out to repeat another of their author
 */
export function recountArticles(
  db: WritableDb,
  maps: EntityMaps,
  keys: readonly NodeKey[],
  { spreadUnknown, from }: RecountOptions,
): number {
  const compare = (a: number, b: number) => compareKeys(keys[a] as NodeKey, keys[b] as NodeKey)
  const distinct = distinctAffiliations(maps, compare)
  const counter = new ArticleCounter({ spreadUnknown })
  let repeated = 0
  for (const { chunk, values } of storedLists(db)) {
    const divided = new Map<number, Divided>()
    for (const { article, authors } of readLists(values)) {
      counter.begin()
      for (const nodes of authors) {
        const own = distinct(nodes)
        if (chunk >= from) repeated += nodes.length - own.length
        for (const node of own) counter.affiliation(node)
        counter.endAuthor()
      }
      const size = counter.finish(compare)
      divided.set(article, {
        nodes: counter.nodes.slice(0, size),
        units: counter.units.slice(0, size),
        authors: encodeDivisor(counter.divisor, counter.exact),
      })
    }
    rewrite(db, contributionChunk(db, chunk), divided)
  }
  return repeated
}

function rewrite(db: WritableDb, columns: Contributions, divided: ReadonlyMap<number, Divided>): void {
  const starts = startsOf(columns.lengths)
  const lengths = columns.lengths.map((length, i) => divided.get(i)?.nodes.length ?? length)
  const authors = columns.authors.map((stored, i) => divided.get(i)?.authors ?? stored)
  const nodes = new Uint32Array(lengths.reduce((sum, length) => sum + length, 0))
  const units = new Uint32Array(nodes.length)
  let at = 0
  lengths.forEach((length, i) => {
    const anew = divided.get(i)
    const [begin, end] = [starts[i] as number, starts[i + 1] as number]
    nodes.set(anew?.nodes ?? columns.nodes.subarray(begin, end), at)
    units.set(anew?.units ?? columns.units.subarray(begin, end), at)
    at += length
  })
  db.prepare(
    'UPDATE article_chunks SET contributions = ?, authors = ?, lengths = ?, nodes = ?, units = ? WHERE chunk = ?',
  ).run(nodes.length, pack(authors), pack(lengths), pack(nodes), pack(units), columns.chunk)
}
