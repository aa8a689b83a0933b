/** What two records of one id and one date are compared by: their years, subjects and contributions, in words. */
import type { Contributions } from './chunk-columns.ts'
import { contributionChunk } from './chunk-columns.ts'
import { lastAtMost } from './last-at-most.ts'
import type { WritableDb } from '../db/handles.ts'
import type { NodeKey, WordKey } from './nodes.ts'
import { compareKeys, UNAFFILIATED_KEY } from './nodes.ts'

/** Chunks kept at hand: duplicates of one file lie in the same order, so a few serve. */
const KEPT = 8

export interface ArticleContent {
  text: string
  /** What tells more before what tells less: units at institutions, units at known places, kinds of affiliation. */
  told: readonly [institutions: number, known: number, affiliations: number]
}

/** Gives an article's content by its place in the stored order. */
export function contentOf(db: WritableDb, keys: readonly NodeKey[]): (article: number) => ArticleContent {
  const firsts: number[] = []
  const chunks: number[] = []
  let first = 0
  const rows = db.prepare('SELECT chunk, articles FROM article_chunks ORDER BY chunk').all()
  for (const { chunk, articles } of rows as { chunk: number; articles: number }[]) {
    firsts.push(first)
    chunks.push(chunk)
    first += articles
  }
  const kept = new Map<number, { columns: Contributions; starts: Uint32Array }>()
  const load = (index: number) => {
    const found = kept.get(index)
    if (found) return found
    const columns = contributionChunk(db, chunks[index] as number)
    const made = { columns, starts: startsOf(columns.lengths) }
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value as number)
    kept.set(index, made)
    return made
  }
  return (article) => {
    const index = lastAtMost(firsts.length, (place) => firsts[place] as number, article)
    const { columns, starts } = load(index)
    return describe(columns, starts, article - (firsts[index] as number), keys)
  }
}

function describe(
  columns: Contributions,
  starts: Uint32Array,
  i: number,
  keys: readonly NodeKey[],
): ArticleContent {
  const parts: [NodeKey, number][] = []
  let [institutions, known, affiliations] = [0, 0, 0]
  for (let j = starts[i] as number; j < (starts[i + 1] as number); j++) {
    const [key, units] = [keys[columns.nodes[j] as number] as NodeKey, columns.units[j] as number]
    parts.push([key, units])
    if (key === UNAFFILIATED_KEY) continue
    affiliations += 1
    known += units
    if (namesInstitution(key)) institutions += units
  }
  parts.sort(([a], [b]) => compareKeys(a, b))
  const text = JSON.stringify([columns.years[i], columns.subjects[i], columns.authors[i], parts])
  return { text, told: [institutions, known, affiliations] }
}

function namesInstitution(key: NodeKey): boolean {
  if (typeof key === 'number') return true
  if (!key.startsWith('[')) return false
  const [id, name] = JSON.parse(key) as WordKey
  return id !== null || name !== null
}

/** Where each row of lengths begins; one longer than the lengths. */
export function startsOf(lengths: Uint32Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = (starts[i] as number) + (lengths[i] as number)
  return starts
}
