/** How large the pane of a figure is, in steps, once it rests: a figure is made for it. */
import type { Ref } from 'vue'
import { onBeforeUnmount, shallowRef, watch } from 'vue'
import type { Pane } from './pane.ts'
import { MARGIN, paneOf } from './pane.ts'

/** While a window is being drawn larger, the figure that is there is scaled. */
const REST_MS = 140

/** @param margin px that stay free of the figure */
export function usePane(element: Ref<HTMLElement | null>, margin = MARGIN): Ref<Pane | null> {
  const pane = shallowRef<Pane | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = () => {
    const next = element.value && paneOf(element.value.clientWidth, element.value.clientHeight, margin)
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
