/**
 * A grid of which only the rows in sight are in the page, while the keyboard walks all of them. The row being read has
 * the focus; while it is not in the page the grid keeps it, so that no key is lost.
 */
import type { Range } from '@tanstack/vue-virtual'
import { useVirtualizer } from '@tanstack/vue-virtual'
import type { Ref } from 'vue'
import { computed, ref } from 'vue'

export interface VirtualRows<T> {
  rows: () => readonly T[]
  /** px of a row. */
  row: number
  /** px of a row that may be of another height. */
  heightOf?: (row: T | undefined) => number
  /** px of the head, under which the rows scroll. */
  head: number
  /** Rows that are in the page beyond those in sight, on the side that one scrolls to. */
  overscan: number
  /** px, until the page is laid out. */
  initialRect: { width: number; height: number }
  /** The row being read, where it is in the page. */
  rowBeingRead: () => HTMLElement | null
  /** Whether a row is the one being read, which may have the focus. */
  isBeingRead: (row: T) => boolean
}

/**
 * Bind `scroller` and `grid` to the elements, and give `before` and `after` px of room to what is out of the page. With
 * `slot` as its key an element that leaves the page above comes back below with the next row's words, which takes a
 * fraction of making one.
 */
export function useVirtualRows<T extends { key: string }>(options: VirtualRows<T>) {
  const scroller = ref<HTMLElement | null>(null)
  const grid = ref<HTMLElement | null>(null)
  const rangeExtractor = leaningRange()
  const virtual = useVirtualizer(
    computed(() => {
      const rows = options.rows()
      return {
        count: rows.length,
        getScrollElement: () => scroller.value,
        estimateSize: (index: number) => options.heightOf?.(rows[index]) ?? options.row,
        getItemKey: (index: number) => rows[index]?.key ?? index,
        overscan: options.overscan,
        rangeExtractor,
        scrollPaddingStart: options.head,
        initialRect: options.initialRect,
      }
    }),
  )
  const items = computed(() => virtual.value.getVirtualItems())
  const slots = new Slots<T>(options.isBeingRead)
  const shown = computed(() => {
    const inPage = items.value.flatMap(({ index }) => {
      const row = options.rows()[index]
      return row ? [{ index, row }] : []
    })
    const slotOf = slots.take(inPage.map(({ row }) => row))
    return inPage.map((each) => ({ ...each, slot: slotOf.get(each.row.key) as number }))
  })
  return {
    scroller,
    grid,
    shown,
    before: computed(() => items.value[0]?.start ?? 0),
    after: computed(() => virtual.value.getTotalSize() - (items.value.at(-1)?.end ?? 0)),
    /** Scrolls a row into sight; -1 is none. */
    reveal(index: number): void {
      if (index >= 0) virtual.value.scrollToIndex(index, { align: 'auto' })
    },
    /** Rows of a page, less one that stays in sight. */
    page: () =>
      Math.max(1, Math.floor(((scroller.value?.clientHeight ?? 0) - options.head) / options.row) - 1),
    ...useFollowingFocus(grid, options.rowBeingRead),
  }
}

/** Rows that stay in the page behind those in sight, so that a step back finds them. */
const BEHIND = 2

/** Which rows are in the page: most of those out of sight lie where one scrolls to. Each row less is less to lay out in every frame. */
export function leaningRange(): (range: Range) => number[] {
  let from = 0
  let forward = true
  return ({ startIndex, endIndex, overscan, count }) => {
    if (startIndex !== from) forward = startIndex > from
    from = startIndex
    const [above, below] = forward ? [BEHIND, overscan] : [overscan, BEHIND]
    const first = Math.max(0, startIndex - above)
    const last = Math.min(count - 1, endIndex + below)
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  }
}

/** Elements of rows: a row keeps its own while it is in the page, and those that leave give theirs to those that come. */
export class Slots<T extends { key: string }> {
  private readonly isBeingRead: (row: T) => boolean
  private readonly free: number[] = []
  private taken = new Map<string, { slot: number; row: T }>()
  private next = 0

  constructor(isBeingRead: (row: T) => boolean) {
    this.isBeingRead = isBeingRead
  }

  /** @returns the slot of each row by its key */
  take(rows: readonly T[]): Map<string, number> {
    const coming = new Set(rows.map(({ key }) => key))
    for (const [key, { slot, row }] of this.taken)
      // The row being read may have the focus, which is not to go to another row with its element.
      if (!coming.has(key) && !this.isBeingRead(row)) this.free.push(slot)
    this.taken = new Map(
      rows.map((row) => [
        row.key,
        { slot: this.taken.get(row.key)?.slot ?? this.free.pop() ?? this.next++, row },
      ]),
    )
    return new Map(rows.map(({ key }) => [key, this.taken.get(key)?.slot as number]))
  }
}

function useFollowingFocus(grid: Ref<HTMLElement | null>, rowBeingRead: () => HTMLElement | null) {
  // Set while the focus is to go to the row being read as soon as that row is in the page.
  let following = false
  return {
    /** The focus is to follow to the row that is read next; until it is in the page the grid has it. */
    follow(inPage: boolean): void {
      following = true
      if (!inPage) grid.value?.focus({ preventScroll: true })
    },
    /** Gives the focus to the row being read, unless the user has gone elsewhere meanwhile. */
    land(): void {
      const row = following ? rowBeingRead() : null
      if (!row) return
      following = false
      const holder = document.activeElement
      if (holder === document.body || grid.value?.contains(holder)) row.focus({ preventScroll: true })
    },
  }
}
