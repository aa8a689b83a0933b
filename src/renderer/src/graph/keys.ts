/** Keys of the figure, while it has the focus. */
import type { Direction } from './walk.ts'

export type KeyAct =
  | { act: 'step'; direction: Direction }
  | { act: 'by-share'; by: 1 | -1 }
  | { act: 'largest' }
  | { act: 'open' | 'leave' | 'fit' | 'focus' | 'pin' | 'hide' }
  | { act: 'zoom'; factor: number }

const ZOOM_STEP = 1.3

const ACTS: Record<string, KeyAct> = {
  ArrowLeft: { act: 'step', direction: 'left' },
  ArrowRight: { act: 'step', direction: 'right' },
  ArrowUp: { act: 'step', direction: 'up' },
  ArrowDown: { act: 'step', direction: 'down' },
  Home: { act: 'largest' },
  Enter: { act: 'open' },
  Escape: { act: 'leave' },
  '+': { act: 'zoom', factor: ZOOM_STEP },
  '=': { act: 'zoom', factor: ZOOM_STEP },
  '-': { act: 'zoom', factor: 1 / ZOOM_STEP },
  '0': { act: 'fit' },
  f: { act: 'focus' },
  p: { act: 'pin' },
  Delete: { act: 'hide' },
  Backspace: { act: 'hide' },
}

/** P pins, so the way back by Share is N with Shift. Null where the key is none of the figure's. */
export function keyAct(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>) {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key.toLowerCase() === 'n') return { act: 'by-share', by: event.shiftKey ? -1 : 1 } as KeyAct
  return ACTS[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null
}
