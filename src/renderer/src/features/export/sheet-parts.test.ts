import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableRequest } from '../../../../shared/contract/figures.ts'
import { FIGURE_PRESETS, POINTS_PER_MM } from '../../../../shared/domain/figure-presets.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { PALETTES } from '../../../../shared/figures/palette.ts'
import type { FigureOffer, TableOffer } from '../../stores/useExport.ts'
import { addressOf } from './address.ts'
import { htmlTable, plainTable, readCsv } from './clipboard.ts'
import { kindOf, nameOfFigure } from './figure-kinds.ts'
import { lookOf, readPresets, withPreset } from './own-presets.ts'
import { markOf } from './preset-marks.ts'
import { readRows } from './rows.ts'
import { firstLook, graphFormats } from './sheet-form.ts'
import { graphInput, tableInput, uncut } from './sheet-request.ts'
import { scaleIn, sheetOf, ticksOf, wholePage, zoomOf } from './stage.ts'
import { axisOf, placeOf, wordsApart } from './text-axis.ts'
import { lightness, matrixOf, readsInGrey } from './vision.ts'

const drawing = {
  network: { of: 'institutions', input: { dataset: 'sample', city: 'beijing' } },
  pins: [{ id: 'I1', x: 10, y: 20 }],
  hidden: ['I2'],
  seed: 7,
} as const
const NETWORK = { of: 'network', drawing, colour: 'sector' } as unknown as FigureOffer
const BARS: FigureOffer = { of: 'ranking-bars', input: { dataset: 'sample' } }
const ALONG = { language: 'en', date: '2026-01-01', view: '/' } as const
const rowsOf = (figure: unknown) => kindOf(figure as FigureOffer).rows(figure as never)

describe('figures that are networks', () => {
  it('come as graphs, with pins, hidden nodes and seed as they are seen', () => {
    expect(graphFormats(BARS)).toEqual([])
    expect(graphFormats(NETWORK)).toEqual(['graphml', 'gexf', 'vosviewer', 'json'])
    expect(graphInput(NETWORK, 'gexf', ALONG)).toEqual({
      drawing,
      format: 'gexf',
      colour: 'sector',
      ...ALONG,
    })
    expect(graphInput({ ...NETWORK, colour: 'none' } as FigureOffer, 'gexf', ALONG)?.colour).toBe('cluster')
    expect(graphInput(NETWORK, 'png', ALONG)).toBeNull()
    expect(graphInput(BARS, 'gexf', ALONG)).toBeNull()
  })

  it('cite the rows that they draw', () => {
    expect(rowsOf(BARS)).toEqual({ of: 'rankings', input: { dataset: 'sample' } })
    expect(rowsOf(NETWORK)).toEqual({ of: 'network', part: 'nodes', drawing })
    const panels = [{ of: 'cities', input: { from: 2019, to: 2019 } }]
    const years = { of: 'network-multiples', drawing: { panels, base: { from: 2019, to: 2023 }, seed: 2 } }
    expect(rowsOf(years)).toMatchObject({
      drawing: { seed: 2, network: { of: 'cities', input: { from: 2019, to: 2023 } } },
    })
    expect(rowsOf({ of: 'network-multiples', drawing: { panels } })).toBeNull()
  })
})

describe('the name of a figure', () => {
  const t = (key: string, values = {}) => translate('en', key, values)
  it('says whom it is about by name, not by id', () => {
    const series: FigureOffer = { of: 'city-series', input: { dataset: 'sample', city: 'beijing' } }
    expect(nameOfFigure(t, series, 'Beijing')).toBe('Share by subject: Beijing')
    expect(nameOfFigure(t, series, null)).toBe('Share by subject: beijing')
    const own: FigureOffer = { of: 'institution-profile', input: { dataset: 'sample', institution: 'I1' } }
    expect(nameOfFigure(t, own, 'Peking Test University')).toBe('Subject profile: Peking Test University')
    const ranks: FigureOffer = { of: 'rank-history', input: { dataset: 'sample', city: 'beijing' } }
    expect(nameOfFigure(t, ranks, '北京')).toBe('Rank by year: 北京')
    expect(nameOfFigure(t, BARS, 'Beijing')).toBe('Bars of Share')
  })
})

