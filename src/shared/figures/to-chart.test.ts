import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countPerShare } from './count-per-share.ts'
import { layoutFigure } from './layout.ts'
import { PALETTES } from './palette.ts'
import { rankHistory } from './rank-history.ts'
import { rankingBars } from './ranking-bars.ts'
import { list, OPTIONS, point, profile, row } from './test-data.ts'
import { fitText, wrapText } from './text.ts'
import { rankTicks, tickDecimals, ticksBetween, yearTicks } from './ticks.ts'
import { toChart } from './to-chart.ts'

const measure = (text: string, size: number) => text.length * size * 0.55
const options = { theme: 'light', width: 680, measure } as const

describe('the configuration of a chart', () => {
  it('has bars from 0, nulls kept, the needle on the row being read', () => {
    const { config } = toChart(rankingBars(list(), { ...OPTIONS, highlight: 'shanghai' }), options)
    expect(config.data.datasets[0]?.data).toEqual([4259.39, 2214, 904.95, null])
    expect(config.options?.scales?.['x']).toMatchObject({ min: 0, max: 4259.39, position: 'top' })
    const { data, needle } = PALETTES.light
    expect(config.data.datasets[0]?.backgroundColor).toEqual([data, needle, data, data])
  })

  it('fills printed marks and leaves sample marks hollow', () => {
    const spec = rankingBars(
      list([row({ name: 'A', share: 2 }), row({ name: 'B', share: 1, provenance: 'sample' })]),
      OPTIONS,
    )
    const { data, bg } = PALETTES.dark
    const { config } = toChart(spec, { ...options, theme: 'dark' })
    expect(config.data.datasets[0]?.backgroundColor).toEqual([data, bg])
  })

  it('writes fewer values on the axis of a narrow figure, so that none touches another', () => {
    const ticksAt = (width: number) => {
      const { config } = toChart(rankingBars(list(), OPTIONS), { ...options, width })
      const axis = { ticks: [] as { value: number }[] }
      ;(config.options?.scales?.['x'] as { afterBuildTicks(axis: unknown): void }).afterBuildTicks(axis)
      return axis.ticks.map(({ value }) => value)
    }
    expect(ticksAt(680)).toEqual([0, 1000, 2000, 3000, 4000])
    expect(ticksAt(260)).toEqual([0, 2000, 4000])
  })

  it('takes the hue of the subject', () => {
    const { config } = toChart(rankingBars(list(undefined, { subject: 'chemistry' }), OPTIONS), options)
    expect(config.data.datasets[0]?.backgroundColor).toContain(PALETTES.light.subjects.chemistry)
  })

  it('gives each scope a line of its own and dots the years between', () => {
    const spec = rankHistory(
      profile([point(2019, 9), point(2021, 8), point(2022, 6), point(2023, 5)]),
      OPTIONS,
    )
    const { config } = toChart(spec, options)
    expect(config.data.datasets.map(({ data }) => data)).toEqual([
      [
        { x: 2019, y: 9 },
        { x: 2021, y: 8 },
        { x: 2022, y: 6 },
      ],
      [{ x: 2023, y: 5 }],
    ])
    const segment = (
      config.data.datasets[0] as unknown as { segment: { borderDash(step: unknown): unknown } }
    ).segment
    const step = (from: number, to: number) => ({ p0: { parsed: { x: from } }, p1: { parsed: { x: to } } })
    expect(segment.borderDash(step(2019, 2021))).toEqual([1.5, 3])
    expect(segment.borderDash(step(2021, 2022))).toBeUndefined()
    expect(config.options?.scales?.['y']).toMatchObject({ reverse: true })
  })

  it('lets dots begin above 0 and holds the reference line', () => {
    const { config } = toChart(countPerShare(list(), OPTIONS), options)
    const x = config.options?.scales?.['x'] as { min: number; max: number }
    expect(x.min).toBeGreaterThan(2)
    expect(x.max).toBeGreaterThan(3.574)
  })
})

describe('the layout', () => {
  it('grows with the rows and with the lines of words, and scales as a whole', () => {
    const one = layoutFigure(rankingBars(list(), OPTIONS), options)
    const more = layoutFigure(rankingBars(list([...list().rows, ...list().rows]), OPTIONS), options)
    expect(more.height - one.height).toBe(4 * 20)
    const twice = layoutFigure(rankingBars(list(), OPTIONS), { ...options, width: 1360, scale: 2 })
    expect(Math.abs(twice.height - 2 * one.height)).toBeLessThanOrEqual(1)
    expect(layoutFigure(rankingBars(list(), OPTIONS), { ...options, words: false }).texts).toEqual([])
  })

  it('draws the whole smaller where the height leaves no room', () => {
    const many = rankingBars(
      list(Array.from({ length: 50 }, (_, i) => row({ name: `City ${i}`, share: 60 - i }))),
      {
        ...OPTIONS,
        top: 50,
      },
    )
    const low = layoutFigure(many, { ...options, height: 400 })
    expect(low.height).toBe(400)
    expect(low.scale).toBeLessThan(1)
    expect(low.rows?.rowHeight).toBeGreaterThan(11.5 * low.scale)
    expect(layoutFigure(many, { ...options, height: 1000 }).scale).toBe(1)
  })

  it('shortens the names of metropolitan areas where room is scarce, and says so', () => {
    const spec = rankingBars(list(), OPTIONS)
    expect(layoutFigure(spec, options).rows?.labels).toContain('London metropolitan area')
    const narrow = layoutFigure(spec, { ...options, width: 340 })
    expect(narrow.rows?.labels).toContain('London')
    expect(narrow.texts.map(({ text }) => text).join(' ')).toContain('Metropolitan areas stand under')
  })
})

