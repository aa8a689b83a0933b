import { describe, expect, it } from 'vitest'
import { countPerShare } from './count-per-share.ts'
import { figureTable } from './data-table.ts'
import { rankHistory } from './rank-history.ts'
import { rankingBars } from './ranking-bars.ts'
import { list, OPTIONS, point, profile, row, ROWS } from './test-data.ts'
import { toFigure } from './to-figure.ts'

describe('bars of a ranking', () => {
  const spec = rankingBars(list(), OPTIONS)

  it('keep the order and the values of the list, and never turn a missing figure into 0', () => {
    expect(spec.rows.map(({ value }) => value)).toEqual([4259.39, 2214, 904.95, null])
    expect(spec.rows.map(({ text }) => text)).toEqual(['4,259.39', '2,214.00', '904.95', 'not published'])
    expect(spec.rows.map(({ rank }) => rank)).toEqual(['1', '2', '14', '20'])
    expect(spec.notes).toEqual(['Hatched: not published.'])
  })

  it('say what is seen, who is drawn, and from where', () => {
    expect(spec.title).toBe('Beijing’s Share is 1.92 times Shanghai’s')
    expect(spec.subtitle).toBe(
      'Share, in articles counted by fractions; 4 of 4 cities by Share, 2023; all subjects, natural and health sciences, 145 journals',
    )
    expect(spec.source).toBe(
      'Source: Nature Index, Science Cities 2024; science-cities-2024 r1-0123456789ab. 4 of 4 shown.',
    )
  })

  it('speak Chinese, with Chinese names', () => {
    const zh = rankingBars(list(), { ...OPTIONS, language: 'zh' })
    expect(zh.title).toBe('北京的份额是上海的 1.92 倍')
    expect(zh.rows.map(({ label }) => label)).toEqual(['北京', '上海', '伦敦都市圈', '武汉'])
    expect(zh.rows.at(-1)?.text).toBe('未发表')
  })

  it('claim no ratio where the rows are not in the order of Share', () => {
    const byCount = rankingBars(list([...ROWS].reverse(), { sort: 'count', descending: true }), OPTIONS)
    expect(byCount.title).toBe('Share of 4 cities, 2023')
    expect(byCount.subtitle).toContain('by Count')
  })

  it.each([
    ['metro', '4 of 4 metropolitan areas and cities by Share', 'Metropolitan area or city', 'metros'],
    ['country', '4 of 4 countries and regions by Share', 'Country or region', 'countries'],
    ['institution', '4 of 4 institutions by Share', 'Institution', 'institutions'],
  ])('say what the rows are: %s', (by, subtitle, head, file) => {
    const drawn = rankingBars(list(ROWS, { by }), OPTIONS)
    expect(drawn.subtitle).toContain(subtitle)
    expect(drawn.columns.name).toBe(head)
    expect(drawn.fileStem).toContain(file)
  })

  it('call two equal Shares level', () => {
    const level = rankingBars(
      list([row({ name: 'A', share: 10.01 }), row({ name: 'B', share: 10 })]),
      OPTIONS,
    )
    expect(level.title).toBe('A and B are level: Shares of 10.01 and 10.00')
  })

  it('mark the row being read, speak of it, and take a title of the user’s own', () => {
    const read = rankingBars(list(), { ...OPTIONS, highlight: 'london-metropolitan-area' })
    expect(read.rows.filter(({ highlighted }) => highlighted).map(({ key }) => key)).toEqual([
      'london-metropolitan-area',
    ])
    expect(read.title).toBe('London metropolitan area ranks 14 with a Share of 904.95')
    expect(rankingBars(list(), { ...OPTIONS, title: 'Mine' }).title).toBe('Mine')
  })

  it('draw the synthetic sample hollow', () => {
    const sample = rankingBars(list([row({ name: 'A', share: 1, provenance: 'sample' })]), OPTIONS)
    expect(sample.rows[0]?.hollow).toBe(true)
    expect(sample.notes).toEqual(['Hollow: synthetic sample.'])
  })
})

describe('dots of Count ÷ Share', () => {
  it('have the median of the whole list as reference, whatever is drawn', () => {
    const spec = countPerShare(list(), { ...OPTIONS, top: 2 })
    expect(spec.rows.map(({ value }) => value)).toEqual([2.155, 2.2])
    expect(spec.reference).toEqual({ value: 2.2, label: 'Median of 3 cities, 2.20' })
    expect(spec.title).toBe('Shanghai has the most articles for its Share: 2.20 for each unit')
  })

  it('have no median where the list was cut', () => {
    expect(countPerShare({ ...list(), total: 100 }, OPTIONS).reference).toBeNull()
  })
})

