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
  /** The floor as the hand or the keys left it, until the rows that are shown are those of it; null else. */
  const dragged = ref<number | null>(null)
  /** A hand holds it, or the address does not say it yet. */
  const isHeld = ref(false)
  const followed = ref<number | null>(null)
  const input = computed(() =>
    followed.value === null ? asked.value : { ...asked.value, floor: followed.value },
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Filters the rows; the address is written once the hand lets go. */
  function dragFloor(floor: number): void {
    dragged.value = floor
    isHeld.value = true
    timer ??= setTimeout(() => {
      timer = undefined
      followed.value = dragged.value
    }, ASK_EVERY_MS)
  }
  /** With null the usual one. */
  async function setFloor(floor: number | null): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    dragged.value = floor
    followed.value = floor
    await session.patch({ floor })
    // Another hand or key may have come meanwhile.
    if (dragged.value !== floor) return
    followed.value = null
    isHeld.value = false
  }
  /** Tells of the rows that came: the floor they have is no longer ahead of them. */
  function settleFloor(shown: number | null): void {
    if (!isHeld.value && (shown === null || shown === dragged.value)) dragged.value = null
  }
  onScopeDispose(() => clearTimeout(timer))

  return {
    input,
    dragged,
    isHeld,
    dragFloor,
    settleFloor,
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
