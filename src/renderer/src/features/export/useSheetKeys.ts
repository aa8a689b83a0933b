/** Keys of the slide sheet: Enter writes, Ctrl C copies, R adds to the report. Fields keep what is theirs. */
import { isTyping } from '../../ui/view/useKeys.ts'
import type { useSheetActions } from './useSheetActions.ts'

type Actions = Pick<ReturnType<typeof useSheetActions>, 'save' | 'copy' | 'addToReport'>

/** What Enter belongs to where it has the focus. */
const PRESSED = 'button:not([role=radio]), a, summary, [role=tab], [role=menuitem], input[type=checkbox]'

export function useSheetKeys(actions: Actions) {
  return (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || isTyping(event)) return
    const command = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const isPressed = (event.target as HTMLElement).closest(PRESSED) !== null
    const act =
      key === 'enter' && !command && !isPressed
        ? actions.save
        : key === 'c' && command && !event.shiftKey && !(getSelection()?.toString() ?? '')
          ? actions.copy
          : key === 'r' && !command
            ? actions.addToReport
            : null
    if (!act) return
    event.preventDefault()
    void act()
  }
}
