/** Drawing a lasso on the overlay with the pointer; Escape lets go of it. */
import type { Point } from './viewport.ts'

export interface LassoHandlers {
  down(event: PointerEvent): void
  move(event: PointerEvent): void
  up(event: PointerEvent): void
  cancel(): void
}

/** CSS px between two points of the path. */
const STEP = 3

/**
 * @param at place of an event in the pane
 * @param draw called with the path so far, empty when it ends
 * @param done called with the whole path
 */
export function useLasso(
  at: (event: PointerEvent) => Point,
  draw: (path: readonly Point[]) => void,
  done: (path: readonly Point[], event: PointerEvent) => void,
): LassoHandlers {
  let path: Point[] | null = null
  const cancel = () => {
    path = null
    draw([])
  }
  return {
    down(event) {
      if (event.button !== 0) return
      ;(event.currentTarget as Element).setPointerCapture?.(event.pointerId)
      path = [at(event)]
    },
    move(event) {
      const last = path?.at(-1)
      if (!path || !last) return
      const point = at(event)
      if (Math.hypot(point.x - last.x, point.y - last.y) < STEP) return
      path.push(point)
      draw(path)
    },
    up(event) {
      if (!path) return
      const whole = path
      cancel()
      done(whole, event)
    },
    cancel,
  }
}
