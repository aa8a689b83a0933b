/** Rows in the page with their elements, a few new ones in each frame; at rest the elements stand in the order of the rows. */
import type { ShallowRef } from 'vue'
import { nextTick, onScopeDispose, shallowRef, watch } from 'vue'
import type { RowElement, RowInPage } from './row-elements.ts'
import { asTheyStood, comeNow, nearerToOrder, Slots, withLeaving } from './row-elements.ts'

/** Rows that come in one frame: at 60 frames that is 480 in a second, past which nobody reads. */
const MOST_COMING = 8
/** Elements that move to their place in one frame at rest. */
const MOST_MOVED = 6

interface RowElements<T> {
  /** All rows; another array is another list, whose rows in sight come at once. */
  list: () => readonly T[]
  wanted: () => RowInPage<T>[]
  /** Places of the rows in sight. */
  sight: { readonly first: number; readonly last: number }
  isBeingRead: (row: T) => boolean
  isMoving: () => boolean
  /** See `VirtualRows`. */
  placed: boolean
}

export function useRowElements<T extends { key: string }>(
  options: RowElements<T>,
): Readonly<ShallowRef<readonly RowElement<T>[]>> {
  const { sight } = options
  const slots = new Slots<T>(options.isBeingRead)
  const shown = shallowRef<readonly RowElement<T>[]>([])
  let list: readonly T[] | null = null
  let frame = 0

  /** A frame's own callbacks follow its scroll event, so what is asked for by that one waits for those of the next. */
  function inNextFrame(act: () => void): void {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => (frame = requestAnimationFrame(act)))
  }
  /** Rows that may come now. */
  function coming(isNew: boolean): { rows: readonly RowInPage<T>[]; all: boolean } {
    const wanted = options.wanted()
    if (import.meta.env.SSR) return { rows: wanted, all: true }
    if (!isNew) return comeNow(wanted, new Set(shown.value.map(({ row }) => row.key)), sight, MOST_COMING)
    const rows = wanted.filter(({ index }) => index >= sight.first && index <= sight.last)
    return { rows, all: rows.length === wanted.length }
  }
  function fill(): void {
    const isNew = list !== options.list()
    list = options.list()
    const { rows, all } = coming(isNew)
    const held = options.placed && !isNew && options.isMoving() ? withLeaving(rows, shown.value) : rows
    const slotOf = slots.take(held.map(({ row }) => row))
    const next = held.map((each) => ({ ...each, slot: slotOf.get(each.row.key) as number }))
    shown.value = options.placed && !isNew ? asTheyStood(shown.value, next) : next
    if (!all) inNextFrame(fill)
    else if (options.placed && !import.meta.env.SSR) inNextFrame(order)
  }
  function order(): void {
    // The end of the scroll fills once more.
    if (options.isMoving()) return
    const next = nearerToOrder(shown.value, MOST_MOVED)
    if (next === shown.value) return
    keepFocus()
    shown.value = next
    inNextFrame(order)
  }
  watch([options.wanted, options.list], fill, { immediate: true })
  if (!import.meta.env.SSR) watch(options.isMoving, (moving) => !moving && inNextFrame(fill))
  onScopeDispose(() => !import.meta.env.SSR && cancelAnimationFrame(frame))
  return shown
}

/** An element that is moved loses the focus, which it gets again. */
function keepFocus(): void {
  const holder = document.activeElement
  if (holder instanceof HTMLElement && holder !== document.body)
    void nextTick(() => document.activeElement !== holder && holder.focus({ preventScroll: true }))
}
