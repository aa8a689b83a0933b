/** Every number leads to how it came about: of each view some, drawn by a seed, open the lens with the value that they print. */
import type { Page } from '@playwright/test'
import { expect, INDEX, test } from './support/index-app.ts'
import { seeded } from './support/shown-cells.ts'

/** Numbers tried in each view. */
const TRIED = 5
const OF_INDEX = [
  '/',
  '/?by=institution&columns=count,countPerShare,internationalPct',
  '/rising',
  '/cities',
  '/cities/beijing',
  '/institutions/Peking%20Test%20University',
  '/collaborations',
  '/collaborations?of=within&city=beijing',
  '/collaborations?of=partners&institution=Peking%20Test%20University',
  '/networks?city=beijing&tables=1&columns=count,degree,weightedDegree,betweenness',
  '/networks?of=cities&tables=1&columns=degree,weightedDegree,betweenness',
  '/collaborations?of=cities&city=beijing',
  '/networks?draw=map&around=beijing&tables=1',
  '/compare?cities=beijing,boston',
]
const PRINTED = [
  '/',
  '/?subject=chemistry',
  '/rising',
  '/cities',
  '/cities/beijing',
  '/cities/wuhan?subject=chemistry',
  '/collaborations',
  '/networks?tables=1',
  '/compare?cities=beijing,nanjing',
]

/** A change of no place is written as `=`, one of several with an arrow for its sign; marks of exactness stand outside. */
const plain = (text: string): string => (text.trim() === '=' ? '0' : text.replace(/[^\d.,]/g, ''))

async function walk(page: Page, seed: number): Promise<number> {
  const numbers = page.locator('button.why:visible')
  await numbers.first().waitFor()
  await page.waitForLoadState('networkidle')
  const pick = seeded(seed)
  const lens = page.locator('[data-part=derivation]')
  for (let tried = 0; tried < TRIED; tried++) {
    const places = Array.from({ length: await numbers.count() }, (_, i) => i)
    // The element itself: another list on its way would put another number in its place.
    const number = await numbers.nth(pick(places)).elementHandle()
    if (!number) throw new Error(`a number went away: ${page.url()}`)
    const text = plain(await number.innerText())
    expect(text).not.toBe('')
    const said = `${page.url()}: ${await number.getAttribute('aria-label')}`
    if (tried % 2 === 0) {
      await number.focus()
      await page.keyboard.press('d')
    } else await number.click()
    await expect(lens, said).toBeVisible()
    await expect
      .poll(async () => plain(await lens.locator('[data-part=derived-total]').innerText()), said)
      .toBe(text)
    await page.keyboard.press('Escape')
    await expect(lens).toHaveCount(0)
  }
  return TRIED
}

for (const [name, views, dataset] of [
  ['an index', OF_INDEX, INDEX],
  ['print', PRINTED, null],
] as const) {
  test(`numbers of ${name} open the lens with the value that they print, in every view`, async ({
    app,
    page,
  }) => {
    test.setTimeout(400_000)
    for (const [at, view] of views.entries()) {
      const query = `lang=en${dataset ? `&dataset=${dataset}` : ''}`
      await page.goto(app.url(`${view}${view.includes('?') ? '&' : '?'}${query}`))
      expect(await walk(page, at + 1)).toBe(TRIED)
    }
  })
}