describe('the stage', () => {
  const cm = (points: number) => points / POINTS_PER_MM / 10
  it('puts a slide on itself, half a figure on its slide, a page’s figure between the margins', () => {
    const { width, height } = FIGURE_PRESETS['slide-full']
    expect(sheetOf(wholePage(width, height), 'slide-full')).toMatchObject({ width, height, isCut: false })
    const half = FIGURE_PRESETS['slide-half']
    const on = sheetOf({ ...wholePage(half.width, half.height), on: half.on }, 'slide-half')
    expect(on).toMatchObject({ width: 960, height: 540, picture: { x: 490.8, y: 104.4 } })
    const page = FIGURE_PRESETS['a4-page']
    const sheet = sheetOf(wholePage(page.width, page.height), 'a4-page')
    expect(cm(sheet.width)).toBeCloseTo(21, 6)
    expect(cm(sheet.picture.x)).toBeCloseTo(1.8, 6)
    expect(sheet.isCut).toBe(true)
  })

  it('fits the room, and says how large that is', () => {
    expect(zoomOf(scaleIn({ width: 960, height: 540 }, { width: 800, height: 450 }))).toBeCloseTo(0.625, 6)
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 2000 }),
        fc.integer({ min: 100, max: 2000 }),
        (width, height) => {
          const scale = scaleIn({ width: 960, height: 540 }, { width, height })
          expect(960 * scale).toBeLessThanOrEqual(width + 1e-6)
          expect(540 * scale).toBeLessThanOrEqual(height + 1e-6)
        },
      ),
    )
  })

  it('counts centimetres, every fifth said', () => {
    const ticks = ticksOf(960, 800 / 960, 'cm')
    expect(ticks).toHaveLength(34)
    expect(ticks.filter(({ text }) => text !== null).map(({ text }) => text)).toEqual(
      [0, 5, 10, 15, 20, 25, 30].map(String),
    )
    expect(ticksOf(1200, 0.5, 'px')[1]!.at).toBeCloseTo(18.75, 6)
  })

  it('draws every preset in small within its bounds', () => {
    for (const preset of [
      'slide-full',
      'slide-half',
      'slide-4x3',
      'a4-column',
      'a4-page',
      'a3',
      'poster',
      'own',
    ] as const) {
      const { page, figure, height } = markOf(preset)
      expect(page.width).toBeLessThanOrEqual(40)
      expect(height).toBeLessThanOrEqual(30)
      expect(figure.x + figure.width).toBeLessThanOrEqual(page.x + page.width + 0.2)
      expect(figure.y + figure.height).toBeLessThanOrEqual(page.height + 0.2)
    }
  })
})

describe('the axis of text sizes', () => {
  it('starts under the least that may be and reaches poster type', () => {
    const slide = [
      { role: 'source', points: 10.5 },
      { role: 'title', points: 26 },
    ] as const
    const axis = axisOf(FIGURE_PRESETS['slide-full'].type, [...slide])
    expect(axis).toEqual({ from: 8, to: 28, ticks: [8, 12, 16, 20, 24, 28] })
    expect(placeOf(8, axis)).toBe(10)
    expect(placeOf(150, axis)).toBe(570)
    expect(axisOf(FIGURE_PRESETS['a4-column'].type, []).from).toBe(4)
  })

  it('keeps words apart and on the axis', () => {
    const sizes = fc.array(fc.integer({ min: 10, max: 570 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(sizes, (places) => {
        const marks = places.toSorted((a, b) => a - b).map((x) => ({ x, text: 'source 10.5' }))
        const placed = wordsApart(marks, () => 60)
        for (const [i, { at }] of placed.entries()) {
          expect(at).toBeLessThanOrEqual(596 - 30)
          if (i > 0) expect(at - placed[i - 1]!.at).toBeGreaterThanOrEqual(60)
        }
      }),
    )
  })
})

describe('colours', () => {
  it('tell apart in grey where their lightness differs', () => {
    const { data, needle, subjects } = PALETTES.light
    expect(lightness([255, 255, 255])).toBeCloseTo(100, 3)
    expect(lightness([0, 0, 0])).toBe(0)
    expect(readsInGrey([data, needle, '#ffffff'])).toBe(true)
    expect(readsInGrey(Object.values(subjects))).toBe(false)
  })

  it('stay what they are where nothing is coloured', () => {
    for (const vision of ['protan', 'deutan', 'tritan', 'grey'] as const) {
      const values = matrixOf(vision).split(' ').map(Number)
      expect(values).toHaveLength(20)
      for (const row of [0, 5, 10]) {
        expect(values.slice(row, row + 3).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5)
      }
    }
  })
})

describe('the clipboard', () => {
  it('has the cells of the file, quotes, commas and breaks in them', () => {
    expect(readCsv('a,b\r\n"x, ""y""",1.5\r\n"two\nlines",\r\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', '1.5'],
      ['two\nlines', ''],
    ])
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', '北') })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1 }), (rows) => {
        const quoted = rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
        expect(readCsv(`${quoted.join('\r\n')}\r\n`)).toEqual(rows)
      }),
    )
  })

  it('holds a table with a head, numbers at the right, and no markup of the data', () => {
    const rows = [
      ['City', 'Share'],
      ['<b>Xi’an</b>', '664.09'],
    ]
    expect(htmlTable(rows, 'A & B')).toBe(
      '<table><caption>A &amp; B</caption><thead><tr><th>City</th><th>Share</th></tr></thead><tbody>' +
        '<tr><td>&lt;b&gt;Xi’an&lt;/b&gt;</td><td align="right">664.09</td></tr></tbody></table>',
    )
    expect(plainTable([['a\tb', '1']])).toBe('a b\t1')
  })
})

