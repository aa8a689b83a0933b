/** When the lens stands in a view's inspector, and where the focus goes when it comes and leaves. */
import type { Ref } from 'vue'
import { computed, inject, nextTick, watch } from 'vue'
import { useWhy } from '../../stores/useWhy.ts'
import { LENS } from './lens-key.ts'
import { isInOverlay, isTyping, useKeys } from './useKeys.ts'

/** @param pane the inspector that holds the lens */
export function useLensPane(pane: Readonly<Ref<HTMLElement | null>>) {
  const lens = inject(LENS, null)
  const why = useWhy()
  const isOpen = computed(() => lens !== null && why.shown.value !== null)

  watch(isOpen, async (now) => {
    if (now) {
      await nextTick()
      pane.value?.focus({ preventScroll: true })
      return
    }
    // Before the pane goes: a focus that stands elsewhere stays there.
    const { activeElement: active } = document
    const isHere = active === document.body || Boolean(active && pane.value?.contains(active))
    await nextTick()
    if (isHere) why.returnFocus()
  })
  useKeys((event) => {
    if (event.key !== 'Escape' || !isOpen.value || event.defaultPrevented) return
    if (isInOverlay(event) || (isTyping(event) && !pane.value?.contains(event.target as Node))) return
    event.preventDefault()
    void why.close()
  })
  return { lens, isOpen, close: why.close }
}
