/** Files that are dropped on the window: a corpus to the map of a city's partners, a Scopus export, and wrong ones. */
import type { Locator, Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { violationsOf } from './support/axe.ts'
import { dropOnWindow } from './support/drop.ts'
import { expect, test } from './support/fixtures.ts'
import { chooseFiles, saveFile } from './support/host-ways.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..', '..')
const corpus = (kind: string) => join(root, '..', 'shared', 'corpora', `global-health-${kind}.jsonl.gz`)
const CORPUS = [corpus('works'), corpus('institutions')]

const folder = mkdtempSync(join(tmpdir(), 'science-cities-drop-'))
const file = (name: string) => join(folder, name)
test.beforeAll(() => writeFiles())
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SCOPUS_HEAD = ['Authors', 'Author full names', 'Author(s) ID', 'Title', 'Year', 'Source title', 'DOI']
const SCOPUS_MORE = ['Affiliations', 'Authors with affiliations', 'ISSN', 'Document Type', 'EID']
const OSLO = 'Department of Physics, University of Northhaven, Oslo, Norway'
const SIMULA = 'Simula Research Laboratory, Oslo, Norway'
const UPPSALA = 'Department of Chemistry, Uppsala University, Uppsala, Sweden'
const CHANGSHA = 'School of Medicine, Hunan Normal University, Changsha, Hunan, China'

/** One row of a Scopus export; `paired` is what stands behind each author's name. */
function scopusRow(number: number, authors: readonly (readonly [string, ...string[]])[]): string[] {
  const names = authors.map(([name]) => name)
  const places = [...new Set(authors.flatMap(([, ...rest]) => rest))]
  const ids = names.map((_, at) => `${number}00${at}`)
  return [
    names.join('; '),
    names.map((name, at) => `${name.replace(' ', ', ')} (${ids[at]})`).join('; '),
    ids.join('; '),
    `Invented article ${number}`,
    '2024',
    'Journal of Example Research',
    `10.5555/drop${number}`,
    places.join('; '),
    authors.map((each) => each.join(', ')).join('; '),
    '12345679',
    'Article',
    `2-s2.0-${number}`,
  ]
}

const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')

function writeFiles(): void {
  // Oslo: 1/2 of the first article (both its affiliations are there), 1/2 of the second, 2/3 of the third: 5/3.
  const rows = [
    scopusRow(1, [
      ['Alpha A.', OSLO, SIMULA],
      ['Beta B.', UPPSALA],
    ]),
    scopusRow(2, [['Gamma G.', OSLO, UPPSALA]]),
    scopusRow(3, [
      ['Delta D.', OSLO],
      ['Epsilon E.', SIMULA],
      ['Zeta Z.', CHANGSHA],
    ]),
  ]
  writeFileSync(file('scopus.csv'), `\uFEFF${csv([[...SCOPUS_HEAD, ...SCOPUS_MORE], ...rows])}\r\n`)
  const pdf = Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n'),
    Buffer.from([0, 255, 254, 0, 1]),
    Buffer.from('\n%%EOF'),
  ])
  writeFileSync(file('annual-report.pdf'), pdf)
  writeFileSync(file('nothing.csv'), '')
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
  writeFileSync(file('picture.csv'), png)
  writeFileSync(file('budget.csv'), 'item,2023,2024\nChairs,12,14\nTables,3,4\n')
  const lens = [
    'Lens ID',
    'Title',
    'Publication Year',
    'Source Country',
    'Author/s',
    'Abstract',
    'Source Title',
  ]
  writeFileSync(file('lens-export.csv'), csv([lens, ['000-1', 'One', '2024', 'Norway', 'A; B', '', 'J']]))
  const ieee = ['Document Title', 'Authors', 'Author Affiliations', 'Publication Title', 'Publication Year']
  const more = ['ISSN', 'DOI', 'PDF Link', 'IEEE Terms', 'Document Identifier']
  const values = ['One', 'A. B.; C. D.', 'Dept; Dept', 'J', '2024', '1', '10.5555/i', 'x', 't', 'IEEE']
  writeFileSync(file('ieee-export.csv'), csv([[...ieee, ...more], values]))
  mkdirSync(file('empty-folder'))
}

