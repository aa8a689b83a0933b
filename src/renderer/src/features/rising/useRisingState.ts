/** The state of the Rising view, read from the address and written back to it. */
import { computed, onScopeDispose, ref } from 'vue'
import { risingInput } from '../../../../shared/address/rising-input.ts'
import { useSession } from '../../stores/session.ts'

/** While a hand drags the floor the core is asked at most this often. */
const ASK_EVERY_MS = 70

export function useRisingState() {
  const session = useSession()
  const asked = computed(() =>
    risingInput(session.query, { dataset: session.dataset, subject: session.subject, year: session.year }),
  )
  /** A floor that is still being dragged: it filters the rows, and is written into the address once the hand lets go. */
  const dragged = ref<number | null>(null)
  const followed = ref<number | null>(null)
  const input = computed(() =>
    followed.value === null ? asked.value : { ...asked.value, floor: followed.value },
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  function dragFloor(floor: number): void {
    dragged.value = floor
    timer ??= setTimeout(() => {
      timer = undefined
      followed.value = dragged.value
    }, ASK_EVERY_MS)
  }
  async function setFloor(floor: number | null): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    followed.value = floor
    await session.patch({ floor })
    dragged.value = null
    followed.value = null
  }
  onScopeDispose(() => clearTimeout(timer))

  return {
    input,
    dragged,
    dragFloor,
    setFloor,
    setBy: (by: string) =>
      session.patch({
        by: by === 'city' ? null : by,
        at: null,
        ...(by === 'country' ? { region: null } : {}),
      }),
    /** By percent where the address says nothing. */
    setSort: (sort: string) => session.patch({ sort: sort === 'change' ? sort : null }),
    setYear: (key: 'from' | 'to' | 'base', year: number) => session.patch({ [key]: year }),
    setRegion: (id: string) => session.patch({ region: id || null }),
    /** A subject with the two years that the edition tells of. */
    setList: (subject: string, from: number, to: number) =>
      session.patch({ subject, from, to, base: null, floor: null }),
    focus: (id: string) => session.patch({ at: id }, false),
  }
}
