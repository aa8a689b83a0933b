import { violationsOf } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'

const VIEWS = [
  '/',
  '/?subject=chemistry',
  '/cities/beijing',
  '/collaborations',
  '/compare?cities=beijing,nanjing',
  '/datasets',
  '/method',
  '/rising',
  '/cities',
  '/networks',
  '/report',
]

for (const lang of ['en', 'zh']) {
  for (const theme of ['light', 'dark']) {
    test(`no violation of WCAG 2.2 AA: ${lang}, ${theme}`, async ({ app, page }) => {
      test.setTimeout(600_000)
      for (const view of VIEWS) {
        await page.goto(app.url(`${view}${view.includes('?') ? '&' : '?'}lang=${lang}&theme=${theme}`))
        await expect(page.locator('h1').first()).toBeVisible()
        await expect(page.locator('.skel')).toHaveCount(0)
        expect(await violationsOf(page), `${view} ${lang} ${theme}`).toEqual([])
      }
    })
  }
}
