/** The palette: open or not, fetched while nothing else is done, and what was typed before it is there. */
import { defineAsyncComponent, onMounted, onUnmounted, ref } from 'vue'
import { whenIdle } from '../when-idle.ts'
import { makeTypedAhead } from './typed-ahead.ts'

const fetchPalette = () => import('./CommandPalette.vue')

export function useCommandPalette() {
  const isOpen = ref(false)
  const ahead = makeTypedAhead()

  function open(): void {
    if (!isOpen.value) ahead.begin(close)
    isOpen.value = true
  }
  function close(): void {
    ahead.take()
    isOpen.value = false
  }

  // A palette that could not be fetched is closed, so that keys are the view's again; the next opening tries anew.
  const CommandPalette = defineAsyncComponent({
    loader: fetchPalette,
    onError: (_, __, fail) => (close(), fail()),
  })
  // A failure now is told by the opening that fails.
  const warm = () => void fetchPalette().catch(() => undefined)
  let notNow: (() => void) | null = null
  onMounted(() => (notNow = whenIdle(warm)))
  onUnmounted(() => {
    notNow?.()
    ahead.take()
  })

  return { CommandPalette, ahead, isOpen, open, close, toggle: () => (isOpen.value ? close() : open()) }
}
