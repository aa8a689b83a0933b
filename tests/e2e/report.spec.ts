import { unzipSync, strFromU8 } from 'fflate'
import type { Page } from '@playwright/test'
import { violationsOf } from './support/axe.ts'
import { saveFile } from './support/host-ways.ts'
import { expect, test } from './support/index-app.ts'

const at = (dataset: string, query = '') => `/report?dataset=${dataset}&lang=en${query}`
const pagesOf = (page: Page) => page.getByTestId('report-pages').getByRole('option')

/** From a template, once its pages are drawn. */
async function compose(page: Page, template: string): Promise<void> {
  await page.locator('[data-part=report-template]').click()
  await page.locator(`[data-part=template-${template}]`).click()
  await expect(pagesOf(page).first()).toBeVisible()
  await expect(page.locator('.desk__sheet svg').first()).toBeVisible()
}

test('a brief from its template: order, words and undo outlive a restart, and a deck leaves', async ({
  app,
  page,
}) => {
  await page.goto(app.url(at('science-cities-2024')))
  await expect(page.locator('[data-part=report-city]')).toHaveValue('beijing')
  await page.locator('[data-part=report-city]').selectOption('nanjing')
  await compose(page, 'city-brief')
  const count = await pagesOf(page).count()
  expect(count).toBeGreaterThan(3)

  // Order, by keys alone.
  const second = await pagesOf(page).nth(1).getAttribute('data-page')
  await pagesOf(page).nth(1).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(pagesOf(page).first()).toHaveAttribute('data-page', second!)

  // Words of one's own, in both languages; the picture says them.
  await page.locator('[data-part=title-en]').fill('Nanjing, in our own words')
  await page.locator('[data-part=title-zh]').fill('南京：我们的说法')
  await expect(page.locator('.desk__sheet svg').first()).toContainText('Nanjing, in our own words')
  await page.locator('[data-part=notes-en]').fill('Ask about chemistry.')

  // A page goes, and comes back.
  await pagesOf(page).last().click()
  await page.keyboard.press('Delete')
  await expect(pagesOf(page)).toHaveCount(count - 1)
  await page.keyboard.press('Control+z')
  await expect(pagesOf(page)).toHaveCount(count)

  await page.waitForTimeout(700) // the pause after which the report is kept
  await page.waitForLoadState('networkidle')
  await page.reload()
  await expect(pagesOf(page)).toHaveCount(count)
  await expect(pagesOf(page).first()).toHaveAttribute('data-page', second!)
  await pagesOf(page).first().click()
  await expect(page.locator('[data-part=title-zh]')).toHaveValue('南京：我们的说法')

  const file = await saveFile(page, () => page.getByTestId('report-write').click())
  expect(file.fileName).toMatch(/\.pptx$/)
  const parts = unzipSync(file.bytes)
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  expect(slides.length).toBeGreaterThanOrEqual(count)
  expect(strFromU8(parts['ppt/slides/slide1.xml']!)).toContain('Nanjing, in our own words')
  const notes = Object.entries(parts).filter(([name]) => name.startsWith('ppt/notesSlides/notesSlide'))
  expect(notes.some(([, xml]) => strFromU8(xml).includes('Ask about chemistry.'))).toBe(true)
})

test('pages say what they hold, and what no longer follows from the data', async ({ app, page }) => {
  await page.goto(app.url(at('sample')))
  await compose(page, 'city-brief')
  await expect(page.getByTestId('report-page').locator('[data-part=numbers]')).toContainText('sample')
  await expect(page.locator('.view-head .finding')).toContainText('sample values')
  await expect(page.locator('[data-part=stale]')).toHaveCount(0)
})

for (const [lang, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const)
  test(`no violation of WCAG 2.2 AA: ${lang}, ${theme}`, async ({ app, page }) => {
    await page.goto(app.url(`/report?dataset=science-cities-2024&lang=${lang}&theme=${theme}`))
    await expect(page.locator('[data-part=report-template]')).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(await violationsOf(page)).toEqual([])
    if ((await pagesOf(page).count()) === 0) await compose(page, 'comparison')
    expect(await violationsOf(page)).toEqual([])
  })
