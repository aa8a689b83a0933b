/** Nothing is lost: a removed dataset taken back, a backup and what comes back of it, a change by another program followed. */
import type { Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CommandLine } from '../support/command-line.ts'
import { commandLine } from '../support/command-line.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'
import { violationsOf } from './support/axe.ts'
import type { OpenedApp } from './support/app.ts'
import { expect, test } from './support/fixtures.ts'
import { chooseFiles, saveFile } from './support/host-ways.ts'

const folder = mkdtempSync(join(tmpdir(), 'science-cities-kept-safe-'))
const backup = join(folder, 'backup.zip')
const institutions = writeInstitutions(folder)
const [first, second] = [1, 2].map((n) => writeWorks(join(folder, `works-${n}.jsonl`), makeWorks(40, n))) as [
  string,
  string,
]
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A command line beside the page, on the same data folder. */
async function besideOf(page: Page, app: OpenedApp): Promise<CommandLine> {
  await page.goto(app.url('/datasets?lang=en'))
  return commandLine(dirname(await page.locator('.data-dir code').innerText()))
}
const listed = (page: Page) => page.locator('.ds [data-dataset=beside]')

test('a change by another program is followed and told; a removal can be undone; a backup brings it back', async ({
  app,
  page,
}) => {
  const beside = await besideOf(page, app)
  const importing = (works: string, ...more: string[]) =>
    beside.json<{ dataset: { version: string } }>(
      'import',
      'works',
      works,
      institutions,
      '--as',
      'beside',
      ...more,
    )
  await importing(first)
  await expect(listed(page)).toBeVisible()

  await page.goto(app.url('/rankings?dataset=beside&by=institution&lang=en'))
  await expect(page.locator('[data-part=dataset-note]')).toHaveCount(0)
  const { dataset } = await importing(second, '--replace')
  const note = page.locator('[data-part=dataset-note]')
  await expect(note).toContainText('changed by another program')
  await expect(note).toContainText(dataset.version)
  await expect(page.locator('.rail')).toContainText(dataset.version)
  await beside.close()

  await page.goto(app.url('/datasets?show=beside&lang=en'))
  await page.locator('[data-part=more-ways]').click()
  await page.locator('[data-part=back-up]').click()
  const saved = await saveFile(page, () => page.locator('[data-part=start-backup]').click())
  expect(saved.fileName).toMatch(/^science-cities-backup-\d{4}-\d\d-\d\d\.zip$/)
  await expect(page.locator('[data-part=backup-done]')).toContainText(saved.fileName)
  writeFileSync(backup, saved.bytes)

  await listed(page).locator('button').click()
  await page.locator('[data-part=remove]').click()
  await page.locator('[data-part=confirm-remove]').click()
  await expect(listed(page)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(listed(page)).toContainText(dataset.version)

  await listed(page).locator('button').click()
  await page.locator('[data-part=remove]').click()
  await page.locator('[data-part=confirm-remove]').click()
  await expect(page.locator('[data-removed=beside] [data-part=take-back]')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])

  await page.locator('[data-part=more-ways]').click()
  await page.locator('[data-part=restore-backup]').click()
  await chooseFiles(page, [backup], () => page.locator('[data-part=choose-backup]').click())
  await page.locator('[data-part=start-backup]').click()
  await expect(page.locator('[data-part=restored] [data-dataset=beside]')).toHaveAttribute(
    'data-outcome',
    'restored',
  )
  await expect(listed(page)).toContainText(dataset.version)
  // Its place is taken by now, which is said.
  await page.locator('[data-removed=beside] [data-part=take-back]').click()
  await expect(page.locator('[data-note=failed]')).toContainText('made meanwhile')

  await listed(page).locator('button').click()
  await page.locator('[data-part=remove]').click()
  await page.locator('[data-part=confirm-remove]').click()
  await expect(listed(page)).toHaveCount(0)
})

test('what is no backup is refused in words', async ({ app, page }) => {
  await page.goto(app.url('/datasets?lang=en'))
  await page.locator('[data-part=more-ways]').click()
  await page.locator('[data-part=restore-backup]').click()
  await chooseFiles(page, [first], () => page.locator('[data-part=choose-backup]').click())
  await expect(page.locator('[data-part=backup-panel]')).toContainText('not a backup that this app made')
})
