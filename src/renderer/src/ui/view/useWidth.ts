/** The width of an element, followed. */
import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { onPaper } from '../../stores/paper.ts'

/** Pixels inside of the element's edge; null until it is drawn. */
export function useWidth(element: Ref<HTMLElement | null>): Ref<number | null> {
  const width = ref<number | null>(null)
  const measure = () => (width.value = element.value?.getBoundingClientRect().width || null)
  const observer =
    typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => !onPaper.value && measure())
  onMounted(() => {
    // At once, so that nothing is painted by a width that is not known yet.
    measure()
    if (element.value) observer?.observe(element.value)
  })
  // The paper has no observer: its width stands when its event is there.
  watch(onPaper, measure, { flush: 'post' })
  onBeforeUnmount(() => observer?.disconnect())
  return width
}