const options = (page: Page) => page.locator('[data-part=to-options]')
const shots = process.env['SCREENSHOTS']

/** No violation, and a picture of it where they are asked for. */
async function look(page: Page, step: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `drop-${step}.png`) })
  expect(await violationsOf(page), step).toEqual([])
}

async function importAs(page: Page, id: string): Promise<void> {
  await options(page).click()
  await page.locator('#index-id').fill(id)
  await page.locator('[data-part=start-index]').click()
  await expect(page.locator('[data-part=open-ranking]')).toBeVisible({ timeout: 60_000 })
}

async function remove(page: Page, url: string, id: string): Promise<void> {
  await page.goto(url)
  await page.locator(`[data-dataset=${id}] button`).click()
  await page.locator('[data-part=remove]').click()
  await page.locator('[data-part=confirm-remove]').click()
  await expect(page.locator(`[data-dataset=${id}]`)).toHaveCount(0)
}

interface Partner {
  bName: string
  score: number
}
/** Partners of a city by score, from the command line on files of its own; the three strongest. */
async function partnersByCommandLine(city: string): Promise<{ three: Partner[]; all: number }> {
  const cli = (...args: string[]) =>
    run(
      process.execPath,
      [join(root, 'out', 'main', 'cli.js'), ...args, '--data-dir', file('cli'), '--quiet'],
      {
        maxBuffer: 1 << 26,
      },
    )
  const [works, institutions] = CORPUS as [string, string]
  await cli('import', 'works', works, '--institutions', institutions, '--as', 'apart')
  const asked = ['--between', 'cities', '--city', city, '--limit', 'all', '--dataset', 'apart']
  const { stdout } = await cli('collaborations', ...asked, '--format', 'json')
  const { rows } = JSON.parse(stdout) as { rows: Partner[] }
  return { three: rows.slice(0, 3), all: rows.length }
}

/** Rows of the inspector's partners as "name score". */
const shownPartners = async (rows: Locator) =>
  Promise.all(
    (await rows.all()).map(async (row) =>
      [await row.locator('button:not(.why)').innerText(), await row.locator('.num').innerText()].join(' '),
    ),
  )

test.describe('a corpus becomes a map of Kampala’s partners', () => {
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here that it needs no fixture
  test.beforeEach(({}) => {
    test.skip(!CORPUS.every((path) => existsSync(path)), 'skipped: no ../shared')
  })

  test('dropped on the ranking, by the palette, in English', async ({ app, page }) => {
    await page.goto(app.url('/?lang=en&theme=light'))
    await expect(page.locator('tr[data-city=beijing]')).toBeVisible()
    await dropOnWindow(page, CORPUS)
    await expect(page.locator('[data-part=files] tbody tr')).toHaveText([
      /institutions\.jsonl\.gz.*Institutions of OpenAlex.*ready/s,
      /works\.jsonl\.gz.*Works of OpenAlex.*ready/s,
    ])
    await expect(page).toHaveURL(/\/datasets/)
    await importAs(page, 'global-health')
    await expect(page.locator('[data-part=came-of-it]')).toContainText(
      /articles of \d{4}–\d{4}, by .+ in .+ cities/,
    )
    await look(page, 'corpus-report-en-light')
    await page.locator('[data-part=open-ranking]').click()
    await expect(page).toHaveURL(/dataset=global-health/)
    await expect(page.locator('tr[data-city=kampala]')).toBeVisible()

    await page.keyboard.press('Control+k')
    await page.locator('[role=combobox]').fill('Kampala')
    await page.getByRole('option', { name: 'Map of Kampala’s partners' }).click()
    await expect(page).toHaveURL(/around=kampala/)
    const partners = page.locator('[data-part=partners] li')
    await expect(partners.first()).toBeVisible()

    const { three, all } = await partnersByCommandLine('Kampala')
    expect(three).toHaveLength(3)
    const written = three.map(({ bName, score }) => `${bName} ${score.toFixed(2)}`)
    expect((await shownPartners(partners)).slice(0, 3)).toEqual(written)
    await expect(page.locator('[data-part=partners]')).toContainText(`16 of ${all}`)
    await look(page, 'kampala-en-light')
  })

  test('from the city’s page, over its network, in Chinese', async ({ app, page }) => {
    await page.goto(app.url('/cities/kampala?dataset=global-health&lang=zh&theme=dark'))
    await page.locator('[data-part=open-network]').click()
    await page.getByRole('radio', { name: '地图' }).click()
    await expect(page).toHaveURL(/around=kampala/)
    await expect(page.locator('[data-part=partners] li').first()).toBeVisible()
    await look(page, 'kampala-zh-dark')
    await remove(page, app.url('/datasets?lang=zh'), 'global-health')
  })
})

