/** How large the pane of a figure is, in steps, once it rests: a figure is made for it. */
import type { Ref } from 'vue'
import { onBeforeUnmount, shallowRef, watch } from 'vue'
import type { Pane } from './network-state.ts'

/** While a window is being drawn larger, the figure that is there is scaled. */
const REST_MS = 140
/** The canvas leaves as much free around the figure. */
const MARGIN = 12
const LEAST = { width: 160, height: 80 }
const MOST = 8000

/** Null where a pane has no size (yet). */
export function paneOf(width: number, height: number): Pane | null {
  if (width <= 0 || height <= 0) return null
  const held = (value: number, least: number) => Math.min(MOST, Math.max(least, Math.floor(value) - MARGIN))
  return { width: held(width, LEAST.width), height: held(height, LEAST.height) }
}

export function usePane(element: Ref<HTMLElement | null>): Ref<Pane | null> {
  const pane = shallowRef<Pane | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = () => {
    const next = element.value && paneOf(element.value.clientWidth, element.value.clientHeight)
    const { value } = pane
    if (next && (next.width !== value?.width || next.height !== value.height)) pane.value = next
  }
  const observer =
    typeof ResizeObserver === 'undefined'
      ? null
      : new ResizeObserver(() => {
          clearTimeout(timer)
          if (pane.value === null) read()
          else timer = setTimeout(read, REST_MS)
        })
  watch(
    element,
    (now, before) => {
      if (before) observer?.unobserve(before)
      if (now) observer?.observe(now)
      if (pane.value === null) read()
    },
    { flush: 'post', immediate: true },
  )
  onBeforeUnmount(() => {
    clearTimeout(timer)
    observer?.disconnect()
  })
  return pane
}
