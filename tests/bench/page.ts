/** A browser for benchmarks: started before the clock, a fresh page (and cache) for each run. */
import type { Browser, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { obtainBrowser, quietFlags } from '../../scripts/support/browsers.ts'

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await obtainBrowser()
  if (!executablePath) throw new Error('no Chromium, Chrome or Edge can be had here')
  const launch = () => chromium.launch({ executablePath, args: quietFlags() })
  const browser = await launch().catch(launch) // on a busy machine a browser's helper may answer too late
  await warmUp(browser)
  return browser
}

/** The first page of a browser also starts its helpers; the app is not to blame for that. */
async function warmUp(browser: Browser): Promise<void> {
  const page = await browser.newPage()
  await page.goto('data:text/html,<p>ready</p>')
  await page.close()
}

/** Resolves when the ranking shows rows that answer to keys and pointer: the screens' script has drawn them. */
export async function usableRows(page: Page): Promise<void> {
  await page.locator('tr[data-city=beijing]').waitFor({ state: 'visible' })
}

/** Milliseconds since 1970, by the browser's clock. */
export interface Sightings {
  /** First contentful paint: the frame, while the rows are awaited. */
  paint: number
  /** Rows with their figures are on the screen, be it those that the host wrote into the page. */
  rows: number
  /** The screens' script has drawn them: they answer to keys and pointer. */
  usable: number
}

/** Runs in the page: looks at each change of it. A sight counts when the frame that shows it has been painted. */
const LOOKOUT = `{
  const seen = {}
  const now = () => performance.timeOrigin + performance.now()
  const whenPainted = (note) => requestAnimationFrame(() => setTimeout(note))
  const note = (name, selector) => {
    if (name in seen || !document.querySelector(selector)) return
    seen[name] = 0
    whenPainted(() => {
      seen[name] = now()
      if (name === 'usable') setTimeout(() => tellSightings(seen))
    })
  }
  const painted = (entries) => entries.forEach((entry) => {
    const at = performance.timeOrigin + entry.startTime
    if (entry.name === 'first-contentful-paint') seen.paint = at
    // The largest text stands over the rows and comes with them: the browser's own word for when they were shown.
    if (entry.entryType === 'largest-contentful-paint' && entry.element?.closest('.main')) seen.shown ??= at
  })
  for (const type of ['paint', 'largest-contentful-paint'])
    new PerformanceObserver((list) => painted(list.getEntries())).observe({ type, buffered: true })
  new MutationObserver(() => {
    note('rows', '.city-name')
    note('usable', 'tr[data-city=beijing]')
  }).observe(document, { childList: true, subtree: true })
}`

/**
 * Sets a lookout in a page that is still to be opened. The page tells once, by itself: one that is asked again and again
 * spends its time on answers.
 */
export async function lookOut(page: Page): Promise<{ seen: Promise<Sightings> }> {
  const seen = new Promise<Sightings>((resolve) => {
    void page.exposeFunction('tellSightings', ({ shown = 0, ...told }: Sightings & { shown?: number }) =>
      resolve({ ...told, rows: Math.max(told.rows, told.paint, shown) }),
    )
  })
  await page.addInitScript(LOOKOUT)
  return { seen }
}
