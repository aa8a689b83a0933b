/** How tall the figures of a city's page are: the page of a usual window fits it whole, a taller one gives them more. */
import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, ref } from 'vue'

const USUAL = { figure: 196, window: 900 }
/** Part of a taller window's further height. */
const GAIN = 0.24

/** px. */
export function useFigureHeight(): Ref<number> {
  const height = ref(USUAL.figure)
  const measure = () =>
    (height.value = USUAL.figure + Math.round(Math.max(0, window.innerHeight - USUAL.window) * GAIN))
  onMounted(() => {
    measure()
    window.addEventListener('resize', measure)
  })
  onBeforeUnmount(() => window.removeEventListener('resize', measure))
  return height
}
