/** How much of all articles lies in a city that a file names, in one that printed addresses name, and in none known. */
import { contributionChunks } from '../../articles/chunk-columns.ts'
import { UNITS } from '../../counting/units.ts'
import type { ReadableDb } from '../../db/handles.ts'
import type { ImportReport } from '../../../shared/contract/import-report.ts'

/** Each by node. */
interface PlacedNodes {
  /** Number of its city, -1 where not known. */
  city: Int32Array
  /** 1 where the city comes from addresses. */
  printed: Uint8Array
  /** 1 where it could be another city of the name. */
  unsure: Uint8Array
  /** 1 where its cell names another country than its row. */
  contradicting: Uint8Array
}

/** @returns Share in articles, and how many affiliations of articles are in a city that could be another of its name,
 * and how many in none as cell and row name different countries */
export function placedShares(
  db: ReadableDb,
  { city, printed, unsure, contradicting }: PlacedNodes,
): { placed: NonNullable<ImportReport['placed']>; unsureCities: number; contradictingCities: number } {
  let unsureCities = 0
  let contradictingCities = 0
  const units = { file: 0n, printed: 0n, unknown: 0n }
  for (const chunk of contributionChunks(db)) {
    let at = 0
    chunk.lengths.forEach((length, article) => {
      const end = at + length
      // An article is at most 2^31 units.
      const own = { file: 0, printed: 0, unknown: 0 }
      let open = 0
      let wrong = 0
      for (; at < end; at++) {
        const node = chunk.nodes[at] as number
        const by = (city[node] as number) < 0 ? 'unknown' : printed[node] === 1 ? 'printed' : 'file'
        own[by] += chunk.units[at] as number
        open += unsure[node] as number
        wrong += contradicting[node] as number
      }
      if (chunk.dropped?.[article]) return
      unsureCities += open
      contradictingCities += wrong
      units.file += BigInt(own.file)
      units.printed += BigInt(own.printed)
      units.unknown += BigInt(own.unknown)
    })
  }
  const share = (sum: bigint) => Number(sum) / UNITS
  const placed = { file: share(units.file), printed: share(units.printed), unknown: share(units.unknown) }
  return { placed, unsureCities, contradictingCities }
}
