/** What is done to the figure by hand: pins and hidden nodes, with undo and redo, there again the next time. */
import type { Ref } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import type { Query } from '../../../../shared/address/query.ts'
import type { Drawing, Pin } from '../../../../shared/contract/drawings.ts'
import { NETWORK_FRAME, outOfFrame } from '../../../../shared/figures/network/frame.ts'
import { usePast } from '../../stores/past.ts'
import type { Arrangement } from './history.ts'
import * as steps from './history.ts'
import type { Gestures } from './network-state.ts'

export interface ArrangementHost {
  /** Names the network that gestures belong to; another one begins anew, with what was kept of it. */
  network: () => string | null
  /** Ids in the address. */
  hidden: () => readonly string[]
  /** Stores pins with the dataset. */
  keepPins: (pins: readonly Pin[]) => void
  writeHidden: (ids: readonly string[]) => void
  /** The address, to come back to when a step is taken back in another view. */
  where: () => { path: string; query: Query }
}

/** @param drawing the figure in sight */
export function useArrangement(drawing: Ref<Drawing | null>, host: ArrangementHost) {
  const past = usePast()
  /** As the user left it; null while the drawing holds as it came. */
  const laid = shallowRef<Arrangement | null>(null)
  watch(host.network, () => (laid.value = null))

  /** Kept in the figure's own units, whatever pane it is made for. */
  const own = (pins: readonly Pin[]) =>
    pins.map(({ id, x, y }) => outOfFrame({ id, x, y }, drawing.value?.frame ?? NETWORK_FRAME))
  /** What holds now: the user's own steps, else what the drawing came with. */
  const present = computed<Arrangement>(
    () =>
      laid.value ?? {
        pins: own((drawing.value?.nodes ?? []).filter(({ pinned }) => pinned)),
        hidden: host.hidden(),
      },
  )
  function set(next: Arrangement): void {
    const before = present.value
    laid.value = next
    if (JSON.stringify(next.pins) !== JSON.stringify(before.pins)) host.keepPins(next.pins)
    if (next.hidden.join() !== before.hidden.join()) host.writeHidden(next.hidden)
  }
  function change(next: (now: Arrangement) => Arrangement): void {
    const [before, figure] = [present.value, host.network()]
    const after = next(before)
    if (JSON.stringify(after) === JSON.stringify(before)) return
    if (figure !== null) past.note({ kind: 'hand', figure, before, after, ...host.where() })
    set(after)
  }
  // A step that is taken back or done again, here or from another view.
  watch(
    [() => past.handed, host.network, drawing] as const,
    ([handed, figure, drawn]) => {
      if (!handed || handed.figure !== figure || drawn === null) return
      past.handed = null
      set(handed.laid)
    },
    { immediate: true, flush: 'sync' },
  )

  return {
    present,
    /** For the drawing to ask for: no pins while those that were kept hold. */
    gestures: computed<Gestures>(() => ({
      ...(laid.value ? { pins: [...laid.value.pins] } : {}),
      ...(present.value.hidden.length > 0 ? { hidden: [...present.value.hidden] } : {}),
    })),
    /** Lets go of all that was done, without a step: it belonged to another network. */
    forget(): void {
      laid.value = null
      if (host.hidden().length > 0) host.writeHidden([])
    },
    /** @param moved in the units of the drawing */
    pin: (moved: readonly Pin[]) => change((now) => steps.pin(now, own(moved))),
    release: (ids?: readonly string[]) => change((now) => steps.release(now, ids)),
    hide: (ids: readonly string[]) => change((now) => steps.hide(now, ids)),
    show: (ids?: readonly string[]) => change((now) => steps.show(now, ids)),
  }
}
export type ArrangementControl = ReturnType<typeof useArrangement>
