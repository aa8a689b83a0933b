/** What a list of pairs says at a glance. */
import type { CollaborationRow } from '../../../../shared/contract/collaborations.ts'

interface Hub {
  name: string
  nameZh: string | null
  pairs: number
}

/** Looked through for the one that stands in most of them. */
const FIRST = 10
/** In fewer than these it is no hub. */
const LEAST = 3

/** @param rows largest score first; null without a score above 0 */
export function pairFinding(
  rows: readonly CollaborationRow[],
): { first: CollaborationRow; hub: Hub | null; of: number } | null {
  const [first] = rows
  if (!first?.score) return null
  const leading = rows.slice(0, FIRST)
  const hubs = new Map<string, Hub>()
  for (const { a, b, aName, aNameZh, bName, bNameZh } of leading) {
    for (const [id, name, nameZh] of [
      [a, aName, aNameZh],
      [b, bName, bNameZh],
    ] as const)
      hubs.set(id, { name, nameZh, pairs: (hubs.get(id)?.pairs ?? 0) + 1 })
  }
  const [most, second] = [...hubs.values()].toSorted((x, y) => y.pairs - x.pairs)
  const alone = most && most.pairs >= LEAST && most.pairs > (second?.pairs ?? 0)
  return { first, hub: alone ? most : null, of: leading.length }
}
