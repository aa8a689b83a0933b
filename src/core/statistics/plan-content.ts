/** What an index that an engine counted is made of, as one sum: its plan, exact parts, pairs, and the articles that it keeps. */
import { createHash } from 'node:crypto'
import type { PlanOrigin } from '../../shared/domain/plan-origin.ts'
import { contributionChunks } from '../articles/chunk-columns.ts'
import type { NodeKey } from '../articles/nodes.ts'
import type { ReadableDb } from '../db/handles.ts'
import { ContentSum } from './content-sum.ts'
import { hashRows } from './statistics-digest.ts'

/** @param keys the nodes' keys, by node */
export function planContent(
  db: ReadableDb,
  keys: readonly NodeKey[],
  { plan }: Pick<PlanOrigin, 'plan'>,
): string {
  const hash = createHash('sha256').update(plan)
  const rows = (sql: string) => db.prepare(sql).raw().iterate() as IterableIterator<number[]>
  hashRows(hash, rows('SELECT * FROM plan_parts ORDER BY subject, year, node, denominator'), 5)
  hashRows(hash, rows('SELECT * FROM plan_pairs ORDER BY kind, subject, year, a, b'), 7)
  const content = new ContentSum(keys)
  for (const { ids, years, subjects, lengths, nodes, units, dropped } of contributionChunks(db)) {
    let at = 0
    for (let i = 0; i < years.length; i++) {
      const end = at + (lengths[i] as number)
      if (!dropped?.[i])
        content.add(ids[i] as number, years[i] as number, subjects[i] as number, nodes, units, at, end)
      at = end
    }
  }
  return hash.update(content.toString()).digest('hex')
}
