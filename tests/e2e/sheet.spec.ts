/** The slide sheet: from a view to a slide, by plain clicks and by keyboard alone; what is written is of its kind. */
import type { Page } from '@playwright/test'
import { violationsOf } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { saveFile } from './support/host-ways.ts'

const open = async (page: Page, address: string) => {
  await page.goto(address)
  await expect(page.locator('tr[data-city="nanjing"]')).toBeVisible()
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog')
  await expect(sheet.locator('[data-part=picture] text').first()).toBeVisible()
  return sheet
}
const isPng = (bytes: Buffer) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n'
const isZip = (bytes: Buffer) => bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04'

test('a ranking on a slide: size, rows, row, language, theme and format, seen before they are written', async ({
  app,
  page,
}) => {
  const sheet = await open(page, app.url('/?lang=en&at=nanjing'))
  const picture = sheet.locator('[data-part=picture]')
  await expect(sheet.getByRole('tab', { name: 'Figure' })).toHaveAttribute('data-state', 'active')
  await expect(sheet.getByRole('tab', { name: /Table/ })).toContainText('100 rows')
  await expect(sheet.locator('[data-part=title]')).toHaveValue('Nanjing is fifth, 488.45 behind Boston')
  await expect(picture).toContainText('488.45 behind Boston')
  await expect(sheet.locator('[data-part=text-sizes]')).toContainText('labels 12')
  await expect(sheet.locator('[data-part=will-write]')).toContainText('1 slide')
  await expect(sheet).toContainText('Smallest label 12 pt')

  // Rows by the ruler's keys, the row by name, other words, the other language.
  await sheet.getByRole('slider').press('Home')
  await expect(sheet.locator('[data-part=top]')).toContainText('3')
  await expect(picture).not.toContainText('London')
  await sheet.locator('[data-part=highlight]').selectOption('beijing')
  await expect(sheet.locator('[data-part=title]')).toHaveValue(/^Beijing/)
  await sheet.locator('[data-part=title]').fill('In my own words')
  await expect(picture).toContainText('In my own words')
  await sheet.getByRole('radio', { name: '中文', exact: true }).click()
  await expect(picture).toContainText('北京')
  await sheet.getByRole('radio', { name: 'Dark', exact: true }).click()
  await expect(sheet.locator('.stage-svg')).toHaveClass(/is-dark/)
  await sheet.locator('[data-preset=a4-page]').click()
  await expect(sheet.locator('[data-part=text-sizes]')).toContainText('labels 7.8')

  await sheet.getByRole('radio', { name: 'PNG', exact: true }).click()
  const png = await saveFile(page, () => sheet.getByTestId('export-go').click())
  expect(isPng(png.bytes)).toBe(true)
  // 174 mm at 300 dpi.
  expect(png.bytes.readUInt32BE(16)).toBe(2055)
  expect(png.fileName).toMatch(/_zh_300dpi\.png$/)

  await sheet.getByRole('radio', { name: 'SVG', exact: true }).click()
  const svg = await saveFile(page, () => sheet.getByTestId('export-go').click())
  expect(svg.bytes.toString('utf8')).toContain('北京')
  // It leads back to its view.
  expect(svg.bytes.toString('utf8')).toContain('at=nanjing')

  await sheet.getByRole('radio', { name: 'XLSX', exact: true }).click()
  const xlsx = await saveFile(page, () => sheet.getByTestId('export-go').click())
  expect(isZip(xlsx.bytes)).toBe(true)
  expect(xlsx.fileName).toMatch(/\.xlsx$/)
})

test('as the view draws it, at any size', async ({ app, page }) => {
  const sheet = await open(page, app.url('/?lang=en&at=nanjing'))
  await sheet.locator('[data-preset=view]').click()
  await sheet.getByRole('radio', { name: 'PNG', exact: true }).click()
  await sheet.locator('[data-part=width]').fill('240')
  await sheet.locator('[data-part=width]').press('Tab')
  const png = await saveFile(page, () => sheet.getByTestId('export-go').click())
  expect(png.bytes.readUInt32BE(16)).toBe(Math.round((240 / 25.4) * 300))
})

