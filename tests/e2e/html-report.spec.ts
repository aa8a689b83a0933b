/** A report as one file of HTML, opened from disk as its reader opens it: no app, no server, no network. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { violationsOf } from './support/axe.ts'
import { collectComplaints } from './support/complaints.ts'

const folder = mkdtempSync(join(tmpdir(), 'science-cities-html-'))
const file = join(folder, 'brief.html')
const address = pathToFileURL(file).href

test.beforeAll(({ browserName: _ }, { project }) => {
  test.skip(project.name !== 'browser', 'the file is opened by a browser')
  const cli = join(import.meta.dirname, '../../src/cli/index.ts')
  const asked = ['--template', 'city-brief', '--city', 'Nanjing', '--lang', 'both', '--format', 'html']
  execFileSync(process.execPath, [cli, 'report', ...asked, '--out', file, '--data-dir', folder], {
    stdio: 'ignore',
  })
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Opens the file; whatever it asks for besides itself, and whatever it says, is a complaint. */
async function open(page: Page, hash = ''): Promise<string[]> {
  const complaints: string[] = []
  await collectComplaints(page, complaints)
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !url.startsWith('data:')) complaints.push(`asked for ${url}`)
  })
  await page.goto(`${address}${hash}`)
  return complaints
}

for (const [lang, colorScheme] of [
  ['en', 'light'],
  ['zh', 'dark'],
  ['en', 'dark'],
  ['zh', 'light'],
] as const)
  test(`no violation of WCAG 2.2 AA, no request, no message: ${lang}, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const complaints = await open(page, `#${lang}`)
    await expect(page.locator(`article#${lang}`)).toBeVisible()
    await expect(page.locator('article:visible')).toHaveCount(1)
    await expect(page.locator('html')).toHaveAttribute('lang', lang === 'zh' ? 'zh-Hans' : 'en')
    expect(await violationsOf(page)).toEqual([])
    expect(complaints).toEqual([])
  })

test('its table sorts and finds rows by keys, and languages change', async ({ page }) => {
  const complaints = await open(page)
  const article = page.locator('article#en')
  const table = article.locator('.find + .wide table, .find ~ table, .find ~ * table').first()
  await expect(table.locator('[aria-sort=ascending]')).toContainText('Rank')
  const name = table.getByRole('button', { name: 'City' })
  await name.focus()
  await page.keyboard.press('Enter')
  await expect(table.locator('th[aria-sort]')).toContainText('City')
  const names = async () => (await table.locator('tbody tr').allInnerTexts()).map((row) => row.split('\t')[1])
  expect(await names()).toEqual([...(await names())].sort((a = '', b = '') => a.localeCompare(b, 'en')))
  const id = await table.getAttribute('id')
  await page.locator(`#${id}-find input`).fill('nanj')
  await expect(table.locator('tbody tr:visible')).toHaveCount(1)
  await expect(page.locator(`#${id}-find [role=status]`)).toContainText('1')
  await page.getByRole('link', { name: '简体中文' }).click()
  await expect(page.locator('article#zh h1')).toHaveText('南京')
  await expect(article).toBeHidden()
  expect(complaints).toEqual([])
})

test('prints all pages and languages, on paper that is white', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.locator('article:visible')).toHaveCount(2)
  await expect(page.locator('nav:visible, .find:visible')).toHaveCount(0)
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('all languages, figures and tables are there', async ({ page }) => {
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(address)
    await expect(page.locator('article:visible')).toHaveCount(2)
    await expect(page.locator('svg.fig:visible').first()).toBeVisible()
    const rows = page.locator('article#en table tbody tr:visible')
    expect(await rows.count()).toBeGreaterThan(9)
    await expect(page.locator('article#en td:visible').getByText('1,570.80').first()).toBeVisible()
    // What only scripts can do is not offered.
    await expect(page.locator('.find:visible, thead button')).toHaveCount(0)
    expect(complaints).toEqual([])
  })
})
