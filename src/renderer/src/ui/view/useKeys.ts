/** Keys that work everywhere or in a view, and whether a key press belongs to a text field. */
import { onBeforeUnmount, onMounted } from 'vue'

export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null
  return !!target?.closest(
    'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]',
  )
}

/** Fields of letters have an undo of their own; boxes, sliders and lists have none. */
export function writesText(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null
  return !!target?.closest(
    'input:not([type=checkbox], [type=radio], [type=range], [type=button], [type=file]), textarea, [contenteditable]',
  )
}

/** True while a dialog or menu is open: its keys are its own. */
export function isInOverlay(event: KeyboardEvent): boolean {
  return !!(event.target as HTMLElement | null)?.closest('[role=dialog], [role=menu], [role=listbox]')
}

let appleKeys: boolean | null = null

/** For the host that writes the first screen: whose keyboard the next one is for. In a page the browser says it. */
export const drawForKeyboard = (isApple: boolean): void => void (appleKeys = isApple)

export const isApple = (): boolean => appleKeys ?? /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The modifier of commands as it stands on this keyboard. */
export const commandKey = (letter: string): string => (isApple() ? `⌘${letter}` : `Ctrl ${letter}`)

/** A key as lists write it, `Ctrl K`, as it stands on this keyboard. */
export const onKeyboard = (key: string): string => (key.startsWith('Ctrl ') ? commandKey(key.slice(5)) : key)

/** Listens on the window while the component is mounted. */
export function useKeys(listener: (event: KeyboardEvent) => void): void {
  onMounted(() => window.addEventListener('keydown', listener))
  onBeforeUnmount(() => window.removeEventListener('keydown', listener))
}
