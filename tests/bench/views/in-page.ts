/** What runs in the page: opens an address as a click on a link does, and tells when the last of its view is on the screen. */
import type { Page } from '@playwright/test'

/** So long nothing may change before a view counts as whole. */
const QUIET_MS = 250

/** As text, as this file is checked without the page's types. Counts what is asked of the core and is not answered yet. */
const WATCH = `{
  const state = (window.benchState = { asked: 0, painted: 0 })
  const asIs = window.fetch
  window.fetch = (...given) => {
    if (!String(given[0]).includes('/api/call/')) return asIs(...given)
    state.asked++
    // The page reads the answer after its head has come.
    return asIs(...given).finally(() => setTimeout(() => state.asked--))
  }
  const note = () => {
    state.changed = performance.now()
    requestAnimationFrame(() => requestAnimationFrame(() => (state.painted = performance.now())))
  }
  state.observer = new MutationObserver(note)
  state.observer.observe(document, {
    childList: true, subtree: true, characterData: true, attributes: true,
    attributeFilter: ['aria-busy', 'd', 'style', 'width', 'height', 'href', 'x', 'y', 'points', 'transform'],
  })
  window.openAddress = async (address, shows) => {
    const { $router } = document.getElementById('app').__vue_app__.config.globalProperties
    const from = performance.now()
    state.changed = from
    state.painted = 0
    void $router.push(address)
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      const now = performance.now()
      const still = state.asked === 0 && now - state.changed > ${QUIET_MS} && state.painted >= state.changed
      if (still && document.querySelector(shows)) return state.painted - from
      if (now - from > 30_000) throw new Error(address + ' shows no ' + shows + ': ' + document.querySelector('main').innerText.slice(0, 300))
    }
  }
}`

export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(WATCH)
}

/**
 * Opens an address within the page. @returns ms from the act to the frame that shows the last change of the view.
 * @throws Error where the view does not show what it should
 */
export const openView = (page: Page, address: string, shows: string): Promise<number> =>
  page.evaluate<number>(`openAddress(${JSON.stringify(address)}, ${JSON.stringify(shows)})`)

/** MB that the page's script holds after what is not held was let go. */
export async function scriptMemory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN) / 1e6
}
