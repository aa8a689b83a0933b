import { violationsOf } from './support/axe.ts'
import { expect, INDEX, test } from './support/index-app.ts'

const at = (path: string, query = '') => `${path}?dataset=${INDEX}&lang=en${query}`

test('rankings of an index: by kind, by year, with another base, each number down to its articles', async ({
  app,
  page,
}) => {
  await page.goto(app.url(at('/')))
  await expect(page.locator('[data-part=kind]')).toHaveText('Computed')
  await expect(page.locator('tr[data-city]')).toHaveCount(4)
  await expect(page.locator('[data-part=totals]')).toContainText('articles in the index, 2023')

  await page.getByRole('radio', { name: 'Institutions' }).click()
  await expect(page).toHaveURL(/by=institution/)
  await expect(page.locator('tr[data-city]')).toHaveCount(6)
  await expect(page.locator('tr[data-city]', { hasText: 'Peking Test University' })).toContainText('Beijing')

  await page.getByRole('radio', { name: 'Countries' }).click()
  await expect(page.locator('tr[data-city=CN]')).toBeVisible()
  await page.getByRole('radio', { name: '2022', exact: true }).click()
  await expect(page.locator('[data-part=totals]')).toContainText('articles in the index, 2022')

  await page.locator('[data-part=base]').click()
  await page.getByRole('menuitemradio', { name: '2021' }).click()
  await expect(page).toHaveURL(/base=2021/)
  await expect(page.getByRole('columnheader', { name: /Adjusted\s*Share/ })).toBeVisible()
})

test('from a Share to an institution, an article and its authors; each step adds up, and the focus comes back', async ({
  app,
  page,
}) => {
  await page.goto(app.url(at('/')))
  const number = page.locator('tr[data-city=beijing] .share .why')
  const share = await number.innerText()
  await page.locator('tr[data-city=beijing]').focus()
  await page.keyboard.press('d')
  const lens = page.locator('[data-part=derivation]')
  await expect(lens).toBeFocused()
  await expect(lens.locator('[data-part=derived-total]')).toHaveText(share)
  await expect(number).toHaveClass(/is-read/)
  // No scrim: the table stands beside it and can be used.
  await expect(page.locator('tr[data-city=boston]')).toBeVisible()
  await expect(lens.locator('[data-part=lens-sum]')).toHaveText(share)
  await expect(lens.locator('[data-part=lens-residual]')).toHaveText('residual 0.00')

  await lens.getByRole('button', { name: 'Peking Test University' }).click()
  const steps = lens.locator('[data-part=lens-steps] li')
  await expect(steps).toHaveCount(2)
  const part = await steps.last().locator('b').first().innerText()
  await lens.getByRole('radio', { name: 'Articles' }).click()
  await expect(lens.locator('[data-part=lens-total]')).toContainText(part)
  const articles = lens.locator('[data-part=article]')
  await expect(articles).toHaveCount(20)
  const range = lens.locator('[data-part=lens-range]')
  const before = await range.innerText()
  await lens.getByRole('button', { name: 'Next page' }).click()
  await expect(range).not.toHaveText(before)
  await lens.locator('[data-part=lens-sort]').selectOption('authors')
  await expect(range).toHaveText(before)

  const third = articles.nth(2)
  const own = await third.locator('.lens-arts__part').innerText()
  await third.getByRole('button').click()
  await expect(steps).toHaveCount(3)
  await expect(steps.last()).toContainText(own)
  await expect(lens.locator('[data-part=lens-article-sum]')).toHaveText(own)
  await expect(lens.locator('[data-part=lens-article-agrees]')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  const authors = lens.locator('[data-part=lens-author]')
  const parts = await authors.locator('td:last-child').allInnerTexts()
  const sum = parts.reduce((total, text) => total + Number(text), 0)
  expect(Math.abs(sum - Number(own))).toBeLessThan(0.00006 * parts.length)

  await page.reload()
  await expect(lens.locator('[data-part=lens-article-sum]')).toHaveText(own)
  await expect(steps).toHaveCount(3)
  await lens.locator('[data-part=lens-steps] button').first().click()
  await expect(steps).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(lens).toHaveCount(0)

  await page.locator('tr[data-city=beijing]').focus()
  await page.keyboard.press('d')
  await expect(lens).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('tr[data-city=beijing]')).toBeFocused()
  await number.click()
  await expect(lens).toBeVisible()
  await page.goBack()
  await expect(lens).toHaveCount(0)
})

