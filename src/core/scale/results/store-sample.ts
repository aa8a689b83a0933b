/** The articles of a plan's sample, as an index keeps them: with the nodes of the whole. */
import { INSERT_CHUNK, INSERT_TEXT } from '../../articles/chunk-columns.ts'
import type { ChunkRow } from '../../articles/chunk-columns.ts'
import type { NodeKey } from '../../articles/nodes.ts'
import { UNAFFILIATED } from '../../articles/entities.ts'
import { pack, unpack } from '../../articles/pack.ts'
import type { ReadableDb, WritableDb } from '../../db/handles.ts'
import { copyRefused } from '../../import/chunks/refused-works.ts'

/**
 * Copies what counts, what other records replace, and what was refused. Articles of other years than the plan's are kept as
 * such that do not count. @param keys of the whole, by node @returns how many articles count
 * @throws UnknownNode where an article that counts names what the results do not
 */
export function storeSample(
  db: WritableDb,
  sample: ReadableDb,
  keys: readonly NodeKey[],
  { from, to }: { from: number; to: number },
): number {
  const nodeOf = new Map(keys.map((key, node) => [typeof key === 'number' ? `I${key}` : key, node]))
  const own = sample.prepare('SELECT key FROM nodes ORDER BY node').pluck().all() as string[]
  const insert = db.prepare(INSERT_CHUNK)
  const drop = db.prepare('UPDATE article_chunks SET dropped = ? WHERE chunk = ?')
  let counting = 0
  for (const row of sample.prepare('SELECT * FROM article_chunks ORDER BY chunk').all() as ChunkRow[]) {
    const years = unpack(row.years, Uint16Array)
    const lengths = unpack(row.lengths, Uint32Array)
    const before = row.dropped && unpack(row.dropped, Uint8Array)
    const dropped = Uint8Array.from(years, (year, i) => Number(before?.[i] === 1 || year < from || year > to))
    const nodes = Uint32Array.from(
      unpack(row.nodes, Uint32Array),
      (node) => nodeOf.get(own[node] ?? '') ?? UNAFFILIATED,
    )
    assertKnown(unpack(row.nodes, Uint32Array), { own, nodeOf, lengths, dropped })
    const { chunk, articles, contributions, ids, updated, dois, subjects, authors, units } = row
    insert.run(
      ...[chunk, articles, contributions, ids, updated, dois, row.years, subjects, authors, row.lengths],
      ...[pack(nodes), units],
    )
    if (dropped.includes(1)) drop.run(pack(dropped), chunk)
    counting += dropped.reduce((sum, each) => sum + 1 - each, 0)
  }
  const texts = db.prepare(INSERT_TEXT)
  for (const row of sample.prepare('SELECT * FROM article_texts').raw().iterate())
    texts.run(...(row as unknown[]))
  copyRefused(db, sample)
  return counting
}

/** An article of the sample has an affiliation that the results do not name. */
export class UnknownNode extends Error {
  readonly node: string

  constructor(node: string) {
    super(`an article of the sample names ${node}, the results do not`)
    this.node = node
  }
}

interface Known {
  own: readonly string[]
  nodeOf: ReadonlyMap<string, number>
  lengths: Uint32Array
  dropped: Uint8Array
}

function assertKnown(nodes: Uint32Array, { own, nodeOf, lengths, dropped }: Known): void {
  let at = 0
  lengths.forEach((length, article) => {
    for (const end = at + length; at < end; at++)
      if (!dropped[article] && !nodeOf.has(own[nodes[at] as number] ?? ''))
        throw new UnknownNode(own[nodes[at] as number] ?? '')
  })
}
