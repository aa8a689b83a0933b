/**
 * Every number on a screen is the command line's for the same query: the cells that stand on each view of a computed index,
 * for years, subjects and entities drawn by a seed, against `science-cities` on the same folder.
 */
import { RANKING_SORTS } from '../../src/shared/domain/ranking-sorts.ts'
import { USUAL_GROUPS, USUAL_PER_CITY } from '../../src/shared/domain/pairs.ts'
import { SUBJECTS } from '../../src/shared/domain/subjects.ts'
import type { Language } from '../../src/shared/domain/language.ts'
import { translate } from '../../src/shared/i18n/index.ts'
import { formatNumber } from '../../src/shared/format/numbers.ts'
import type { Compared, Edge, Node, Pair, Placed, Rise, Row, Rows, Within } from './support/cells-of-views.ts'
import { figuresOf, pairsOf, rankingCell, rowOf, scrollTo } from './support/cells-of-views.ts'
import { CORPUS, expect, hasCorpus, test } from './support/cells-app.ts'
import { seeded, shownRows, Walk } from './support/shown-cells.ts'

/** What pairs are of, as the view's address and the command line say it. */
const COLLABORATIONS = [
  ['grouped', '--per-city', String(USUAL_PER_CITY), '--cities', String(USUAL_GROUPS), '--limit', 'all'],
  ['within', '--between', 'institutions', '--limit', '200'],
  ['cities', '--between', 'cities', '--limit', '200'],
  ['countries', '--between', 'countries', '--limit', '200'],
] as const

/** Columns of the worked examples that a ranking has too; the last is what the views say. */
const EXAMPLES = [
  { indicator: 'count-per-share', columns: ['count', 'share', 'countPerShare'] },
  { indicator: 'region-share-pct', columns: ['share', null, 'regionSharePct'] },
] as const

const INDEXES = [
  { dataset: 'sample', language: 'en' as Language, seed: 1, skip: false },
  { dataset: CORPUS, language: 'zh' as Language, seed: 2, skip: !hasCorpus },
]

