/** The page on its way to a printer or a PDF file: for that moment lists are whole and figures stand in the light theme. */
import { nextTick, shallowRef } from 'vue'

/** Rows of a list that go on paper: some sixty pages. A longer list says so there. */
export const MOST_ON_PAPER = 3000

export interface CutList {
  /** Rows on paper, and of the list. */
  shown: number
  of: number
}

/** Whether the page is being put on paper. */
export const onPaper = shallowRef(false)
/** The longest list that does not go on paper whole; null where all do. */
export const cutOnPaper = shallowRef<CutList | null>(null)

/** The rows of a list that go on paper. */
export function rowsOnPaper<T>(rows: readonly T[]): readonly T[] {
  if (rows.length <= MOST_ON_PAPER) return rows
  if (rows.length > (cutOnPaper.value?.of ?? 0)) cutOnPaper.value = { shown: MOST_ON_PAPER, of: rows.length }
  return rows.slice(0, MOST_ON_PAPER)
}

let holder: Element | null = null

/** What is changed here is drawn before the page is laid out for its paper: the microtasks of this event run before. */
function begin(): void {
  holder = document.activeElement
  cutOnPaper.value = null
  document.documentElement.dataset['paper'] = ''
  onPaper.value = true
}

/** A row that was moved for the paper lost the focus, which it gets again. */
function end(): void {
  delete document.documentElement.dataset['paper']
  onPaper.value = false
  const held = holder
  holder = null
  void nextTick(() => {
    if (held instanceof HTMLElement && held.isConnected && document.activeElement === document.body)
      held.focus({ preventScroll: true })
  })
}

if (typeof window !== 'undefined') {
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
}
