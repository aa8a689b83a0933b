/** A word on a button that is taken back after two seconds. */
import { onScopeDispose, ref } from 'vue'

export function useFlash<T extends string>() {
  const word = ref<T | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))
  function flash(value: T): void {
    word.value = value as typeof word.value
    clearTimeout(timer)
    timer = setTimeout(() => (word.value = null), 2000)
  }
  return { word, flash }
}
