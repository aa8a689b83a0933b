/** The guide: opened in the app without a network, and followed to the letter in both languages on a fresh data folder. */
import type { Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { messages } from '../../src/shared/i18n/index.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'
import type { StartApp } from './support/app.ts'
import { violationsOf } from './support/axe.ts'
import { collectComplaints } from './support/complaints.ts'
import { dropOnWindow } from './support/drop.ts'
import { expect, test } from './support/fixtures.ts'
import { chooseFiles, saveFile } from './support/host-ways.ts'

const folder = mkdtempSync(join(tmpdir(), 'science-cities-guide-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

for (const [lang, theme, width] of [
  ['en', 'light', 1440],
  ['zh', 'dark', 1100],
] as const) {
  test(`opens from everywhere, with its pictures, in the language of the app: ${lang}`, async ({
    app,
    page,
  }) => {
    const words = messages[lang]
    await page.setViewportSize({ width, height: 900 })
    const origins = new Set<string>()
    page.on(
      'request',
      (request) => void origins.add(new URL(request.url()).protocol + new URL(request.url()).host),
    )
    await page.goto(app.url(`/?lang=${lang}&theme=${theme}`))
    const title = page.locator('#main h1', { hasText: words.guide.title })

    await expect(page.locator('#app .status__guide')).toBeVisible()

    // By key, by the rail, by the status line, by the palette, from the key sheet.
    await page.keyboard.press('F1')
    await expect(title).toBeVisible()
    await page.goBack()
    await page.locator('[data-part=to-guide]').click()
    await expect(title).toBeVisible()
    await page.keyboard.press('1')
    await page.locator('.status__guide').click()
    await expect(title).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.getByTestId('palette-input').fill(words.guide.open)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(title).toBeVisible()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByRole('link', { name: words.guide.open }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)

    const pictures = page.locator('.guide img')
    await expect
      .poll(() =>
        page.evaluate(
          "[...document.querySelectorAll('.guide img')].every((each) => each.naturalWidth > 300)",
        ),
      )
      .toBe(true)
    expect(await pictures.count()).toBeGreaterThanOrEqual(4)
    expect(await violationsOf(page)).toEqual([])
    expect([...origins].filter((origin) => !/^(http:127\.0\.0\.1:|app:|blob:|data:)/.test(origin))).toEqual(
      [],
    )

    // A part has an address, is the same one in the other language, and leaves the frame where it is.
    await page.locator('.guide nav a').nth(5).click()
    await expect(page).toHaveURL(/\/guide\/6\b/)
    const part = page.locator('#guide-6 h2')
    await expect(part).toBeInViewport()
    expect(await page.evaluate('document.scrollingElement.scrollTop')).toBe(0)
    const other = lang === 'en' ? '中文' : 'EN'
    await page
      .getByRole('radio', { name: other })
      .or(page.getByRole('button', { name: other }))
      .first()
      .click()
    await expect(page).toHaveURL(/\/guide\/6\b/)
    await expect(part).toHaveText(lang === 'en' ? /数字/ : /number/)

    // On paper the text alone, and all of it.
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.rail')).toBeHidden()
    const cut = await page.evaluate(
      "(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('.guide__text'))",
    )
    expect(cut).toBe(0)
  })
}

for (const lang of ['en', 'zh'] as const) {
  test(`leads from the first start to a figure that can be defended: ${lang}`, async ({
    hostModule,
    context,
  }) => {
    test.setTimeout(300_000)
    const words = messages[lang]
    const { default: start } = (await import(pathToFileURL(hostModule).href)) as { default: StartApp }
    const started = await start({ dataDir: join(folder, lang) })
    try {
      const { page, url } = await started.open(context)
      const complaints: string[] = []
      await collectComplaints(page, complaints)
      await follow(page, url(`/?lang=${lang}`), words)
      expect(complaints).toEqual([])
    } finally {
      await started.close()
    }
  })
}

type Words = (typeof messages)['en']

async function follow(page: Page, address: string, words: Words): Promise<void> {
  const h1 = page.locator('#main h1')
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  await test.step('1. the first screen, and what was not published', async () => {
    await page.goto(address)
    await expect(h1).toHaveText(words.shell.view.rankings)
    await expect(page.locator('tr[data-city]').first()).toBeVisible()
    await page.locator('.strip').getByRole('button', { name: words.common.subjects.all }).click()
    await page.getByRole('menuitemradio', { name: words.common.subjects.chemistry }).click()
    await expect(page.locator('#main')).toContainText(words.common.notPublished)
    await page.goBack()
    for (const [digit, view] of [
      ['3', words.shell.view.cities],
      ['9', words.shell.view.method],
    ] as const) {
      await page.keyboard.press(digit)
      await expect(h1).toHaveText(view)
    }
  })

  await test.step('2. a city, and where its printed number stands', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('bj')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/cities\/beijing/)
    await page.locator('#main').getByText('4,259.39').first().click()
    const side = page.locator('[data-part=derivation]')
    await expect(side).toContainText('top100-2023.csv:2')
    await expect(side).toContainText('CC BY-NC-SA 4.0')
  })

  await test.step('3. compare by keys alone', async () => {
    await page.keyboard.press('1')
    await expect(page.locator('tr[data-city=beijing]')).toBeVisible()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('c')
    await expect(h1).toHaveText(words.shell.view.compare)
    await expect(page).toHaveURL(/cities=beijing,shanghai/)
  })

  await test.step('4. the sample, and how sure its ranking is', async () => {
    await page.keyboard.press('8')
    await button(words.datasets.more).click()
    await page.getByRole('menuitem', { name: words.datasets.sample.create }).click()
    await button(words.datasets.sample.start).click()
    await page.locator('[data-part=came-of-it] a').first().click({ timeout: 120_000 })
    await expect(h1).toHaveText(words.shell.view.rankings)
    await expect(page.locator('.strip')).toContainText(words.datasets.sample.mark)
    await page.keyboard.press('i')
    await expect(page.locator('.band').first()).toBeVisible({ timeout: 120_000 })
    await expect(page.locator('.band', { hasText: '≈' }).first()).toBeVisible()
  })

  await test.step('5. own data: the recipe', async () => {
    await page.keyboard.press('8')
    await page.locator('[data-part=get-data]').click()
    await expect(h1).toHaveText(words.recipes.page.title)
    await page.getByLabel(words.recipes.page.cities, { exact: true }).fill('Lisbon')
    await button(words.recipes.page.make).click()
    await expect(button(words.recipes.page.save)).toBeVisible()
  })

  await test.step('5. own data: the import and its report', async () => {
    const works = writeWorks(join(folder, 'works.jsonl'), makeWorks(600, 7))
    await page.keyboard.press('8')
    await button(words.datasets.articles.import).click()
    await chooseFiles(page, [works, writeInstitutions(folder)], () =>
      button(words.datasets.articles.chooseFiles).click(),
    )
    const panel = page.locator('[data-part=index-import]')
    await expect(panel).toContainText(words.datasets.articles.step.check)
    await button(words.datasets.articles.next).click()
    await expect(page.getByLabel(words.datasets.articles.option.keepWords)).toBeChecked()
    await page.locator('#index-id').fill('mine')
    await button(words.datasets.articles.start).click()
    const report = page.locator('[data-part=import-report]')
    await expect(report).toBeVisible()
    await expect(report).toContainText(words.datasets.report.equal)
    await expect(report).toContainText(words.imports.report.unmatchedStrings)
    await expect(report).toContainText(words.imports.report.placedBy.unknown)
    await page.locator('[data-dataset=mine] button').first().click()
    await expect(button(words.datasets.articles.addFiles)).toBeVisible()
    await page.locator('[data-part=came-of-it] a').first().click()
    await expect(h1).toHaveText(words.shell.view.rankings)
  })

  await test.step('6. where a number comes from', async () => {
    await page.locator('tr[data-city=beijing]').focus()
    await page.keyboard.press('d')
    await expect(page).toHaveURL(/why=/)
    await expect(page.locator('[data-part=derived-total]')).toBeVisible()
    const parts = page.locator('[data-part=lens-parts]')
    await expect(parts.locator('[data-part=lens-sum]')).toBeVisible()
    await parts.getByRole('button').first().click()
    await page.getByRole('radio', { name: words.lens.by.articles, exact: true }).click()
    await page.locator('[data-part=article]').first().getByRole('button').click()
    await expect(page.locator('[data-part=lens-article-agrees]')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page).not.toHaveURL(/why=/)
  })

  await test.step('7. with whom', async () => {
    await page.keyboard.press('4')
    await expect(h1).toHaveText(words.shell.view.collaborations)
    await page.keyboard.press('5')
    await expect(h1).toHaveText(words.shell.view.networks)
    await expect(page.locator('[data-testid=network-figure], .stage, canvas').first()).toBeVisible()
    await page.keyboard.press('m')
    await expect(page).toHaveURL(/draw=map/)
    await page.keyboard.press('m')
  })

  await test.step('8. a slide with its source, which leads back; the report', async () => {
    await page.keyboard.press('1')
    await expect(page.locator('tr[data-city=beijing]')).toBeVisible()
    await page.keyboard.press('Control+e')
    const sheet = page.getByRole('dialog')
    await expect(sheet).toContainText(words.sheet.title)
    await expect(sheet.locator('[data-part=picture] text').first()).toBeVisible()
    await expect(sheet.getByLabel(words.sheet.includes.source)).toBeChecked()
    await expect(sheet.getByLabel(words.sheet.includes.notes)).toBeChecked()
    await expect(sheet.getByRole('button', { name: words.sheet.cite })).toBeVisible()
    const { fileName, bytes } = await saveFile(page, () => sheet.getByTestId('export-go').click())
    const file = join(folder, fileName)
    writeFileSync(file, bytes)
    expect(file).toMatch(/\.pptx$/)
    expect(bytes.length).toBeGreaterThan(10_000)
    await page.keyboard.press('Escape')
    await page.keyboard.press('r')
    await expect(page.locator('.report-note, [data-part=report-note]').first()).toBeVisible()
    await page.keyboard.press('9')
    await dropOnWindow(page, [file])
    await expect(h1).toHaveText(words.shell.view.rankings)
    await expect(page).toHaveURL(/dataset=mine/)
  })

  await test.step('9. can it be repeated?', async () => {
    await page.keyboard.press('8')
    await button(words.datasets.verify).click()
    await expect(page.locator('#main, aside').getByText(words.datasets.verifiedIndex).first()).toBeVisible()
  })
}
