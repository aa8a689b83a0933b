/** Takes one picture of the app: the view, at rest. */
import type { Browser, Page } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Shot } from './shots.ts'

/** How long a view may take to come to rest, ms. */
const AT_REST_WITHIN = 30_000

export interface Opened {
  origin: string
  /** What the one-time address gave: later pages carry it. */
  cookie: { name: string; value: string }
}

/** @returns a PNG of the browser's own making */
export async function take(browser: Browser, { origin, cookie }: Opened, shot: Shot): Promise<Buffer> {
  const { width, height, theme = 'light', language } = shot
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'UTC',
  })
  try {
    await context.addCookies([{ ...cookie, url: origin, httpOnly: true, sameSite: 'Strict' }])
    const page = await context.newPage()
    const address = new URL(shot.address, origin)
    address.searchParams.set('lang', language)
    address.searchParams.set('theme', theme)
    await page.goto(address.href)
    await ready(page)
    await shot.act?.(page)
    return await atRest(page, shot.part)
  } finally {
    await context.close()
  }
}

/** The view's own rows are there, in the app's own letters. */
async function ready(page: Page): Promise<void> {
  await page.locator('#app h1').first().waitFor()
  await page.locator('.skel, [data-part=skeleton]').first().waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready')
}

/** The first of two pictures that are the same, half a second apart: nothing loads or moves any more. */
async function atRest(page: Page, part: string | undefined): Promise<Buffer> {
  const target = part === undefined ? page : page.locator(part)
  const until = Date.now() + AT_REST_WITHIN
  let before: Buffer = Buffer.alloc(0)
  while (Date.now() < until) {
    const now = await target.screenshot({ animations: 'disabled', caret: 'hide' })
    if (now.equals(before)) return now
    before = now
    await pause(500)
  }
  throw new Error(`the view at ${page.url()} does not come to rest`)
}