for (const { dataset, language, seed, skip } of INDEXES) {
  test.describe(`${dataset}, ${language}`, () => {
    test.skip(skip, 'skipped: no ../shared')
    const pick = seeded(seed)
    const subject = pick(SUBJECTS)
    const year = pick([2020, 2021, 2022, 2023])
    const common = ['--dataset', dataset, '--lang', language]
    const asked = [...common, '--subject', subject, '--year', String(year)]
    const address = (path: string, query: Record<string, string>) =>
      `${path}?${new URLSearchParams({ dataset, lang: language, subject, year: String(year), ...query })}`

    for (const by of ['city', 'institution', 'country', 'metro']) {
      test(`Rankings by ${by}`, async ({ app, page, cli }) => {
        const walk = new Walk(language)
        await page.goto(app.url(address('/', { by, columns: RANKING_SORTS.join(',') })))
        await page.locator('table.ranking[aria-busy=false] tr[data-city]').first().waitFor()
        const { rows } = await cli.json<Rows<Row>>('rank', ...asked, '--by', by, '--reach', '--limit', 'all')
        const byId = new Map(rows.map((row) => [row.id, row]))
        // Further down lie ties, small numbers and what is not known.
        for (const part of [0, pick([0.3, 0.5, 0.8, 1])]) {
          await scrollTo(page, part)
          for (const shown of await shownRows(page, 'table.ranking tr[data-city]')) {
            const row = byId.get(shown.key)
            expect(row, `${shown.key} is in the ranking`).toBeDefined()
            shown.columns.forEach((column, at) => rankingCell(walk, column, shown.cells[at], row!))
          }
        }
        expect(walk.compared).toBeGreaterThan(by === 'country' ? 20 : 60)
      })
    }

    for (const sort of ['change', 'changePct'] as const) {
      test(`Rising by ${sort}`, async ({ app, page, cli }) => {
        const walk = new Walk(language)
        const by = sort === 'change' ? 'institution' : 'city'
        await page.goto(app.url(address('/rising', { by, sort, from: '2019', to: '2022' })))
        const period = ['--from', '2019', '--to', '2022', '--sort', sort, '--by', by, '--limit', '100']
        const { rows } = await cli.json<Rows<Rise>>('rising', ...common, '--subject', subject, ...period)
        // Of a small corpus nobody may rise from above the usual floor.
        if (rows.length === 0) {
          // It is said, with what can be done about it, and no row stands there.
          await expect(page.locator('main h2').first()).toHaveText(translate(language, 'rising.none'))
          return expect(page.locator('[data-testid=rising-table] tr[data-row]')).toHaveCount(0)
        }
        const shown = await shownRows(page, '[data-testid=rising-table] tr[data-row]')
        expect(shown.map(({ key }) => key)).toEqual(rows.map(({ id }) => id))
        shown.forEach(({ cells }, at) => {
          const row = rows[at]!
          walk.whole(cells[0], row.place, `place of ${row.id}`)
          walk.figure('adjustedShare', cells[3], row.adjustedFrom, `2019 of ${row.id}`)
          walk.figure('adjustedShare', cells[4], row.adjustedTo, `2022 of ${row.id}`)
          walk.figure('change', cells[5], row.change, `change of ${row.id}`)
          walk.figure('changePct', cells[6], row.changePct, `percent of ${row.id}`)
        })
        expect(walk.compared).toBeGreaterThan(4)
      })
    }

    test('Cities', async ({ app, page, cli }) => {
      const walk = new Walk(language)
      await page.goto(app.url(address('/cities', {})))
      await page.locator('table.cities[aria-busy=false] tr[data-city]').first().waitFor()
      const { rows } = await cli.json<Rows<Row>>('rank', ...asked, '--limit', 'all')
      const byId = new Map(rows.map((row) => [row.id, row]))
      for (const part of [0, 1]) {
        await scrollTo(page, part)
        for (const { key, cells, columns } of await shownRows(page, 'table.cities tr[data-city]')) {
          const row = byId.get(key)!
          columns.forEach((column, at) => {
            const id = {
              'c-rank': 'rank',
              'c-share': 'share',
              'c-count': 'count',
              'c-part': 'regionSharePct',
              'c-change': 'changePct',
            }[column]
            // A star says of which regions together a percentage is.
            const text = cells[at]?.replace(/ ?\*$/, '')
            if (id) walk.figure(id as 'rank', text, row[id as 'rank'], `${id} of ${key}`)
          })
        }
      }
      expect(walk.compared).toBeGreaterThan(60)
    })

    test('a city: its figures, institutions, pairs and partners', async ({ app, page, cli }) => {
      const walk = new Walk(language)
      const ranked = await cli.json<Rows<Row>>('rank', ...asked, '--limit', '12')
      const city = pick(ranked.rows).id
      await page.goto(app.url(address(`/cities/${city}`, {})))
      await figuresOf(page, walk, await rowOf(cli, [...asked, '--limit', 'all'], city))

      const here = [...asked, '--city', city, '--limit', 'all']
      const { rows: all } = await cli.json<Rows<Within>>('institutions', ...here)
      const shown = await shownRows(page, '[data-testid=city-institutions] tbody tr')
      shown.forEach(({ cells }, at) => {
        const row = all[at]!
        walk.figure('share', cells[2], row.shareInCity, `Share in ${city} of ${row.id}`)
        walk.figure('share', cells[4], row.share, `Share of ${row.id}`)
      })
      for (const between of ['institutions', 'cities']) {
        const pairs = await cli.json<Rows<Pair>>('collaborations', ...here, '--between', between)
        await pairsOf(page, walk, `city-${between}-pairs`, pairs.rows)
      }
      expect(walk.compared).toBeGreaterThan(20)
    })

    test('an institution: its figures, cities and partners', async ({ app, page, cli }) => {
      const walk = new Walk(language)
      const ranked = await cli.json<Rows<Row>>('rank', ...asked, '--by', 'institution', '--limit', '30')
      const institution = pick(ranked.rows).id
      await page.goto(app.url(address(`/institutions/${institution}`, {})))
      const all = [...asked, '--by', 'institution', '--limit', 'all']
      await figuresOf(page, walk, await rowOf(cli, all, institution))
      const named = ['--institution', institution, '--limit', 'all']
      const { rows } = await cli.json<Rows<Pair>>('collaborations', ...asked, ...named)
      await pairsOf(page, walk, 'institution-partners', rows)

      // Where it lies: its part in each city, as the city's own list of institutions says it.
      const places = '[data-testid=institution-places] tbody tr'
      const shown = await shownRows(page, places)
      const links = await page.evaluate<string[]>(
        `[...document.querySelectorAll('${places} a')].map((link) => link.pathname)`,
      )
      for (const [at, path] of links.entries()) {
        const within = [...asked, '--city', path.split('/').at(-1)!, '--limit', 'all']
        const list = await cli.json<Rows<Within>>('institutions', ...within)
        const row = list.rows.find(({ id }) => id === institution)
        walk.figure('share', shown[at]?.cells[1], row?.shareInCity, `Share in ${path}`)
        walk.figure('count', shown[at]?.cells[3], row?.countInCity, `Count in ${path}`)
      }
      expect(walk.compared).toBeGreaterThan(10)
    })

    for (const [of, ...args] of COLLABORATIONS) {
      test(`Collaborations, ${of}`, async ({ app, page, cli }) => {
        const walk = new Walk(language)
        await page.goto(app.url(address('/collaborations', { of })))
        const { rows } = await cli.json<Rows<Pair>>('collaborations', ...asked, ...args)
        const shown = await shownRows(page, 'main tr[data-pair]')
        expect(shown).toHaveLength(rows.length)
        shown.forEach(({ named }, at) => {
          const { a, b, score, articles } = rows[at]!
          walk.figure('score', named['score'], score, `score of ${a} and ${b}`)
          walk.whole(named['joint'], articles, `articles of ${a} and ${b}`)
        })
        expect(walk.compared).toBeGreaterThan(4)
      })
    }

    test('Compare: two cities subject by subject, and what lies between them', async ({ app, page, cli }) => {
      const walk = new Walk(language)
      const ranked = await cli.json<Rows<Row>>('rank', ...asked, '--limit', '12')
      const first = pick(ranked.rows.slice(0, 6)).id
      const second = pick(ranked.rows.slice(6)).id
      await page.goto(app.url(address('/compare', { cities: `${first},${second}` })))
      const { rows } = await cli.json<Rows<Compared>>('compare', first, second, ...asked)
      expect(rows.map(({ id }) => id)).toEqual([first, second])
      await page.locator('[data-part=part-share] tr.is-chemistry').waitFor()
      for (const { subject: of } of rows[0]!.subjects) {
        const each = rows.map(({ subjects }) => subjects.find((one) => one.subject === of)!)
        const [shares] = await shownRows(page, `[data-part=part-share] tr.is-${of}`)
        const [ranks] = await shownRows(page, `[data-part=part-ranks] tr.is-${of}`)
        each.forEach((one, at) => {
          walk.figure('share', shares?.cells[1 + at], one.share, `Share of ${one.id} in ${of}`)
          walk.whole(ranks?.cells[1 + at], one.rank, `rank of ${one.id} in ${of}`)
        })
        const between = `[data-difference="share share ${of} B"]`
        const text = await page.evaluate<string | undefined>(
          `document.querySelector('${between}')?.textContent.trim().split(' ')[0]`,
        )
        walk.figure('change', text, each[1]!.differences.share, `difference in ${of}`)
      }
      expect(walk.compared).toBe(25)
    })

    test('Networks: every node and pair of its tables', async ({ app, page, cli }) => {
      const walk = new Walk(language)
      const from = pick(['2019', '2020'])
      const query = { of: 'cities', n: '20', from, to: '2022' }
      const columns = ['count', 'degree', 'weightedDegree', 'betweenness'] as const
      await page.goto(app.url(address('/networks', { ...query, columns: columns.join(',') })))
      const of = [
        ...common,
        '--subject',
        subject,
        '--of',
        'cities',
        '--top',
        '20',
        '--from',
        from,
        '--to',
        '2022',
      ]
      const { nodes, edges } = await cli.json<{ nodes: Node[]; edges: Edge[] }>('network', ...of)
      const decimals = { count: 0, degree: 0, weightedDegree: 2, betweenness: 3 }
      for (const { key, cells } of await shownRows(page, '[data-testid=network-nodes] tr[data-key]')) {
        const node = nodes.find(({ id }) => id === key)!
        walk.figure('share', cells[2], node.share, `Share of ${key}`)
        columns.forEach((column, at) => {
          const text = formatNumber(node[column], decimals[column], language)
          walk.same(cells[4 + at], text, `${column} of ${key}`)
        })
      }
      for (const { key, cells } of await shownRows(page, '[data-testid=network-pairs] tr[data-key]')) {
        const edge = edges.find(
          ({ source, target }) => key.split('~').sort().join() === [source, target].sort().join(),
        )!
        walk.figure('score', cells[1], edge.score, `score of ${key}`)
        walk.whole(cells[3], edge.articles, `articles of ${key}`)
      }
      expect(walk.compared).toBeGreaterThan(40)
    })

    test('Method: what the examples of definitions are reckoned from', async ({ app, page, cli }) => {
      const walk = new Walk(language)
      const { rows } = await cli.json<Rows<Row>>('rank', ...asked, '--limit', 'all')
      for (const { indicator, columns } of EXAMPLES) {
        await page.goto(app.url(address(`/method/${indicator}`, {})))
        const shown = await shownRows(page, '[data-testid=worked-example] tbody tr')
        for (const { cells } of shown) {
          const row = rows.find(
            ({ name, nameZh }) => cells[0] === (language === 'zh' ? (nameZh ?? name) : name),
          )!
          columns.forEach((id, at) => {
            const text = cells[1 + at]?.replace(/ %$/, '')
            if (id) walk.figure(id, text, row[id], `${id} of ${row.id} for ${indicator}`)
          })
        }
      }
      const pairs = await cli.json<Rows<Pair>>('collaborations', ...asked, '--limit', '12')
      await page.goto(app.url(address('/method/bcs', {})))
      const shown = await shownRows(page, '[data-testid=worked-example] tbody tr')
      shown.forEach(({ cells }, at) => {
        walk.whole(cells[1], pairs.rows[at]!.articles, `joint articles, row ${at}`)
        walk.figure('score', cells[4], pairs.rows[at]!.score, `score, row ${at}`)
      })
      expect(walk.compared).toBeGreaterThan(20)
    })

    test('Map: its table, with the links of one city', async ({ app, page, cli }) => {
      const walk = new Walk(language)
      const ranked = await cli.json<Rows<Row>>('rank', ...asked, '--limit', '12')
      const focus = pick(ranked.rows).id
      const query = { draw: 'map', around: focus, years: `${year}-${year}`, tables: '1' }
      await page.goto(app.url(address('/networks', query)))
      const map = await cli.json<Rows<Placed>>('map', ...asked, '--focus', focus)
      for (const { key, cells } of await shownRows(page, '[data-testid=map-table] tr[data-key]')) {
        const row = map.rows.find(({ cityId }) => cityId === key)!
        walk.whole(cells[0], row.rank, `rank of ${key}`)
        walk.figure('share', cells[3], row.share, `Share of ${key}`)
        walk.whole(cells[5], row.count, `Count of ${key}`)
        walk.figure('score', cells[6], row.score, `score of ${key}`)
        walk.whole(cells[7], row.articles, `articles of ${key}`)
      }
      expect(walk.compared).toBeGreaterThan(40)
    })
  })
}
