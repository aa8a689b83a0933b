const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

/**
 * Arrow keys in a group of buttons with the role `radio`: the next one is chosen and gets the focus. For the group itself:
 * `@keydown="walkRadios($event, choose)"`.
 * @param choose gets the place of the chosen one in the group
 */
export function walkRadios(event: KeyboardEvent, choose: (index: number) => void): void {
  const step = STEPS[event.key]
  if (!step) return
  const radios = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=radio]')]
  const at = radios.findIndex((each) => each.contains(event.target as Node))
  event.preventDefault()
  const next = at < 0 ? undefined : radios[at + step]
  if (!next) return
  choose(at + step)
  next.focus()
}
