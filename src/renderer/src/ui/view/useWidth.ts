/** The width of an element, followed. */
import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, ref } from 'vue'

/** Pixels inside of the element's edge; null until it is drawn. */
export function useWidth(element: Ref<HTMLElement | null>): Ref<number | null> {
  const width = ref<number | null>(null)
  const measure = () => (width.value = element.value?.getBoundingClientRect().width || null)
  const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure)
  onMounted(() => {
    // At once, so that nothing is painted by a width that is not known yet.
    measure()
    if (element.value) observer?.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
  return width
}
