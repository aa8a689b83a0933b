/** The screen that the loopback host wrote into the page. */
import { pageRead } from './transport/first-answers.ts'

/** Time for a frame; a window that nobody sees has none. */
const MOST_MS = 500

/**
 * Resolves when the app's place in the page can be taken. A screen of the host's is first read whole and painted: the
 * screens' own work, which takes longer than that, then does not hold its rows back.
 */
export async function placeIsFree(page: Document = document): Promise<void> {
  // The script does not wait for the page, so it can be there before its place is.
  const place = page.getElementById('app')
  if (place && !('firstScreen' in place.dataset)) return
  await pageRead()
  if (page.querySelector('.first-screen') && !page.hidden) await painted()
}

function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, MOST_MS)
    // The task after a frame's callbacks begins when that frame is on its way to the screen.
    requestAnimationFrame(() => setTimeout(resolve))
  })
}