describe('rank history', () => {
  it('keeps scopes apart and marks the gap between them', () => {
    const spec = rankHistory(
      profile([point(2023, 5), point(2021, 8), point(2022, 6), point(2024, 5)]),
      OPTIONS,
    )
    expect(spec.series.map(({ points }) => points.map(({ x, y }) => [x, y]))).toEqual([
      [
        [2021, 8],
        [2022, 6],
      ],
      [
        [2023, 5],
        [2024, 5],
      ],
    ])
    expect(spec.breaks).toEqual([{ from: 2022, to: 2023 }])
    expect(spec.series.map(({ label }) => label)).toEqual(['82 journals', '145 journals'])
    expect(spec.notes[0]).toContain('Hatched')
  })

  it('keeps ranks printed under another boundary apart', () => {
    const spec = rankHistory(
      profile([point(2019, 3, { printedAs: 'Nanjing proper' }), point(2020, 4)]),
      OPTIONS,
    )
    expect(spec.series).toHaveLength(2)
    expect(spec.breaks).toEqual([])
    expect(spec.notes).toEqual(['Not joined where an edition drew the city’s boundary otherwise.'])
  })

  it('lets the edition of the year speak, and says what it left out', () => {
    const spec = rankHistory(profile([point(2020, 9, { edition: 2022 }), point(2020, 8)]), OPTIONS)
    expect(spec.series[0]?.points.map(({ y }) => y)).toEqual([8])
    expect(spec.shown).toEqual({ count: 1, of: 2 })
    expect(spec.notes).toContain('Left out: ranks that a later edition restated (1).')
  })

  it('compares ranks of one scope alone', () => {
    const title = (...points: ReturnType<typeof point>[]) => rankHistory(profile(points), OPTIONS).title
    expect(title(point(2020, 8), point(2022, 6))).toBe('Nanjing rose from 8 in 2020 to 6 in 2022')
    expect(title(point(2021, 6), point(2022, 8))).toBe('Nanjing went from 6 in 2021 to 8 in 2022')
    expect(title(point(2021, 1), point(2022, 1))).toBe('Nanjing ranked 1 in each year printed, 2021–2022')
    expect(title(point(2020, 8), point(2021, 9), point(2022, 8))).toBe(
      'Nanjing ranked 8 in 2020 and again in 2022',
    )
    expect(title(point(2022, 8))).toBe('Nanjing ranked 8 in 2022')
    expect(title(point(2022, 6), point(2023, 5))).toBe(
      'Nanjing ranked 5 in 2023 (natural and health sciences, 145 journals)',
    )
  })

  it('says so where nothing was published', () => {
    const spec = rankHistory(profile([]), { ...OPTIONS, subject: 'chemistry' })
    expect(spec.series).toEqual([])
    expect(spec.empty).toBe('not published')
    expect(spec.title).toBe('No rank of Nanjing was published')
  })
})

describe('a figure as asked', () => {
  it('is built from the answer to its query', () => {
    const bars = toFigure({ of: 'ranking-bars', input: {} as never, top: 3 }, list(), OPTIONS)
    expect(bars.kind === 'bars' && bars.rows).toHaveLength(3)
    const dots = toFigure({ of: 'count-per-share', input: {} as never, top: 3 }, list(), OPTIONS)
    expect(dots.kind).toBe('dots')
    const ranks = toFigure(
      { of: 'rank-history', input: {} as never, subject: 'all' },
      profile([point(2022, 3)]),
      OPTIONS,
    )
    expect(ranks.fileStem).toBe('science-cities-2024-rank-history-nanjing')
  })

  it('has a table for a twin', () => {
    expect(figureTable(rankingBars(list(), OPTIONS)).rows).toEqual([
      ['1', 'Beijing', '4,259.39'],
      ['2', 'Shanghai', '2,214.00'],
      ['14', 'London metropolitan area', '904.95'],
      ['20', 'Wuhan', 'not published'],
    ])
    expect(figureTable(rankHistory(profile([point(2022, 6)]), OPTIONS)).rows).toEqual([
      ['2022', '6', '82 journals'],
    ])
  })
})