test('ranks, changes and percentages lead to what they are made of, and on to Shares; print to its line', async ({
  app,
  page,
}) => {
  await page.goto(app.url(at('/')))
  const lens = page.locator('[data-part=derivation]')
  const row = page.locator('tr[data-city=boston]')
  await row.locator('.rank .why').click()
  await expect(lens.locator('[data-part=lens-rank] tr.is-read')).toContainText('Boston')
  await expect(row).toHaveClass(/is-cur/)
  await row.getByRole('button', { name: /Change of adjusted Share, %/ }).click()
  await expect(lens.locator('[data-part=lens-reckoning] .lens-ok')).toContainText('gives')
  await lens.locator('[data-part=lens-reckoning] .why').last().click()
  await expect(lens.locator('[data-part=lens-steps]')).toBeVisible()
  await lens.locator('[data-part=lens-back]').click()
  await expect(lens.locator('[data-part=lens-reckoning]')).toBeVisible()

  await page.goto(app.url('/'))
  await page.locator('tr[data-city=nanjing] .share .why').click()
  await expect(lens.locator('[data-part=lens-printed]')).toContainText('top100-2023.csv:6')
  await expect(lens.locator('[data-part=lens-printed]')).toContainText('CC BY-NC-SA 4.0')
  await expect(lens.locator('[data-part=lens-beside]')).toContainText('3,222')
  await page.locator('tr[data-city=nanjing] td', { hasText: '2.05' }).getByRole('button').click()
  await expect(lens.locator('[data-part=lens-reckoning]')).toContainText('3,222 ÷ 1,570.80')
})

test('a city: institutions add up to its Share; pairs and partners lead to joint articles', async ({
  app,
  page,
}) => {
  await page.goto(app.url(at('/cities/beijing')))
  const share = await page.locator('[data-part=city-share] .why').innerText()
  // Weights of subjects are relative to the index: this city leans to one subject at least.
  const weights = page.locator('[data-part=weight]')
  await expect(weights.first()).toBeVisible()
  const said = await weights.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))
  expect(said.some((label) => Number(/[\d.]+/.exec(label)?.[0]) >= 1)).toBe(true)
  const sum = page.locator('[data-part=reconciliation]')
  await expect(sum).toContainText(share)
  await expect(sum).toContainText('residual 0.00')
  const score = page.getByTestId('city-cities-pairs').locator('.why').first()
  const joint = await score.innerText()
  await score.click()
  await expect(page.locator('[data-part=derived-total]')).toHaveText(joint)
})

