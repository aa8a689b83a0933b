/** What is done to the figure by hand: pins and hidden nodes, with undo and redo, there again the next time. */
import type { Ref } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import type { Drawing, Pin } from '../../../../shared/contract/drawings.ts'
import type { History } from '../../stores/steps.ts'
import { begin, push, redo, undo } from '../../stores/steps.ts'
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
}

/** @param drawing the figure in sight */
export function useArrangement(drawing: Ref<Drawing | null>, host: ArrangementHost) {
  const history = shallowRef<History<Arrangement> | null>(null)
  watch(host.network, () => (history.value = null))

  /** What holds now: the user's own steps, else what the drawing came with. */
  const present = computed<Arrangement>(
    () =>
      history.value?.present ?? {
        pins: (drawing.value?.nodes ?? [])
          .filter(({ pinned }) => pinned)
          .map(({ id, x, y }): Pin => ({ id, x, y })),
        hidden: host.hidden(),
      },
  )
  function set(next: History<Arrangement>): void {
    const before = present.value
    history.value = next
    if (JSON.stringify(next.present.pins) !== JSON.stringify(before.pins)) host.keepPins(next.present.pins)
    if (next.present.hidden.join() !== before.hidden.join()) host.writeHidden(next.present.hidden)
  }
  function change(next: (now: Arrangement) => Arrangement): void {
    const before = history.value ?? begin(present.value)
    const after = push(before, next(before.present))
    if (after !== before) set(after)
  }

  return {
    present,
    /** For the drawing to ask for: no pins while those that were kept hold. */
    gestures: computed<Gestures>(() => ({
      ...(history.value ? { pins: [...history.value.present.pins] } : {}),
      ...(present.value.hidden.length > 0 ? { hidden: [...present.value.hidden] } : {}),
    })),
    canUndo: computed(() => (history.value?.past.length ?? 0) > 0),
    canRedo: computed(() => (history.value?.future.length ?? 0) > 0),
    undo(): void {
      if (history.value && history.value.past.length > 0) set(undo(history.value))
    },
    redo(): void {
      if (history.value && history.value.future.length > 0) set(redo(history.value))
    },
    /** Lets go of all that was done, without a step: it belonged to another network. */
    forget(): void {
      history.value = null
      if (host.hidden().length > 0) host.writeHidden([])
    },
    pin: (moved: readonly Pin[]) => change((now) => steps.pin(now, moved)),
    release: (ids?: readonly string[]) => change((now) => steps.release(now, ids)),
    hide: (ids: readonly string[]) => change((now) => steps.hide(now, ids)),
    show: (ids?: readonly string[]) => change((now) => steps.show(now, ids)),
  }
}
export type ArrangementControl = ReturnType<typeof useArrangement>
