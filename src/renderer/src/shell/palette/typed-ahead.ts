/** What is typed between the key that opens the palette and the moment its field is there: kept in order, none lost. */

/** What the palette begins with: the letters, and whether Enter was pressed after them. */
export interface Typed {
  text: string
  enter: boolean
}

export interface TypedAhead {
  /** From now on letters are kept; `onEscape` is called when Esc gives the palette up before it is shown. */
  begin(onEscape: () => void): void
  /** Ends the keeping and hands over what was typed; of a palette that nobody waits for, nothing. */
  take(): Typed
}

/** A letter as the field would take it; AltGr writes letters too, and is told as Ctrl with Alt on some keyboards. */
const isLetter = (event: KeyboardEvent): boolean =>
  [...event.key].length === 1 &&
  (event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || event.altKey))

/** An input method at work: its keys are its own, in the field that it writes into. */
const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.key === 'Process' || event.key === 'Dead'

/** Keys are taken where they arrive, before any view sees them. */
export function makeTypedAhead(): TypedAhead {
  let letters: string[] = []
  let enter = false
  let escape: (() => void) | null = null

  function keep(event: KeyboardEvent): void {
    if (isComposing(event)) return
    if (isLetter(event)) {
      // What comes after Enter belongs to what it opens, which is not there yet.
      if (!enter) letters.push(event.key)
    } else if (event.key === 'Backspace') letters.pop()
    else if (event.key === 'Enter') enter ||= letters.length > 0
    else if (event.key === 'Escape') {
      const giveUp = escape
      take()
      giveUp?.()
    } else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  function take(): Typed {
    if (escape) window.removeEventListener('keydown', keep, true)
    const typed = { text: letters.join(''), enter }
    letters = []
    enter = false
    escape = null
    return typed
  }

  return {
    begin(onEscape) {
      take()
      escape = onEscape
      window.addEventListener('keydown', keep, true)
    },
    take,
  }
}