test('picture and table are on the clipboard, and the citation in a style', async ({
  app,
  page,
  context,
}, info) => {
  test.skip(info.project.name !== 'browser', 'a page is asked for leave, a window is not')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const sheet = await open(page, app.url('/?lang=en&at=nanjing'))
  await page.keyboard.press('Control+c')
  await expect(sheet.getByRole('status')).toContainText('Read back from the clipboard')
  const held = (await page.evaluate(`navigator.clipboard.read().then(async ([item]) => ({
    types: item.types, html: await (await item.getType('text/html')).text(),
    text: await (await item.getType('text/plain')).text() }))`)) as {
    types: string[]
    html: string
    text: string
  }
  expect(held.types).toEqual(expect.arrayContaining(['image/png', 'text/html', 'text/plain']))
  expect(held.html).toMatch(/<table[^]*Nanjing[^]*1570\.8/)
  expect(held.text.split('\n')).toHaveLength(101)
  await sheet.locator('[data-part=cite]').click()
  await sheet.locator('[data-style=bibtex]').click()
  await expect
    .poll(() => page.evaluate('navigator.clipboard.readText()'))
    .toContain('@misc{science-cities-2024')
})

test('the keyboard alone: open, choose, write, and a preset of one’s own that stays', async ({
  app,
  page,
}) => {
  const sheet = await open(page, app.url('/?lang=en&at=nanjing'))
  await sheet.locator('[data-preset=screen]').focus()
  await page.keyboard.press('Enter')
  await expect(sheet.locator('[data-preset=screen]')).toHaveAttribute('aria-pressed', 'true')
  const format = sheet.getByRole('radiogroup', { name: 'Format' })
  await format.getByRole('radio', { checked: true }).focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  await expect(format.getByRole('radio', { name: 'SVG' })).toBeChecked()
  // Enter on a chosen radio writes, as anywhere in the sheet that has no act of its own.
  const svg = await saveFile(page, () => page.keyboard.press('Enter'))
  expect(svg.bytes.toString('utf8')).toContain('<svg')
  await sheet.locator('[data-part=save-preset]').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Wall')
  await page.keyboard.press('Enter')
  await expect(sheet.locator('[data-own=Wall]')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await page.reload()
  const again = await open(page, app.url('/?lang=en&at=nanjing'))
  await again.locator('[data-own=Wall]').click()
  await expect(again.locator('[data-preset=screen]')).toHaveAttribute('aria-pressed', 'false')
  await expect(
    again.getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { name: 'SVG' }),
  ).toBeChecked()
})

for (const lang of ['en', 'zh'])
  for (const theme of ['light', 'dark'])
    test(`no violation of WCAG 2.2 AA in the sheet: ${lang}, ${theme}`, async ({ app, page }) => {
      const sheet = await open(page, app.url(`/?lang=${lang}&theme=${theme}&at=nanjing`))
      expect(await violationsOf(page), 'figure').toEqual([])
      await sheet.locator('[data-preset=own]').click()
      await sheet.locator('[data-part=cite]').click()
      expect(await violationsOf(page), 'own size').toEqual([])
      await sheet.locator('[data-part=tab-table]').click()
      await expect(sheet.locator('pre')).toContainText(lang === 'en' ? 'Share' : '份额')
      expect(await violationsOf(page), 'table').toEqual([])
    })

for (const width of [720, 900, 2560])
  test(`in a window of ${width} px all can be reached and nothing is cut`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 800 })
    const sheet = await open(page, app.url('/?lang=en&at=nanjing'))
    const box = (await sheet.boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(width)
    const stage = (await sheet.locator('[data-part=stage]').boundingBox())!
    expect(stage.width).toBeGreaterThan(200)
    const go = (await sheet.getByTestId('export-go').boundingBox())!
    expect(go.x + go.width).toBeLessThanOrEqual(box.x + box.width)
    if (width < 1180) {
      await sheet.locator('[data-part=preset-select]').selectOption('poster')
      await expect(sheet.locator('[data-part=text-sizes]')).toContainText('labels 19.5')
    }
  })
