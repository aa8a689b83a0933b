/** A button that opens a search over a list: where the panel stands, what is typed, which entry is lit and chosen. */
import type { ComputedRef, Ref } from 'vue'
import { computed, nextTick, onBeforeUnmount, ref, watch } from 'vue'

interface Finding<T> {
  entries: () => readonly T[]
  /** Whether the entries still are those of letters typed before. */
  loading: () => boolean
  choose: (entry: T) => void
  /** Edge of the button that the panel keeps. */
  edge: 'left' | 'right'
  /** In pixels, so that it never leaves the window; of the left edge. */
  width?: number
}

interface Finder<T> {
  open: Ref<boolean>
  text: Ref<string>
  /** The text that is searched for: without blanks at the ends, at most 200 signs. */
  wanted: ComputedRef<string>
  /** Place of the lit entry. */
  at: Ref<number>
  place: Ref<Record<string, string>>
  button: Ref<HTMLElement | null>
  panel: Ref<HTMLElement | null>
  field: Ref<HTMLInputElement | null>
  show: () => Promise<void>
  close: (giveBackFocus?: boolean) => void
  choose: (entry: T | undefined) => void
  onInput: (event: Event) => void
  onKey: (event: KeyboardEvent) => void
}

/** The entry after or before `index`, round the ends; 0 for an empty list. */
export const step = (index: number, by: 1 | -1, length: number): number =>
  length === 0 ? 0 : (index + by + length) % length

export function useFinder<T>({ entries, loading, choose: chosen, edge, width = 0 }: Finding<T>): Finder<T> {
  const open = ref(false)
  const text = ref('')
  const at = ref(0)
  const place = ref<Record<string, string>>({})
  const button = ref<HTMLElement | null>(null)
  const panel = ref<HTMLElement | null>(null)
  const field = ref<HTMLInputElement | null>(null)
  const wanted = computed(() => text.value.trim().slice(0, 200))
  /** Enter that came before the answer to what is typed: its first entry is meant, none of what was typed before. */
  let waits = false
  watch(wanted, () => {
    at.value = 0
    waits = false
  })
  watch(
    // What answers is made after the finder that it asks for.
    () => open.value && loading(),
    (still) => {
      if (still || !waits) return
      waits = false
      choose(entries()[0])
    },
  )

  async function show(): Promise<void> {
    if (!button.value) return
    const box = button.value.getBoundingClientRect()
    place.value = {
      position: 'fixed',
      top: `${box.bottom + 4}px`,
      ...(edge === 'left'
        ? { left: `${Math.max(8, Math.min(box.left, innerWidth - width))}px` }
        : { right: `${Math.max(8, innerWidth - box.right)}px` }),
    }
    text.value = ''
    at.value = 0
    open.value = true
    document.addEventListener('pointerdown', onOutside, true)
    await nextTick()
    field.value?.focus()
  }
  function close(giveBackFocus = true): void {
    open.value = false
    waits = false
    document.removeEventListener('pointerdown', onOutside, true)
    if (giveBackFocus) button.value?.focus()
  }
  function onOutside(event: PointerEvent): void {
    const target = event.target as Node
    if (!panel.value?.contains(target) && !button.value?.contains(target)) close(false)
  }
  onBeforeUnmount(() => document.removeEventListener('pointerdown', onOutside, true))

  function choose(entry: T | undefined): void {
    if (entry === undefined) return
    close()
    chosen(entry)
  }
  function onInput(event: Event): void {
    // Letters of pinyin on their way to Chinese are not a search yet.
    if (!(event as InputEvent).isComposing) text.value = (event.target as HTMLInputElement).value
  }
  function onKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
    if (by) {
      at.value = step(at.value, by, entries().length)
      void nextTick(() =>
        panel.value?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
      )
    } else if (event.key === 'Enter') {
      if (loading()) waits = true
      else choose(entries()[at.value])
    } else if (event.key === 'Escape') close()
    else if (event.key === 'Tab') return close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { open, text, wanted, at, place, button, panel, field, show, close, choose, onInput, onKey }
}
