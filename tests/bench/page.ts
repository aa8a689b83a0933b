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

/** Resolves when the ranking shows its rows. */
export async function firstRows(page: Page): Promise<void> {
  await page.getByText('Beijing', { exact: true }).first().waitFor({ state: 'visible' })
}
