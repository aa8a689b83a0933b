/** Every number of the printed edition on a screen is the command line's for the same query, in both languages. */
import type { RankingRow } from '../../src/shared/contract/rankings.ts'
import type { PrintedChange } from '../../src/shared/contract/changes.ts'
import type { CollaborationRow } from '../../src/shared/contract/collaborations.ts'
import type { Language } from '../../src/shared/domain/language.ts'
import { SUBJECTS } from '../../src/shared/domain/subjects.ts'
import type { RankingMeasureId } from '../../src/shared/measures/ranking.ts'
import { RANKING_MEASURES } from '../../src/shared/measures/ranking.ts'
import { expect, test } from './support/cells-app.ts'
import { seeded, shownRows, Walk } from './support/shown-cells.ts'

interface Rows<T> {
  rows: T[]
}
const pick = seeded(3)

for (const language of ['en', 'zh'] as Language[]) {
  const subject = pick(['all', ...SUBJECTS])
  const asked = ['--lang', language, '--subject', subject]
  const address = (path: string) => `${path}?${new URLSearchParams({ lang: language, subject }).toString()}`

  test(`Rankings and Cities of the edition, ${language}`, async ({ app, page, cli }) => {
    const walk = new Walk(language)
    const { rows } = await cli.json<Rows<RankingRow>>('rank', ...asked, '--limit', 'all')
    const byId = new Map(rows.map((row) => [row.id, row]))
    await page.goto(app.url(address('/')))
    await page.locator('table.ranking[aria-busy=false] tr[data-city]').first().waitFor()
    for (const { key, cells, columns } of await shownRows(page, 'table.ranking tr[data-city]'))
      columns.forEach((column, at) => {
        const id = /(?:^| )c-(\w+)/.exec(column)?.[1]
        const row = byId.get(key)!
        const measure = RANKING_MEASURES.find((each) => each.id === id)
        if (measure) printedCell(walk, measure.id, cells[at], row)
      })
    await page.goto(app.url(address('/cities')))
    await page.locator('table.cities[aria-busy=false] tr[data-city]').first().waitFor()
    for (const { key, cells, columns } of await shownRows(page, 'table.cities tr[data-city]'))
      columns.forEach((column, at) => {
        const id = { 'c-rank': 'rank', 'c-share': 'share', 'c-count': 'count' }[column]
        const row = byId.get(key)!
        if (id) walk.printed(cells[at], row[id as 'rank'], `${id} of ${key} in Cities`)
        if (column === 'c-part') printedCell(walk, 'regionSharePct', cells[at], row)
      })
    expect(walk.compared).toBeGreaterThan(150)
  })

  test(`printed changes and pairs, ${language}`, async ({ app, page, cli }) => {
    const walk = new Walk(language)
    await page.goto(app.url(address('/rising')))
    const changes = await cli.json<Rows<PrintedChange>>('rising', ...asked, '--printed', '--limit', 'all')
    for (const { key, cells } of await shownRows(page, '[data-testid=changes-table] tr[data-change]')) {
      const row = changes.rows.find(
        ({ subject: of, id, from, to, unit }) => [of, id, from, to, unit].join('~') === key,
      )!
      walk.printed(cells[2], row.unit === 'percent' ? row.value : null, `percent of ${key}`)
      walk.printed(cells[3], row.unit === 'share' ? row.value : null, `change of ${key}`)
      walk.printed(cells[4], row.share, `Share of ${key}`)
    }
    await page.goto(app.url(`/collaborations?lang=${language}`))
    const pairs = await cli.json<Rows<CollaborationRow>>(
      'collaborations',
      '--lang',
      language,
      '--limit',
      'all',
    )
    const shown = await shownRows(page, 'main tr[data-pair]')
    expect(shown).toHaveLength(pairs.rows.length)
    shown.forEach(({ cells }, at) => {
      walk.printed(cells[2], pairs.rows[at]!.score, `score of ${pairs.rows[at]!.aName}`)
    })
    expect(walk.compared).toBeGreaterThan(30)
  })

  test(`a city of the edition, ${language}`, async ({ app, page, cli }) => {
    const walk = new Walk(language)
    const { rows } = await cli.json<Rows<RankingRow>>('rank', '--lang', language, '--limit', '20')
    const row = pick(rows)
    await page.goto(app.url(`/cities/${row.id}?lang=${language}`))
    await page.locator('.figures [data-part=city-share]').waitFor()
    const shown = await page.evaluate<[RankingMeasureId, string][]>(
      `[...document.querySelectorAll('.figures dd[data-part]')].map((dd) => {
        const copy = dd.cloneNode(true)
        for (const small of copy.querySelectorAll('small, .sr')) small.remove()
        return [dd.dataset.part.slice('city-'.length), copy.textContent.trim()]
      })`,
    )
    for (const [id, text] of shown)
      // What follows from two printed figures is rounded by its measure.
      if (id === 'countPerShare' || id === 'perMillion') walk.figure(id, text, row[id], `${id} of ${row.id}`)
      else if (id in row) walk.printed(text, row[id], `${id} of ${row.id}`)
    expect(walk.compared).toBeGreaterThan(2)
  })
}

function printedCell(walk: Walk, id: RankingMeasureId, text: string | undefined, row: RankingRow): void {
  const where = `${id} of ${row.id}`
  if (id === 'rankChange') {
    if (row.rankChange === 0) walk.same(text, '=', where)
    else walk.printed(text, row.rankChange === null ? null : Math.abs(row.rankChange), where)
  } else if (id === 'countPerShare' || id === 'perMillion') walk.figure(id, text, row[id], where)
  // Printed over another period it stands with that period, by itself.
  else if (id === 'changePct' && row.changePct === null && row.otherChanges.length > 0)
    walk.printed(
      text?.replace(/^\d{4}–\d{2}/, ''),
      row.otherChanges.find(({ unit }) => unit === 'percent')?.value,
      where,
    )
  else walk.printed(text?.replace(/ ?\*$/, ''), row[id], where)
}
