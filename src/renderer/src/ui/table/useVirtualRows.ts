/**
 * A grid of which only the rows in sight are in the page, while the keyboard walks all of them. The row being read has
 * the focus; while it is not in the page the grid keeps it, so that no key is lost.
 */
import { useVirtualizer } from '@tanstack/vue-virtual'
import type { Ref } from 'vue'
import { computed, ref } from 'vue'
import { onPaper, rowsOnPaper } from '../../stores/paper.ts'
import type { RowElement } from './row-elements.ts'
import { leaningRange } from './row-elements.ts'
import { useRowElements } from './useRowElements.ts'

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
  /** Rows stand at their `top` by themselves: while one scrolls their elements need not be in the order of the rows. */
  placed?: boolean
}

/**
 * Bind `scroller` and `grid` to the elements, and give `before` and `after` px of room to what is out of the page, or `total`
 * px to all. With `slot` as its key an element that leaves the page above comes back below with the next row's words, which
 * takes a fraction of making one.
 */
export function useVirtualRows<T extends { key: string }>(options: VirtualRows<T>) {
  const scroller = ref<HTMLElement | null>(null)
  const grid = ref<HTMLElement | null>(null)
  const sight = { first: 0, last: 0 }
  const lean = leaningRange()
  const virtual = useVirtualizer(
    computed(() => {
      const rows = options.rows()
      return {
        count: rows.length,
        getScrollElement: () => scroller.value,
        estimateSize: (index: number) => options.heightOf?.(rows[index]) ?? options.row,
        getItemKey: (index: number) => rows[index]?.key ?? index,
        overscan: options.overscan,
        rangeExtractor: (range) => {
          sight.first = range.startIndex
          sight.last = range.endIndex
          return lean(range)
        },
        scrollPaddingStart: options.head,
        initialRect: options.initialRect,
      }
    }),
  )
  const items = computed(() => virtual.value.getVirtualItems())
  const onScreen = useRowElements<T>({
    list: options.rows,
    wanted: () =>
      items.value.flatMap(({ index, start }) => {
        const row = options.rows()[index]
        return row ? [{ index, row, top: start }] : []
      }),
    sight,
    isBeingRead: options.isBeingRead,
    isMoving: () => virtual.value.isScrolling,
    placed: options.placed ?? false,
  })
  /** On paper nothing scrolls: all rows are in the page, each under the other. */
  const shown = computed(() => (onPaper.value ? wholeList(options.rows(), onScreen.value) : onScreen.value))
  return {
    scroller,
    grid,
    shown,
    before: computed(() => (onPaper.value ? 0 : (shown.value[0]?.top ?? 0))),
    after: computed(() => {
      if (onPaper.value) return 0
      const last = shown.value.at(-1)
      const end = last ? last.top + (options.heightOf?.(last.row) ?? options.row) : 0
      return virtual.value.getTotalSize() - end
    }),
    total: computed(() => virtual.value.getTotalSize()),
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

/** Rows that stand in the page keep their elements, so that the page is as it was when the paper is done. */
function wholeList<T extends { key: string }>(
  rows: readonly T[],
  onScreen: readonly RowElement<T>[],
): readonly RowElement<T>[] {
  const slots = new Map(onScreen.map(({ row, slot }) => [row.key, slot]))
  let next = Math.max(-1, ...slots.values()) + 1
  return rowsOnPaper(rows).map((row, index) => ({
    index,
    row,
    top: 0,
    slot: slots.get(row.key) ?? next++,
  }))
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
