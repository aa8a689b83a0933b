/** What need not be there with the first screen. */

/** Where a browser tells no idle time (Safari): after the first screen has been drawn in all likelihood. */
const LATER_MS = 2000

/** Runs it while nothing else is done. @returns what calls it off */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const waiting = setTimeout(run, LATER_MS)
    return () => clearTimeout(waiting)
  }
  const asked = requestIdleCallback(run)
  return () => cancelIdleCallback(asked)
}
