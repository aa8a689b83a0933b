/** Focus, where what held it goes. */
import { nextTick } from 'vue'

/** Does what may take the focused button away: focus goes to the view then, not to nowhere. */
export async function keepingFocus(act: () => unknown): Promise<void> {
  await act()
  await nextTick()
  const at = document.activeElement
  if (at === null || at === document.body) document.getElementById('main')?.focus({ preventScroll: true })
}
