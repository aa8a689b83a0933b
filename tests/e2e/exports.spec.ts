import { parse } from 'csv-parse/sync'
import { expect, test } from './support/fixtures.ts'
import { saveFile } from './support/host-ways.ts'

test('CSV and PNG of the ranking as it is filtered', async ({ app, page }) => {
  await page.goto(app.url('/?region=JP'))
  await expect(page.locator('tr[data-city="kyoto"]')).toBeVisible()
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('tab', { name: /Table/ }).click()
  const go = () => dialog.getByTestId('export-go').click()
  const table = await saveFile(page, go)
  const text = table.bytes.toString('utf8')
  const rows = parse(text, { columns: true, bom: true, relax_column_count: true }) as Record<string, string>[]
  expect(rows.slice(0, 5).map((row) => [row['City'], row['Share (articles)']])).toEqual([
    ['Tokyo metropolitan area', '1106.77'],
    ['Kyoto', '277.18'],
    ['Osaka', '260.83'],
    ['Tsukuba', expect.any(String)],
    ['Nagoya metropolitan area', expect.any(String)],
  ])

  await dialog.getByRole('tab', { name: /Figure/ }).click()
  await dialog.getByRole('radio', { name: 'PNG', exact: true }).click()
  const { bytes } = await saveFile(page, go)
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(800)
  expect(bytes.length).toBeGreaterThan(10_000)
})
