/** From "my city" to addresses: a recipe for Lisbon 2019 to 2023, both steps, letter by letter. */
import { writeFileSync } from 'node:fs'
import { violationsOf } from './support/axe.ts'
import { chooseFiles, saveFile } from './support/host-ways.ts'
import { expect, test } from './support/index-app.ts'

const YEARS = 'publication_year:2019|2020|2021|2022|2023,type:article|review'

test('a recipe for Lisbon 2019 to 2023', async ({ app, page }, info) => {
  await page.goto(app.url('/datasets?lang=en'))
  await page.locator('[data-part=get-data]').click()
  await page.getByLabel('Cities').fill('Lisbon')
  await page.getByLabel('From').fill('2019')
  await page.getByLabel('To', { exact: true }).fill('2023')
  await page.keyboard.press('Enter')
  const addresses = page.locator('[data-part=addresses] code')
  await expect(addresses).toHaveText([
    'https://api.openalex.org/institutions?filter=country_code:PT&per_page=100&cursor=*&select=id,ids,ror,display_name,international,country_code,type,lineage,geo',
  ])
  expect(await violationsOf(page)).toEqual([])

  const file = info.outputPath('institutions-PT-00001.json')
  const record = (id: number, city: string) => ({
    id: `https://openalex.org/I${id}`,
    display_name: `Institution ${id}`,
    country_code: 'PT',
    geo: { city, country_code: 'PT' },
  })
  writeFileSync(
    file,
    JSON.stringify({ meta: {}, results: [record(9, 'Lisbon'), record(3, 'Lisbon'), record(5, 'Porto')] }),
  )
  await chooseFiles(page, [file], () => page.getByRole('button', { name: 'Give files' }).click())
  await expect(addresses.nth(0)).toContainText(
    `works?filter=authorships.institutions.id:I3|I9,${YEARS},authors_count:<101&per_page=100&cursor=*&select=id,doi,`,
  )
  await expect(addresses.nth(1)).toContainText(
    `works?filter=authorships.institutions.id:I3|I9,${YEARS},authors_count:>100&per_page=100&cursor=*&select=id`,
  )
  const recipe = await saveFile(page, () => page.locator('[data-part=save-recipe]').click())
  expect(recipe.fileName).toBe('get-data_lisbon_2019-2023_2.zip')
  await page.screenshot({ path: info.outputPath('get-data.png'), fullPage: true })
})

test('a name of several countries is asked back, in Chinese', async ({ app, page }) => {
  await page.goto(app.url('/datasets/get?lang=zh&theme=dark'))
  await page.locator('#recipe-cities').fill('Georgetown')
  await page.locator('[data-part=make-recipe]').click()
  await expect(page.getByRole('alert')).toContainText('多个国家都有“Georgetown”')
  expect(await violationsOf(page)).toEqual([])
})
