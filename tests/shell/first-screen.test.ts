/** The first screen as the built drawer writes it: in Node, without a page, from the screens' own components. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import type { FirstScreen, ScreenDrawer, Visitor } from '../../src/shared/address/first-screen.ts'
import { unpublishedRow } from '../../src/shared/contract/test-rows.ts'
import type { RankingRow } from '../../src/shared/contract/rankings.ts'
import { projectDir } from './stand-in/desk.ts'
import { ensureBuilt } from './support.ts'

let drawer: ScreenDrawer
beforeAll(async () => {
  await ensureBuilt()
  const file = join(projectDir, 'out', 'first-screen', 'first-screen.js')
  drawer = (await import(pathToFileURL(file).href)) as ScreenDrawer
}, 120_000)

const DATASET = 'science-cities-2024'
const row = (rank: number, own: Partial<RankingRow> = {}) =>
  unpublishedRow(`city-${rank}`, {
    rank,
    name: `City ${rank}`,
    region: 'JP',
    regionName: 'Japan',
    regionNameZh: '日本',
    share: 1000 / rank,
    count: 3000 - rank,
    ...own,
  })
const FILTERS = { by: 'city', subject: 'all', year: 2023, region: null, search: '', sort: 'rank' }
const listOf = (rows: object[], ranks = rows.length) => ({
  dataset: DATASET,
  filters: { ...FILTERS, descending: false },
  total: rows.length,
  published: { rank: ranks, share: rows.length, count: rows.length, changePct: 0, of: rows.length },
  regions: [{ id: 'JP', name: 'Japan', nameZh: '日本', cities: rows.length }],
  scope: null,
  index: null,
  finding: null,
  rows,
})
const detail = {
  dataset: DATASET,
  kind: 'published',
  name: 'Edition',
  nameZh: '版本',
  version: 'r1',
  cities: 2,
  figures: 4,
  licence: 'CC0',
  citation: '',
  defaultYear: 2023,
  problem: null,
  coverage: [],
  years: [],
  scopes: [],
}
const EN: Visitor = { language: 'en', theme: 'light', isApple: false }
const ok = (name: string, input: object, value: unknown) =>
  ({ name, input, result: { ok: true, value } }) as FirstScreen['answers'][number]
const answersOf = (rows: object[], ranks?: number) => [
  ok('datasets.show', { dataset: DATASET }, detail),
  ok('datasets.list', {}, { datasets: [detail], dataDir: '' }),
  ok('rankings.list', { dataset: DATASET }, listOf(rows, ranks)),
]
async function draw(rows: object[], asked: Partial<FirstScreen> = {}, ranks?: number): Promise<string> {
  const given = { query: {}, visitor: EN, ...asked }
  const beginning = await drawer.beginningOf({ ...given, answers: [] })
  return beginning + (await drawer.restOf({ ...given, answers: answersOf(rows, ranks) }, beginning))
}
const many = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1))
/** Rows of the table's body. */
const bodyRows = (html: string) => (html.split('<tbody')[1] ?? '').split('<tr ').slice(1)
const cells = (html: string, index: number) =>
  [...(bodyRows(html)[index] ?? '').matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, inner = '']) =>
    inner.replace(/<[^>]*>/g, ''),
  )

it('writes the figures of the rows; what was not published is said in words', async () => {
  const html = await draw([row(1), row(2, { share: null, count: null }), row(3), row(4), row(5)])
  expect(cells(html, 0).slice(0, 7)).toEqual(['', '1', 'n.p.', 'City 1', 'JPJapan', '1,000.00', ''])
  expect(cells(html, 1).slice(5, 8)).toEqual(['not published', '', 'n.p.'])
})

it('says nothing as markup that comes from a dataset, and brings no style, script or name for one', async () => {
  const html = await draw([row(1, { name: '<script>alert(1)</script>" style="x' })], {
    query: { at: '"><b>' },
  })
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot; style=&quot;x')
  expect(html).not.toMatch(/<script|<style|\sstyle="|\son\w+="|<!--|\sdata-(?:city|part|testid)="/)
  expect(html).toMatch(/<span class="meter" data-v="0\.9\d+"><\/span>/)
})

it('draws as many rows as can be in sight and leaves room for the others', async () => {
  const html = await draw(many(100))
  const drawn = html.match(/class="city-name[ "]/g)?.length ?? 0
  // The city being read stands beside the table as well. The body has the height of all: each row lies at its place.
  expect(drawn - 1).toBe(49)
  expect(html).toContain(`data-height="${100 * 26}px"`)
})

it('marks the row of the address; rows of which one further down is read are left to the script', async () => {
  const near = await draw(many(40), { query: { at: 'city-3' } })
  expect(bodyRows(near)[2]).toMatch(/^[^>]*class="is-cur"/)
  expect(near).not.toContain('class="first-head"')
  expect(await draw(many(40), { query: { at: 'city-30' } })).toContain('class="first-head"')
})

it('so are rows that are printed in part', async () => {
  expect(await draw(many(8), {}, 2)).toContain('class="first-head"')
})

it('columns leave a narrow table by a class, as nobody knows its width', async () => {
  const html = await draw(many(3))
  expect(html).toMatch(/<table class="[^"]*\broom-880\b/)
  const counts = [...html.matchAll(/<t[dh]\b[^>]* class="([^"]*\bc-count\b[^"]*)"/g)]
  const classes = counts.map(([, names = '']) => names.split(' ').find((name) => name.startsWith('below-')))
  expect(classes).toHaveLength(1 + 3)
  expect(new Set(classes)).toEqual(new Set([expect.stringMatching(/^below-\d+$/)]))
})

it('two that are drawn at once keep their own language, keyboard and dataset', async () => {
  const zh: Visitor = { language: 'zh', theme: 'dark', isApple: true }
  const [one, other] = await Promise.all([draw(many(2)), draw([row(1)], { visitor: zh })])
  expect(one).toContain('Ctrl E')
  expect(one).toMatch(/status__src"[^>]*>[^<]*Edition/)
  expect(one).not.toMatch(/⌘|日本|版本/)
  expect(other).toContain('⌘E')
  expect(other).toMatch(/status__src"[^>]*>[^<]*版本/)
  expect(other).not.toMatch(/Ctrl |Edition/)
})

it('is the same in two parts and in one; a beginning for others is refused', async () => {
  const asked: FirstScreen = { query: {}, visitor: EN, answers: answersOf(many(2)) }
  expect(await drawer.restOf(asked, null)).toBe(await draw(many(2)))
  const others = await drawer.beginningOf({ ...asked, visitor: { ...EN, language: 'zh' }, answers: [] })
  await expect(drawer.restOf(asked, others)).rejects.toThrow('began otherwise')
})

/** Names of elements left open, by order. */
function leftOpen(html: string): string[] {
  const open: string[] = []
  for (const [, close, name = '', rest = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/g)) {
    if (close) expect(open.pop()).toBe(name)
    else if (!rest.endsWith('/') && !['input', 'col', 'hr'].includes(name)) open.push(name)
  }
  return open
}

it('begins with the views before there are answers, and closes what it begins, with answers and without', async () => {
  const beginning = await drawer.beginningOf({ query: {}, visitor: EN, answers: [] })
  expect(beginning.replace(/<[^>]*>/g, '')).toMatch(/^Rankings1Rising2.*Method9GuideF1$/)
  expect(leftOpen(beginning)).toEqual(['div', 'div', 'nav'])
  expect(leftOpen(beginning + drawer.nothingMore)).toEqual([])
  expect(leftOpen(await draw(many(2)))).toEqual([])
})
