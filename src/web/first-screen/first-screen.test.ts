import { expect, it } from 'vitest'
import type { DatasetDetail } from '../../shared/contract/datasets.ts'
import type { RankingList, RankingRow } from '../../shared/contract/rankings.ts'
import { markup } from './html.ts'
import { beginningOf, nothingMore, restOf } from './index.ts'
import { aroundAnswers, aroundScreen, place } from './page.ts'
import { headFor, visitorOf } from './visitor.ts'

const row = (rank: number, own: Partial<RankingRow> = {}) =>
  ({
    rank,
    rankChange: null,
    id: `city-${rank}`,
    name: `City ${rank}`,
    nameZh: null,
    region: 'JP',
    regionName: 'Japan',
    regionNameZh: '日本',
    share: 1000 / rank,
    count: 3000 - rank,
    changePct: null,
    regionSharePct: null,
    countPerShare: null,
    rankQualifier: null,
    changePctQualifier: null,
    otherChanges: [],
    ...own,
  }) as unknown as RankingRow
const listOf = (rows: RankingRow[]) =>
  ({
    filters: {
      by: 'city',
      subject: 'all',
      year: 2023,
      region: null,
      search: '',
      sort: 'rank',
      descending: false,
    },
    total: rows.length,
    published: { rank: rows.length, share: rows.length, of: rows.length },
    regions: [],
    scope: null,
    index: null,
    finding: null,
    rows,
  }) as unknown as RankingList
const detail = {
  kind: 'published',
  name: 'Edition',
  nameZh: null,
  version: 'r1',
  cities: 2,
  figures: 4,
  licence: 'CC0',
  defaultYear: 2023,
  years: [],
  scopes: [],
} as unknown as DatasetDetail
const draw = (rows: RankingRow[], query: Record<string, string> = {}) => {
  const visitor = visitorOf(query, {})
  return beginningOf(visitor) + restOf({ query, visitor, detail, list: listOf(rows) })
}
/** Texts of a row's cells. */
const cells = (html: string, index: number) =>
  [...(html.split('<tr ')[index + 1] ?? '').matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, inner = '']) =>
    inner.replace(/<[^>]*>/g, ''),
  )

it('writes the figures of the rows; what was not published is said in words', () => {
  const html = draw([row(1), row(2, { share: null, count: null })])
  expect(cells(html, 0).slice(0, 7)).toEqual(['', '1', 'n.p.', 'City 1', 'JPJapan', '1,000.00', ''])
  expect(cells(html, 1).slice(5, 8)).toEqual(['not published', '', 'n.p.'])
})

it('says nothing as markup that comes from a dataset, and brings no style or script', () => {
  const html = draw([row(1, { name: '<script>alert(1)</script>' })], { at: '"><b>' })
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|\sid=/)
})

it('draws as many rows as can be in sight and leaves room for the others', () => {
  const html = draw(Array.from({ length: 100 }, (_, index) => row(index + 1)))
  expect(html.match(/class="city-name"/g)).toHaveLength(48)
  expect(html).toContain(`height="${(100 - 48) * 26}"`)
})

it('marks the row of the address, and leaves one that lies further down to the script', () => {
  const rows = Array.from({ length: 40 }, (_, index) => row(index + 1))
  expect(draw(rows, { at: 'city-3' }).split('<tr ')[3]).toMatch(/^class="is-cur"/)
  expect(draw(rows, { at: 'city-30' })).not.toContain('<tr')
})

it('speaks the language of the address, else of the browser', () => {
  expect(visitorOf({}, { 'accept-language': 'zh-CN,zh;q=0.9' }).language).toBe('zh')
  expect(visitorOf({ lang: 'en' }, { 'accept-language': 'zh-CN' }).language).toBe('en')
  expect(visitorOf({}, { 'accept-language': 'de' })).toEqual({
    language: 'en',
    theme: 'light',
    isApple: false,
  })
  const head = headFor('<html lang="en" data-theme="light">', visitorOf({ lang: 'zh', theme: 'dark' }, {}))
  expect(head).toBe('<html lang="zh-Hans" data-theme="dark">')
})

it('escapes text, keeps markup, leaves out what is absent', () => {
  expect(markup`<p>${'a & "b"'}${markup`<b>${1}</b>`}${[null, undefined, false]}</p>`.text).toBe(
    '<p>a &amp; &quot;b&quot;<b>1</b></p>',
  )
})

it('puts the screen before the script that takes its place; every part of the page goes out once', () => {
  const script = '<script type="module" async crossorigin src="/assets/a.js"></script>'
  const page = `<head>${script}</head><body><div id="app"></div></body>`
  const { head, end } = aroundScreen(page)
  expect(head).toBe('<head></head><body>')
  expect(end).toBe(`${script}</body>`)
  expect(`${place.begin}$&${place.end}`).toBe('<div id="app" data-first-screen>$&</div>')
  expect(Object.values(aroundAnswers(page)).join('')).toBe(page)
  expect(aroundAnswers('no end')).toEqual({ head: 'no end', end: '' })
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

it('closes what it begins, with answers and without', () => {
  const beginning = beginningOf(visitorOf({}, {}))
  expect(leftOpen(beginning)).toEqual(['div', 'div', 'nav'])
  expect(leftOpen(beginning + nothingMore)).toEqual([])
  expect(leftOpen(draw([row(1), row(2, { share: null })]))).toEqual([])
})
