import AxeBuilder from '@axe-core/playwright'
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
]

for (const lang of ['en', 'zh']) {
  for (const theme of ['light', 'dark']) {
    test(`no violation of WCAG 2.2 AA: ${lang}, ${theme}`, async ({ app, page }) => {
      test.setTimeout(600_000)
      for (const view of VIEWS) {
        await page.goto(app.url(`${view}${view.includes('?') ? '&' : '?'}lang=${lang}&theme=${theme}`))
        await expect(page.locator('h1').first()).toBeVisible()
        await expect(page.locator('.skel')).toHaveCount(0)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze()
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        )
        expect(found, `${view} ${lang} ${theme}`).toEqual([])
      }
    })
  }
}