describe('text', () => {
  const width = (text: string) => text.length
  it('breaks between words and between Chinese characters, never before a closing mark', () => {
    expect(wrapText('one two three', 7, width)).toEqual(['one two', 'three'])
    expect(wrapText('北京的份额，上海', 5, width)).toEqual(['北京的份', '额，上海'])
    expect(wrapText('', 10, width)).toEqual([])
    expect(fitText('Baltimore', 6, width)).toBe('Balti…')
  })
})

describe('ticks', () => {
  it('are round and at most five', () => {
    expect(ticksBetween(0, 4259.39)).toEqual([0, 1000, 2000, 3000, 4000])
    expect(ticksBetween(1.9, 3.7)).toEqual([2, 2.5, 3, 3.5])
    expect(ticksBetween(3, 3)).toEqual([3])
    expect(tickDecimals([2, 2.5])).toBe(1)
    expect(rankTicks(19)).toEqual([1, 5, 10, 15])
    expect(rankTicks(5)).toEqual([1, 2, 3, 4, 5])
    expect(yearTicks(2015, 2024, 5)).toEqual([2016, 2018, 2020, 2022, 2024])
    for (let max = 0.001; max < 1e6; max *= 1.7) expect(ticksBetween(0, max).length).toBeLessThanOrEqual(5)
  })
  it('end for every pair of ends: within them, ascending, no more than asked for', () => {
    const end = fc.double({ noNaN: true })
    const near = fc
      .tuple(end, fc.double({ min: -330, max: 300, noNaN: true }))
      .map(([from, e]) => [from, from + 10 ** e])
    const ends = fc.oneof(fc.tuple(end, end), near)
    fc.assert(
      fc.property(ends, fc.integer({ min: 1, max: 8 }), ([from = 0, to = 0], most) => {
        const ticks = ticksBetween(from, to, most)
        expect(ticks.length).toBeLessThanOrEqual(most)
        if (!(to > from) || !(to - from <= 1e290)) {
          expect(ticks).toEqual([from])
          return
        }
        const slack = (to - from) / 100
        for (const tick of ticks) expect(tick >= from - slack && tick <= to + slack).toBe(true)
        ticks.slice(1).forEach((tick, i) => expect(tick).toBeGreaterThan(ticks[i] as number))
      }),
    )
    expect(ticksBetween(0, 5e-324)).toEqual([0])
    expect(ticksBetween(0, 1e-280).length).toBeGreaterThan(2)
    expect(ticksBetween(0, Infinity)).toEqual([0])
    expect(ticksBetween(1e15, 1e15 + 1e7).length).toBeGreaterThan(2)
  })
})

describe('colours', () => {
  const css = readFileSync(new URL('../../renderer/src/styles/tokens.css', import.meta.url), 'utf8')
  const NAMES: Record<string, string> = {
    line2: 'line-2',
    line3: 'line-3',
    ink2: 'ink-2',
    ink3: 'ink-3',
    data2: 'data-2',
    data3: 'data-3',
    wash: 'needle-wash',
    needleText: 'needle-text',
    chemistry: 's-chem',
    'physical-sciences': 's-phys',
    'biological-sciences': 's-bio',
    'earth-environmental-sciences': 's-earth',
    'health-sciences': 's-health',
  }
  it.each(['light', 'dark'] as const)('are those of the screens in %s', (theme) => {
    const at = css.search(new RegExp(`\\[data-theme=['"]${theme}['"]\\]`))
    const block = css.slice(at, css.indexOf('}', at))
    const { subjects, subjectTexts, ...chrome } = PALETTES[theme]
    const texts = Object.entries(subjectTexts).map(([key, value]) => [`${NAMES[key]}-t`, value] as const)
    for (const [key, value] of [...Object.entries({ ...chrome, ...subjects }), ...texts]) {
      const token = new RegExp(`--${NAMES[key] ?? key}:\\s*(#[0-9a-f]{6})`, 'i').exec(block)?.[1]
      expect(value, key).toBe(token)
    }
  })
})
