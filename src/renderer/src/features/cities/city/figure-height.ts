/** How tall the figures of a city's page are and how many rows its tables have: a usual window holds the page whole, a taller one more. */
import type { Ref } from 'vue'
import { computed, onBeforeUnmount, onMounted, ref } from 'vue'

const USUAL = { figure: 182, rows: 5, window: 900 }
/** Part of a taller window's further height that a figure takes; px of it that bring one more row to a table. */
const GAIN = 0.24
const A_ROW = 72
const MOST_ROWS = 15

function useFurtherHeight(): Ref<number> {
  const further = ref(0)
  const measure = () => (further.value = Math.max(0, window.innerHeight - USUAL.window))
  onMounted(() => {
    measure()
    window.addEventListener('resize', measure)
  })
  onBeforeUnmount(() => window.removeEventListener('resize', measure))
  return further
}

/** px. */
export function useFigureHeight(): Ref<number> {
  const further = useFurtherHeight()
  return computed(() => USUAL.figure + Math.round(further.value * GAIN))
}

export function useRowCount(): Ref<number> {
  const further = useFurtherHeight()
  return computed(() => Math.min(MOST_ROWS, USUAL.rows + Math.floor(further.value / A_ROW)))
}