describe('what is kept and told', () => {
  it('presets of one’s own, also where an older version kept other things', () => {
    const look = { ...firstLook('en'), preset: 'poster' as const, width: 600 }
    const kept = withPreset(withPreset([], ' Hall ', look), 'Hall', { ...look, dpi: 72 })
    expect(readPresets(JSON.stringify(kept))).toEqual([{ name: 'Hall', look: lookOf({ ...look, dpi: 72 }) }])
    expect(readPresets('[{"name":"Old","look":{"dpi":"many","theme":"dark"}},{"no":1}]')).toEqual([
      { name: 'Old', look: { ...firstLook('en'), theme: 'dark' } },
    ])
    expect(readPresets('not json')).toEqual([])
    expect(withPreset([], '  ', look)).toEqual([])
  })

  it('rows that can be pointed at: cities once, pairs by both ends', () => {
    const rows = [
      { id: 'tokyo', name: 'Tokyo', nameZh: '东京', rank: 1 },
      { a: 'I1', b: 'I2', aName: 'One', bName: 'Two', aNameZh: null, bNameZh: '二' },
      { value: 3 },
    ]
    const read = readRows(new TextEncoder().encode(JSON.stringify({ rows, shown: { rows: [3, 9] } })))
    expect(read.rows).toEqual([
      { id: 'tokyo', name: 'Tokyo', nameZh: '东京', rank: 1 },
      { id: 'I1~I2', name: 'One – Two', nameZh: 'One – 二', rank: null },
    ])
    expect([read.count, read.of]).toEqual([3, 9])
  })

  it('the address of the view, without what lies open over it', () => {
    expect(addressOf({ path: '/rising', query: { from: '2021', why: 'x', theme: 'dark' } })).toBe(
      '/rising?from=2021',
    )
    expect(addressOf({ path: '/', query: {} })).toBe('/')
  })
})

describe('a list that is cut', () => {
  const form = { part: 'nodes', tableFormat: 'csv', separator: '', decimal: '' } as const
  const along = { date: '2026-01-02', view: '/' }

  it('is written whole from its first row, or as it is seen', () => {
    const table: TableOffer = { of: 'rankings', input: { by: 'institution', offset: 40, limit: 20 } }
    const all = tableInput(table, { ...form, allRows: true }, 'en', along)
    expect(all.table).toEqual({ of: 'rankings', input: { by: 'institution', offset: 0, limit: 'all' } })
    expect(tableInput(table, { ...form, allRows: false }, 'en', along).table).toEqual(table)
  })

  it('takes what the contract takes, of every kind', () => {
    const input = { dataset: 'sample' }
    const tables: TableOffer[] = [
      { of: 'rankings', input },
      { of: 'rising', input },
      { of: 'collaborations', input },
      { of: 'institutions', input },
      { of: 'derivation', input: { ...input, kind: 'city', id: 'beijing' } },
      { of: 'city', input: { ...input, city: 'beijing' } },
      { of: 'compare', input: { ...input, cities: ['beijing', 'shanghai'] } },
    ]
    for (const table of tables) expect(tableRequest.safeParse(uncut(table)).success, table.of).toBe(true)
  })
})
