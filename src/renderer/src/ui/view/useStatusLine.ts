/** The status line: the source of what is shown and the keys that work here. The view in sight writes it. */
import { onScopeDispose, shallowRef, watch } from 'vue'

export interface StatusLine {
  source: string
  /** Keys and what they do, e.g. `{ keys: ['↑', '↓'], does: 'walk' }`. */
  keys: { keys: string[]; does: string }[]
}

const line = shallowRef<{ owner: symbol; value: StatusLine } | null>(null)

/** For the view: writes the line while the view is in sight. */
export function useStatusLine(make: () => StatusLine): void {
  const owner = Symbol('view')
  watch(make, (value) => (line.value = { owner, value }), { immediate: true })
  onScopeDispose(() => {
    if (line.value?.owner === owner) line.value = null
  })
}

/** For the shell. */
export const useShownStatus = () => line
