/**
 * Numbers without a way to the lens: of each view all that stand there as words are looked at. A new one that leads nowhere
 * fails, unless it lies where numbers honestly have no derivation of their own; each such place is named here with its reason.
 */
import { expect, INDEX, test } from './support/index-app.ts'

/** By selector, why a number there opens nothing. */
const WITHOUT: Readonly<Record<string, string>> = {
  '.finding, .view-head p, .side-text, .fig-src, .fig-sub, .table-note, .quiet-notice':
    'sentences: they say again what stands in the view, and how many rows there are',
  'caption, .figure-chart__twin': 'what a drawing says, for readers who do not see it; the table has it',
  'header span, .side__head .dim, .twins__head, .sec-title, .plain__part, h1, h2, h3':
    'heads: how many rows are listed, and the place of a group',
  'tr > td:first-child, .rank-place': 'place in the list',
  '.city-name, .c-name, .pair-names, .pair-end': 'numbers that are part of a name, or stand in place of one',
  'output, .ctl': 'what a control is set to',
  '[data-part=totals], [data-part=left-out]': 'articles of the whole index, and rows left out',
  '[data-part=printed-place], [data-part=printed-scope], [data-part=printed-licence]': 'where it is printed',
  '.rising-eq': 'the formula of the change beside it, which opens the lens',
  '[data-part=pair-articles], [data-part=pair-residual]': 'the articles themselves: what the lens ends with',
  '[data-testid=city-institutions] tfoot, [data-part=reconciliation]': 'sums of the table above them',
  '.figures__printed': 'printed by another dataset',
  '[data-part=city-perMillion] small': 'inhabitants: a term of the figure, which opens the lens',
  '[data-part=interval], [data-part=city-bands]': 'intervals: drawn anew from articles, as Method tells',
  '[data-part=partners] .side__head, [data-part=note]': 'how many are drawn',
  '.said li > span:first-child': 'words of a printed statement that compares two',
  '.np, .np-cell, .np-cell + td': 'what was not published, and of which years something was',
  'table.cover': 'how many cities have a figure published',
  '.change-group': 'how many places are in a group',
}

const OF_INDEX = [
  '/',
  '/?columns=count,countPerShare,adjustedShare,change,changePct,regionSharePct,perMillion',
  '/rising',
  '/cities',
  '/cities/beijing',
  '/institutions/Peking%20Test%20University',
  '/collaborations',
  '/collaborations?of=partners&institution=Peking%20Test%20University',
  '/collaborations?of=cities&city=beijing',
  '/networks?of=cities&tables=1&columns=count,degree,weightedDegree,betweenness',
  '/networks?city=beijing&tables=1&columns=count,degree,weightedDegree,betweenness',
  '/networks?draw=map&around=beijing&tables=1',
  '/compare?cities=beijing,boston',
]
const PRINTED = [
  '/',
  '/?subject=chemistry',
  '/rising',
  '/cities',
  '/cities/beijing',
  '/cities/wuhan?subject=chemistry',
  '/collaborations',
  '/compare?cities=beijing,nanjing',
]

/** As text, as this file is checked without the page's types. What stands within SVG is walked as points, and tested there. */
const LOST = `(without) => {
  const NUMBER = /^[≈<>=~]?[+−-]?\\d[\\d,]*(\\.\\d+)?%?[†*]?$/
  const YEAR = /^(19|20)\\d\\d$/
  const elsewhere = '.why, button, a, kbd, svg, select, input, label, time, [aria-hidden=true], .sr, ' + without
  const lost = []
  const walker = document.createTreeWalker(document.querySelector('.view'), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (element.closest(elsewhere) || element.offsetParent === null) continue
    for (const piece of walker.currentNode.textContent.split(/[\\s·–—、，：:;；()（）]+/)) {
      const text = piece.replace(/[.,。]$/, '')
      if (!NUMBER.test(text) || YEAR.test(text)) continue
      const place = element.closest('[data-part], [data-testid]')
      lost.push(text + ' in ' + (place?.dataset.part ?? place?.dataset.testid ?? '') + ' ' + element.outerHTML.slice(0, 90))
    }
  }
  return lost
}`

for (const [name, views, dataset] of [
  ['an index', OF_INDEX, INDEX],
  ['print', PRINTED, null],
] as const) {
  test(`no number of ${name} stands in a view without a way to the lens`, async ({ app, page }) => {
    test.setTimeout(300_000)
    for (const view of views) {
      const query = `lang=en${dataset ? `&dataset=${dataset}` : ''}`
      await page.goto(app.url(`${view}${view.includes('?') ? '&' : '?'}${query}`))
      await page.locator('button.why:visible').first().waitFor()
      await page.waitForLoadState('networkidle')
      const without = Object.keys(WITHOUT).join(', ')
      const lost = await page.evaluate<string[]>(`(${LOST})(${JSON.stringify(without)})`)
      expect.soft(lost, view).toEqual([])
    }
  })
}

test('the census finds a number that leads nowhere', async ({ app, page }) => {
  await page.goto(app.url('/'))
  await page.locator('button.why:visible').first().waitFor()
  await page.evaluate(
    `document.querySelector('main').insertAdjacentHTML('beforeend', '<p data-part="probe">12.34</p>')`,
  )
  const lost = await page.evaluate<string[]>(`(${LOST})(${JSON.stringify(Object.keys(WITHOUT).join(', '))})`)
  expect(lost).toEqual([expect.stringMatching(/^12\.34 in probe/)])
})
