/** What is odd about articles, of those that stay: a duplicate is stored, and was counted when it was read. */
import { contributionChunk } from '../../articles/chunk-columns.ts'
import { unpack } from '../../articles/pack.ts'
import type { NodeKey } from '../../articles/nodes.ts'
import { UNAFFILIATED_KEY } from '../../articles/nodes.ts'
import type { WritableDb } from '../../db/handles.ts'

export type KeptOddities = Record<
  'articles-without-subject' | 'articles-without-doi' | 'articles-without-affiliation',
  number
>

/** After duplicates were marked. One pass over the stored chunks. */
export function keptOddities(db: WritableDb, keys: readonly NodeKey[]): KeptOddities {
  const counts = {
    'articles-without-subject': 0,
    'articles-without-doi': 0,
    'articles-without-affiliation': 0,
  }
  const rows = db.prepare('SELECT chunk, dois FROM article_chunks ORDER BY chunk').all()
  for (const { chunk, dois: packed } of rows as { chunk: number; dois: Buffer }[]) {
    const dois = unpack(packed, Uint32Array)
    const { subjects, lengths, nodes, dropped } = contributionChunk(db, chunk)
    let from = 0
    for (let i = 0; i < lengths.length; i++) {
      const to = from + (lengths[i] as number)
      const isPlaced = nodes.subarray(from, to).some((node) => keys[node] !== UNAFFILIATED_KEY)
      from = to
      if (dropped?.[i]) continue
      if (subjects[i] === 0) counts['articles-without-subject'] += 1
      if (((dois[2 * i] as number) | (dois[2 * i + 1] as number)) === 0) counts['articles-without-doi'] += 1
      if (!isPlaced) counts['articles-without-affiliation'] += 1
    }
  }
  return counts
}
