/** Keys of the Networks view. The figure's own keys are its own; those here work from the tables and the inspector too. */
import { isInOverlay, isTyping, useKeys } from '../../ui/view/useKeys.ts'

export interface NetworkActs {
  focus: () => void
  pin: () => void
  hide: () => void
  tables: () => void
  why: () => void
  map: () => void
  leave: () => void
}

/** Letters and what they do; a letter in a field is a letter. */
export function actOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): keyof NetworkActs | null {
  const key = event.key.toLowerCase()
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  return (
    ({ f: 'focus', p: 'pin', h: 'hide', t: 'tables', d: 'why', m: 'map', escape: 'leave' } as const)[key] ??
    null
  )
}

export function useNetworkKeys(acts: NetworkActs): void {
  useKeys((event) => {
    if (event.defaultPrevented || isTyping(event) || isInOverlay(event)) return
    const act = actOf(event)
    if (!act) return
    event.preventDefault()
    acts[act]()
  })
}