for (const [lang, theme] of [
  ['en', 'dark'],
  ['zh', 'light'],
] as const) {
  test(`a Scopus export is read author by author: ${lang}`, async ({ app, page }) => {
    const isEnglish = lang === 'en'
    await page.goto(app.url(`/method?lang=${lang}&theme=${theme}`))
    await expect(page.locator('main h1').first()).toBeVisible()
    await dropOnWindow(page, [file('scopus.csv')])
    await expect(page.locator('[data-part=files] tbody')).toContainText(
      isEnglish ? 'Scopus export' : 'Scopus 导出文件',
    )
    await expect(page.locator('[data-part=pairing]')).toContainText(
      isEnglish ? 'Read author by author from “Authors with affiliations”' : '逐位作者读取所属机构',
    )
    await expect(page.locator('[data-part=first-records]')).toContainText('Invented article 1')
    await look(page, `scopus-preview-${lang}-${theme}`)
    await importAs(page, 'from-scopus')
    await expect(page.locator('[data-part=import-report]')).toContainText(
      isEnglish ? 'affiliations named author by author' : '逐位作者列明所属机构',
    )
    await look(page, `scopus-report-${lang}-${theme}`)
    await page.locator('[data-part=open-ranking]').click()
    // 1/2 + 1/2 + 2/3; 1/2 + 1/2; 1/3: worked out on paper above.
    const shares = { oslo: '1.67', uppsala: '1.00', changsha: '0.33' }
    for (const [city, share] of Object.entries(shares)) {
      await expect(page.locator(`tr[data-city=${city}]`)).toContainText(share)
    }
    await remove(page, app.url(`/datasets?lang=${lang}`), 'from-scopus')
  })
}

test('by keys alone: a Scopus export is chosen, imported and read', async ({ app, page }) => {
  await page.goto(app.url('/?lang=en'))
  await expect(page.locator('tr[data-city=beijing]')).toBeVisible()
  await page.keyboard.press('8')
  await page.locator('[data-part=import-articles]').focus()
  await page.keyboard.press('Enter')
  await page.locator('[data-part=choose-files]').focus()
  await chooseFiles(page, [file('scopus.csv')], () => page.keyboard.press('Enter'))
  await expect(options(page)).toBeEnabled()
  await options(page).focus()
  await page.keyboard.press('Enter')
  await page.locator('#index-id').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('by-keys')
  await page.keyboard.press('Enter')
  await page.locator('[data-part=open-ranking]').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('tr[data-city=oslo]')).toContainText('1.67')
  await remove(page, app.url('/datasets?lang=en'), 'by-keys')
})

