/** The state of the Rising view, read from the address and written back to it. */
import { computed } from 'vue'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { readBy, readYear } from '../../../../shared/address/first-calls.ts'
import type { Query } from '../../../../shared/address/query.ts'
import { useSession } from '../../stores/session.ts'

/** The floor in the address; undefined where it says none, so that the usual one applies. */
export function readFloor(query: Query): number | undefined {
  const value = Number(query['floor'] ?? NaN)
  return Number.isFinite(value) && value >= 0 && value <= 1e6 ? value : undefined
}

/** What is asked of the core; the strip's year is the last year compared unless the address says another. */
export function risingInput(
  query: Query,
  shared: { dataset: string; subject: string; year: number | undefined },
): InputOf<'rankings.rising'> {
  const to = readYear(query, 'to') ?? shared.year
  const from = readYear(query, 'from')
  return {
    dataset: shared.dataset,
    subject: shared.subject,
    by: readBy(query),
    // One year is no comparison; the core says which years it has.
    from: from !== undefined && from !== to ? from : undefined,
    to,
    base: readYear(query, 'base'),
    region: /^[A-Z]{2}$/.test(query['region'] ?? '') ? query['region'] : undefined,
    sort: query['sort'] === 'changePct' ? 'changePct' : 'change',
    floor: readFloor(query),
    limit: 100,
  }
}

export function useRisingState() {
  const session = useSession()
  const input = computed(() =>
    risingInput(session.query, { dataset: session.dataset, subject: session.subject, year: session.year }),
  )
  return {
    input,
    setBy: (by: string) =>
      session.patch({
        by: by === 'city' ? null : by,
        at: null,
        ...(by === 'country' ? { region: null } : {}),
      }),
    setSort: (sort: string) => session.patch({ sort: sort === 'change' ? null : sort, floor: null }),
    setYear: (key: 'from' | 'to' | 'base', year: number) => session.patch({ [key]: year }),
    setRegion: (id: string) => session.patch({ region: id || null }),
    setFloor: (floor: number | null) => session.patch({ floor }),
  }
}
