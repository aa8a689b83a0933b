import type { Ref } from 'vue'
import { onScopeDispose, ref, watch } from 'vue'

/** True once `source` has been true for `ms`: a skeleton that would flash is not shown. */
export function useDelayed(source: () => boolean, ms = 150): Ref<boolean> {
  const late = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    source,
    (on) => {
      clearTimeout(timer)
      if (on) timer = setTimeout(() => (late.value = true), ms)
      else late.value = false
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return late
}