/** Each with what says why, and what to do. */
const WRONG: readonly [string, string, RegExp, RegExp][] = [
  ['nothing.csv', 'an empty file', /It is empty/, /文件是空的|为空/],
  ['picture.csv', 'a picture under another name', /neither text nor a packing/, /既不是文本/],
  ['budget.csv', 'a table of something else', /none of the kinds/, /不是/],
  ['lens-export.csv', 'an export of Lens', /Lens export.*Get data writes the address/s, /Lens 导出/],
  ['ieee-export.csv', 'an export of IEEE', /IEEE Xplore export.*Scopus/s, /IEEE Xplore 导出/],
]
for (const [lang, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const) {
  test(`a wrong file is refused by name, and the way back is there: ${lang}`, async ({ app, page }) => {
    await page.goto(app.url(`/datasets?lang=${lang}&theme=${theme}`))
    const stored = page.locator('[data-dataset]')
    await expect(stored).toHaveCount(1)
    for (const [name, , english, chinese] of WRONG) {
      await test.step(name, async () => {
        await dropOnWindow(page, [file(name)])
        const row = page.locator('[data-part=files] tbody tr', { hasText: name })
        await expect(row).toContainText(lang === 'en' ? english : chinese)
        await expect(options(page)).toBeDisabled()
        await expect(page.getByRole('alert')).toContainText(name)
      })
    }
    await look(page, `wrong-${lang}-${theme}`)
    await dropOnWindow(page, [file('empty-folder')])
    const failure = page.locator('[data-part=index-failure]')
    await expect(failure).toContainText('empty-folder')
    await expect(failure).toContainText('.jsonl')
    await look(page, `empty-folder-${lang}-${theme}`)
    // A good file dropped after it goes on from here; what was stored is as it was.
    await dropOnWindow(page, [file('scopus.csv')])
    await expect(options(page)).toBeEnabled()
    await expect(failure).toHaveCount(0)
    await expect(stored).toHaveCount(1)
  })
}

test('a file that is no data is named where it falls, and the view stays', async ({ app, page }) => {
  await page.goto(app.url('/?lang=en'))
  await expect(page.locator('tr[data-city=beijing]')).toBeVisible()
  await dropOnWindow(page, [file('annual-report.pdf')])
  const note = page.locator('[data-part=reopen-note]')
  await expect(note).toContainText('annual-report.pdf was not made by Science Cities')
  await look(page, 'pdf-en-light')
  await note.getByRole('button').click()
  await expect(note).toHaveCount(0)
  await expect(page).not.toHaveURL(/datasets/)
})

test('a file is taken though another view replaces what it was held over', async ({ app, page }) => {
  const h1 = page.locator('#main h1')
  await page.goto(app.url('/?lang=en'))
  await expect(page.locator('tr[data-city=beijing]')).toBeVisible()
  const held = async () => {
    await page.keyboard.press('9')
    await expect(h1).toHaveText('Method')
  }
  await dropOnWindow(page, [file('scopus.csv')], { held })
  await expect(page.locator('[data-part=files] tbody')).toContainText('Scopus export')
  await expect(page).toHaveURL(/\/datasets/)
})

test('a figure that was saved here leads back to its view when it is dropped', async ({ app, page }) => {
  await page.goto(app.url('/?lang=zh&region=CN'))
  await expect(page.locator('tr[data-city=beijing]')).toBeVisible()
  await page.keyboard.press('Control+e')
  const { fileName, bytes } = await saveFile(page, () => page.getByTestId('export-go').click())
  const saved = file(fileName)
  writeFileSync(saved, bytes)
  await page.goto(app.url('/method?lang=zh'))
  await expect(page.locator('main h1').first()).toBeVisible()
  await dropOnWindow(page, [saved])
  await expect(page).toHaveURL(/region=CN/)
  await expect(page.locator('tr[data-city=beijing]')).toBeVisible()
  await expect(page.locator('[data-part=reopen-note]')).toHaveCount(0)
})
