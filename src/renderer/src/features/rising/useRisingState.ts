/** The state of the Rising view, read from the address and written back to it. */
import { computed } from 'vue'
import { risingInput } from '../../../../shared/address/rising-input.ts'
import { useSession } from '../../stores/session.ts'

export { readFloor, risingInput } from '../../../../shared/address/rising-input.ts'

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
