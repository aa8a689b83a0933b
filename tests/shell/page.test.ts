import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from './stand-in/chromium.ts'
import type { Desk } from './stand-in/desk.ts'
import { startDesk } from './stand-in/desk.ts'
import { CANNOT_SHOW, chromium, ensureBuilt, missingChromiumFails, temporaryFolders } from './support.ts'

const folder = temporaryFolders()

if (chromium === null) {
  const name = 'pages of the shell: not run: no Chromium'
  console.warn(name)
  if (missingChromiumFails)
    test(name, () => expect.fail('a machine for continuous integration must have a browser'))
  else test.skip(name)
}

describe.skipIf(chromium === null)('the shipped main, preload and screens together', () => {
  let browser: Browser
  let desk: Desk
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    await ensureBuilt()
    browser = await launchChromium(chromium ?? '')
    desk = await startDesk({
      dataDir: folder('page'),
      browser,
      onPage: (shown) => {
        shown.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
        shown.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
      },
    })
    page = desk.page()
    console.log(CANNOT_SHOW)
  }, 120_000)
  afterAll(async () => {
    await desk?.end()
    await browser?.close()
  })

  const inPage = <T>(code: string): Promise<T> => page.evaluate(code)
  const address = () => inPage<string>('location.pathname + location.search')

  test('show the ranking, Beijing first, without a word on the console', async () => {
    await page.getByText('Beijing').first().waitFor()
    const rows = page.locator('main').getByRole('row').filter({ hasText: /\d/ })
    const first = await rows
      .filter({ hasNot: page.getByRole('columnheader') })
      .first()
      .innerText()
    expect(first).toMatch(/^\D*1\b[^]*Beijing[^]*4,259\.39/)
    // The figure and the fonts come last. (Chromium's own "network idle" is sometimes never told of routed requests.)
    await page.locator('canvas').first().waitFor()
    await inPage('document.fonts.ready.then(() => document.fonts.status)')
    expect(complaints).toEqual([])
  })

  test('open the guide from the Help menu, with pictures of the bundle’s own', async () => {
    await desk.menuClick('help-guide')
    await page.locator('.guide article h2').first().waitFor()
    const loaded = 'Promise.all([...document.querySelectorAll(".guide img")].map((each) => each.decode()))'
    await inPage(loaded)
    expect(await inPage<number>('document.querySelectorAll(".guide img").length')).toBeGreaterThanOrEqual(4)
    expect(complaints).toEqual([])
    await page.keyboard.press('1')
    await page.getByText('Beijing').first().waitFor()
  })

  test('answer a call from the page, and take only what can be copied', async () => {
    const shares = await inPage<number[]>(
      `scienceCities.call('rankings.list', { limit: 2 }).then((result) => result.value.rows.map((row) => row.share))`,
    )
    expect(shares).toEqual([4259.39, 2214])
    const refused = await inPage<string>(
      `(async () => scienceCities.call('rankings.list', new Proxy({}, {})))().catch((error) => error.name)`,
    )
    expect(refused).toBe('DataCloneError')
  })

  test('leave nothing of the stand-in or of Electron in the page', async () => {
    expect(await inPage('typeof require + typeof process + typeof module')).toBe('undefined'.repeat(3))
    expect(await inPage('Object.keys(scienceCities).sort().join()')).toBe('call,host,onCommand,subscribe')
    expect(
      await inPage(
        `(() => { 'use strict'; try { scienceCities.call = 1 } catch {} return typeof scienceCities.call })()`,
      ),
    ).toBe('function')
  })

  test('follow the native menu: views, language, palette', async () => {
    await desk.menuClick('view-datasets')
    await expect.poll(address).toMatch(/^\/datasets/)
    await desk.menuClick('language-zh')
    await expect.poll(() => inPage('document.documentElement.lang')).toMatch(/^zh/)
    // And back: the menu takes the language from the page.
    await expect.poll(async () => (await desk.menu())[0]?.label).toBe('文件')
    await desk.menuClick('language-en')
    await expect.poll(async () => (await desk.menu())[0]?.label).toBe('File')
    await desk.menuClick('view-rankings')
    await expect.poll(address).toMatch(/^\/($|\?)/)
  })

  test('stand again after a reload of a view within', async () => {
    await desk.menuClick('view-method')
    await expect.poll(address).toMatch(/^\/method/)
    await page.reload()
    await page.getByRole('navigation').first().waitFor()
    expect(await address()).toMatch(/^\/method/)
    await desk.menuClick('view-rankings')
    await page.getByText('Beijing').first().waitFor()
  })

  test('stay where they are when a page would leave', async () => {
    const before = page.url()
    await inPage(`void (location.href = 'https://example.com/')`)
    await page.waitForTimeout(300)
    expect(page.url()).toBe(before)
    expect(await inPage<number>('scienceCities ? 1 : 0')).toBe(1)
  })

  test('open no window', async () => {
    await inPage(`void window.open('https://example.com/')`)
    await expect.poll(() => page.context().pages().length).toBe(1)
    expect(desk.popups).toEqual([])
  })

  test('write to the clipboard, and may not ask for anything else', async () => {
    expect(await inPage(`navigator.clipboard.writeText('Beijing').then(() => 'written', String)`)).toBe(
      'written',
    )
    expect(await inPage(`navigator.clipboard.readText().catch((error) => error.name)`)).toBe(
      'NotAllowedError',
    )
    const state = (name: string) =>
      inPage(`navigator.permissions.query({ name: '${name}' }).then((it) => it.state)`)
    for (const name of ['geolocation', 'notifications', 'camera'])
      expect(await state(name), name).not.toBe('granted')
  })

  test('refuse what the policy forbids: foreign requests, inline script, eval', async () => {
    expect(await inPage(`fetch('https://example.com/').catch(() => 'refused')`)).toBe('refused')
    await inPage(
      `(() => { const it = document.createElement('script'); it.textContent = 'window.inline = 1'; document.body.append(it) })()`,
    )
    expect(await inPage('typeof window.inline')).toBe('undefined')
    // In a task of its own: the code that a debugger evaluates is let off the policy.
    const evaluating = `try { done(Function('return 1')()) } catch (error) { done(error.name) }`
    expect(await inPage(`new Promise((done) => setTimeout(() => { ${evaluating} }))`)).toBe('EvalError')
  })

  test('save a file through the dialog of the system', async () => {
    await desk.choose(null)
    const table = `{ of: 'rankings', input: { limit: 1 } }`
    const request = `{ method: 'exports.table', input: { table: ${table}, format: 'csv' } }`
    expect(await inPage(`scienceCities.host.saveFile(${request})`)).toEqual({ ok: true, value: null })
    // A preview's bytes are bytes in the page, too.
    const asked = `scienceCities.call('exports.table', ${request}.input)`
    expect(await inPage(`${asked}.then(({ value }) => new TextDecoder().decode(value.bytes))`)).toMatch(
      /^Rank,/,
    )
    expect(
      await inPage(`scienceCities.host.openLink('https://example.com/').catch((error) => error.message)`),
    ).toMatch(/^forbidden: /)
  })
})
