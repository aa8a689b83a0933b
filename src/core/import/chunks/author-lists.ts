/**
 * Of articles of tables, who names what: one after another the article's place in its chunk, the number of its authors,
 * and for each how many affiliations and which nodes. What is one affiliation is known at the end of an import only, and
 * may change when files are added; the article is then divided anew.
 */
import { pack, unpack } from '../../articles/pack.ts'
import type { ReadableDb, WritableDb } from '../../db/handles.ts'

export interface AuthorList {
  /** Place in the chunk. */
  article: number
  /** Nodes of each author. */
  authors: number[][]
}

export class AuthorLists {
  private values: number[] = []

  add({ article, authors }: AuthorList): void {
    this.values.push(article, authors.length)
    for (const nodes of authors) this.values.push(nodes.length, ...nodes)
  }

  take(): Uint32Array<ArrayBuffer> {
    const taken = Uint32Array.from(this.values)
    this.values = []
    return taken
  }
}

export function* readLists(values: Uint32Array): Generator<AuthorList> {
  for (let at = 0; at < values.length;) {
    const article = values[at++] as number
    const count = values[at++] as number
    const authors: number[][] = []
    for (let author = 0; author < count; author++) {
      const size = values[at++] as number
      authors.push([...values.subarray(at, at + size)])
      at += size
    }
    yield { article, authors }
  }
}

/** The same lists with other numbers of nodes. */
export function renumbered(values: Uint32Array, numbers: readonly number[]): Uint32Array {
  const lists = new AuthorLists()
  for (const { article, authors } of readLists(values)) {
    lists.add({ article, authors: authors.map((nodes) => nodes.map((node) => numbers[node] as number)) })
  }
  return lists.take()
}

const INSERT = 'INSERT INTO article_authors VALUES (?,?)'

/** Gives the function that stores the lists of a chunk. */
export function listsWriter(db: WritableDb): (chunk: number, values: Uint32Array) => void {
  const insert = db.prepare(INSERT)
  return (chunk, values) => void insert.run(chunk, pack(values))
}

/** Chunks with lists, in stored order. */
export function storedLists(db: ReadableDb): { chunk: number; values: Uint32Array }[] {
  const rows = db.prepare('SELECT chunk, lists FROM article_authors ORDER BY chunk').all()
  return (rows as { chunk: number; lists: Buffer }[]).map(({ chunk, lists }) => ({
    chunk,
    values: unpack(lists, Uint32Array),
  }))
}

/** Copies those of an earlier index; one of an older version holds none. */
export function copyLists(db: WritableDb, earlier: ReadableDb): void {
  const has = earlier
    .prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'article_authors'`)
    .pluck()
    .get()
  if (has !== 1) return
  const insert = db.prepare(INSERT)
  for (const row of earlier.prepare('SELECT * FROM article_authors').raw().iterate())
    insert.run(row as unknown[])
}
