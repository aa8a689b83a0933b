/** How much of all articles lies in a city that a file names, in one that printed addresses name, and in none known. */
import { contributionChunks } from '../../articles/chunk-columns.ts'
import { UNITS } from '../../counting/units.ts'
import type { ReadableDb } from '../../db/handles.ts'
import type { ImportReport } from '../../../shared/contract/import-report.ts'

/** @param city number of each node's city, -1 where not known @param printed 1 where it comes from addresses @returns in articles */
export function placedShares(
  db: ReadableDb,
  city: Int32Array,
  printed: Uint8Array,
): NonNullable<ImportReport['placed']> {
  const units = { file: 0n, printed: 0n, unknown: 0n }
  for (const chunk of contributionChunks(db)) {
    let at = 0
    chunk.lengths.forEach((length, article) => {
      const end = at + length
      // An article is at most 2^31 units.
      const own = { file: 0, printed: 0, unknown: 0 }
      for (; at < end; at++) {
        const node = chunk.nodes[at] as number
        const by = (city[node] as number) < 0 ? 'unknown' : printed[node] === 1 ? 'printed' : 'file'
        own[by] += chunk.units[at] as number
      }
      if (chunk.dropped?.[article]) return
      units.file += BigInt(own.file)
      units.printed += BigInt(own.printed)
      units.unknown += BigInt(own.unknown)
    })
  }
  const share = (sum: bigint) => Number(sum) / UNITS
  return { file: share(units.file), printed: share(units.printed), unknown: share(units.unknown) }
}