test('an institution has a page of its own, from a city, the ranking and the palette', async ({
  app,
  page,
}) => {
  await page.goto(app.url(at('/cities/beijing')))
  await page.getByTestId('city-institutions').getByRole('link', { name: 'Peking Test University' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Peking Test University')
  const share = await page.locator('[data-part=city-share] .why').innerText()
  await expect(page.getByTestId('institution-places').locator('tfoot')).toContainText(share)
  await page.locator('[data-part=city-share] .why').click()
  await expect(page.locator('[data-part=derived-total]')).toHaveText(share)
  await page.keyboard.press('Escape')
  await page.getByTestId('institution-partners').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Peking')
  await page.keyboard.press('Control+k')
  await page.getByTestId('palette-input').fill('Peking Test')
  await page
    .getByRole('option', { name: /Peking Test University/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/institutions\//)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Peking Test University')
})

test('collaborations: of a city, of an institution, between cities, over years', async ({ app, page }) => {
  await page.goto(app.url(at('/collaborations')))
  const rows = page.getByTestId('index-pairs').locator('tr[data-pair]')
  // By city, as the supplement prints pairs: each of a leading city, which is named with its rank.
  await expect(page.locator('.plain__part').first()).toContainText('city ranked 1')
  await page.getByRole('radio', { name: 'One list' }).click()
  await expect(rows).toHaveCount(15)
  await page.locator('select[data-part=city]').selectOption({ label: 'Beijing' })
  await expect(rows).toHaveCount(1)
  const oneYear = await rows.first().locator('.c-score .why').innerText()
  await page.locator('select[data-part=from]').selectOption('2021')
  await expect(rows.first().locator('.c-score .why')).not.toHaveText(oneYear)
  const period = await rows.first().locator('.c-score .why').innerText()
  await expect(page.locator('.finding')).toContainText(`with a score of ${period}`)
  // The articles beside the list add up to its score, and the years of the period are told one by one.
  await expect(page.locator('[data-part=pair-articles]')).toContainText(`Σ = ${period}`)
  await expect(page.locator('[data-part=pair-residual]')).toHaveText('residual 0.00')
  await expect(page.locator('[data-part=pair-years] .pair-years__bar.is-read')).toHaveCount(3)
  await page.locator('[data-part=why]').click()
  await expect(page.locator('[data-part=derived-total]')).toHaveText(period)
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Partners', exact: true }).click()
  await page.locator('select[data-part=institution]').selectOption({ label: 'Peking Test University' })
  await expect(rows).toHaveCount(5)
  // What the partners have of the whole is said, by reach; a choice of it is cut and says of how many.
  await expect(page.locator('[data-part=whole-score]')).toContainText('International')
  await page.locator('select[data-part=reach]').selectOption('international')
  await expect(page).toHaveURL(/reach=international/)
  await expect(rows).not.toHaveCount(5)
  await expect(page.locator('.view-head')).toContainText('of 5 partners of Peking Test University')
  await page.getByRole('radio', { name: 'Countries', exact: true }).click()
  await page.locator('select[data-part=country]').selectOption('CN')
  await expect(page.locator('.finding')).toContainText('The closest partner of Chinese mainland')
  const link = page.url()
  const score = await rows.first().locator('.c-score .why').innerText()
  await page.reload()
  expect(page.url()).toBe(link)
  await expect(rows.first().locator('.c-score .why')).toHaveText(score)
  await page.locator('main [data-part=to-report]').click()
  await expect(page.locator('[data-part=report-note]')).toContainText('Page 1 of the report')
})

test('another dataset keeps the city, and its own year where the chosen one is not there', async ({
  app,
  page,
}) => {
  await page.goto(app.url(at('/cities/beijing', '&year=2021&by=country')))
  await page.locator('[data-part=dataset]').click()
  await page.getByRole('menuitemradio', { name: /Science Cities 2024/ }).click()
  await expect(page).not.toHaveURL(/dataset=/)
  await expect(page.locator('h1')).toContainText('Beijing')
  await expect(page.locator('main')).toContainText('4,259.39')
  expect(page.url()).not.toContain('year=2021')
})

test('the sample says on every view, in both languages, that it is not real data', async ({ app, page }) => {
  // Shorter words of it stand where the strip is narrow.
  const seen = { useInnerText: true }
  const paths = [
    '/',
    '/rising',
    '/cities',
    '/cities/beijing',
    '/collaborations',
    '/networks',
    '/compare',
    '/method',
  ]
  for (const path of paths) {
    await page.goto(app.url(`${path}?dataset=sample&lang=en`))
    await expect(page.locator('[data-part=kind]')).toHaveText('Synthetic sample — not real data', seen)
  }
  await page.goto(app.url('/?dataset=sample&lang=zh'))
  await expect(page.locator('[data-part=kind]')).toHaveText('合成样例，并非真实数据', seen)
})

const VIEWS = [
  at('/'),
  at('/', '&by=institution'),
  at('/', '&why=city~beijing~~all~2023~2023'),
  at('/', '&why=city~beijing~~all~2023~2023~rank'),
  at('/rising'),
  at('/cities'),
  at('/cities/beijing'),
  at('/institutions/Peking%20Test%20University'),
  at('/collaborations'),
  at('/compare', '&cities=beijing,boston'),
]
for (const theme of ['light', 'dark']) {
  test(`no violation of WCAG 2.2 AA on an index: ${theme}`, async ({ app, page }) => {
    test.setTimeout(600_000)
    for (const view of VIEWS) {
      await page.goto(app.url(`${view}&theme=${theme}`))
      await expect(page.locator('h1').first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      expect(await violationsOf(page), `${view} ${theme}`).toEqual([])
    }
  })
}
