import { describe, expect, it } from 'vitest'
import type { FigureKind, FigureOf } from '../../../../shared/contract/exports.ts'
import { figureRequest } from '../../../../shared/contract/figures.ts'
import { FIGURE_PRESET_NAMES, FIGURE_PRESETS } from '../../../../shared/domain/figure-presets.ts'
import type { FigurePresetName } from '../../../../shared/domain/figure-presets.ts'
import { barBox } from '../../../../shared/plates/chart-places.ts'
import type { ChartPart, GroupPart, Part, TablePart } from '../../../../shared/plates/parts.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import { plateFaults, textBoxes } from '../../../../shared/plates/test-plates.ts'
import { useMaps } from '../../../drawing/map/test-maps.ts'
import { makePlates } from './index.ts'
import type { PlateLook } from './maker.ts'
import { lookOf, measure } from './test-look.ts'

const { context } = useMaps()

async function made(asked: object, preset: FigurePresetName = 'slide-full', over: Partial<PlateLook> = {}) {
  const figure = figureRequest.parse(asked) as FigureOf<FigureKind>
  const { plates } = await makePlates(figure, lookOf(preset, over), context)
  return plates
}
const one = async (...asked: Parameters<typeof made>): Promise<Plate> => {
  const [plate] = await made(...asked)
  if (!plate) throw new Error('no plate')
  return plate
}
const partsOf = <K extends Part['kind']>({ parts }: Plate, kind: K) =>
  parts.filter((part): part is Extract<Part, { kind: K }> => part.kind === kind)
const chartOf = (plate: Plate): ChartPart => partsOf(plate, 'chart')[0] as ChartPart
const wordsIn = (table: TablePart | undefined) =>
  (table?.rows ?? []).map(({ cells }) => cells.map(({ runs }) => runs.map(({ text }) => text).join('')))
const texts = (plate: Plate) => textBoxes(plate, measure).map(({ text }) => text)

const BODY = `One paragraph. ${'Words that follow it, and more of them. '.repeat(60)}\nAnother.\n\nA last one.`
const KINDS: object[] = [
  { of: 'count-per-share', input: {}, top: 20, highlight: 'tokyo-metropolitan-area' },
  { of: 'count-per-share', input: { dataset: 'sample' }, top: 46 },
  { of: 'rank-history', input: { city: 'Nanjing' } },
  { of: 'rank-history', input: { dataset: 'sample', city: 'Beijing' } },
  { of: 'pairs', input: {}, top: 20 },
  { of: 'pairs', input: { dataset: 'sample' }, top: 50 },
  { of: 'pairs', input: { dataset: 'sample', between: 'cities', city: 'Nanjing' }, top: 15 },
  { of: 'finding', input: {} },
  { of: 'finding', input: { dataset: 'sample' }, highlight: 'nanjing' },
  { of: 'cover', input: { city: 'Beijing' } },
  { of: 'cover', input: { dataset: 'sample', city: 'Tokyo' } },
  { of: 'table', table: { of: 'rankings', input: {} }, highlight: 'nanjing' },
  { of: 'table', table: { of: 'collaborations', input: {} } },
  { of: 'table', table: { of: 'city', input: { city: 'Beijing' } } },
  { of: 'table', table: { of: 'rising', input: { dataset: 'sample' } } },
  { of: 'method' },
  { of: 'method', dataset: 'sample' },
  { of: 'text', body: { en: BODY, zh: '' } },
]

describe.each(FIGURE_PRESET_NAMES)('on %s', (preset) => {
  it.each(KINDS)('%j has no text too small, none over another, none outside', async (asked) => {
    for (const language of ['en', 'zh'] as const)
      for (const plate of await made(asked, preset, {
        language,
        theme: language === 'zh' ? 'dark' : 'light',
        date: '2026-11-29',
      })) {
        expect(plateFaults(plate, measure, FIGURE_PRESETS[preset].type), language).toEqual([])
        expect(plate.description, language).not.toMatch(/plates\.\w|undefined|\{\w+\}/)
        expect(texts(plate).join('\n'), language).not.toMatch(/plates\.\w|figures\.\w|undefined|NaN|\{\w+\}/)
      }
  })
})

describe('Count ÷ Share as dots', () => {
  it('compares the chosen city with the median of all, which is a line', async () => {
    const plate = await one({ of: 'count-per-share', input: {}, highlight: 'tokyo-metropolitan-area' })
    expect(plate.title).toBe('Tokyo has 2.54 articles for each unit of Share, below the median of 3.14')
    const chart = chartOf(plate)
    expect(chart).toMatchObject({ type: 'xy', value: { min: 0, max: 20 } })
    expect(chart.sheet.rows[0]).toEqual(['Beijing', expect.closeTo(2.1552, 4), 19.5])
    expect(partsOf(plate, 'line').filter(({ dash }) => dash === 'dash')).toHaveLength(1)
    expect(
      plate.numbers.filter(({ label }) => label.includes('÷')).every(({ of }) => of === 'computed'),
    ).toBe(true)
  })
})

describe('ranks by year', () => {
  it('have the first on top, a column each scope, and a hatched gap between them', async () => {
    const plate = await one({ of: 'rank-history', input: { city: 'Nanjing' } })
    const chart = chartOf(plate)
    expect(plate.title).toBe('Nanjing rose from 19 in 2015 to 6 in 2022 (natural sciences, 82 journals)')
    expect(chart.value.reversed).toBe(true)
    expect(chart.sheet.head).toEqual(['Year', '82 journals', '145 journals'])
    expect(chart.sheet.rows.filter(([, a, b]) => a !== null && b !== null)).toEqual([])
    expect(chart.sheet.rows).toContainEqual([2022, 6, null])
    expect(chart.sheet.rows).toContainEqual([2023, null, 5])
    expect(partsOf(plate, 'rect').filter(({ hatched }) => hatched)).toHaveLength(1)
    expect(plate.numbers.every(({ of }) => of === 'printed')).toBe(true)
  })
})

describe('pairs', () => {
  it('of an edition stand under their cities; one without a number is not published', async () => {
    const plates = await made({ of: 'pairs', input: {} })
    const rows = plates.flatMap((plate) =>
      partsOf(plate, 'table').flatMap((table) => wordsIn(table).slice(1)),
    )
    expect(rows[0]).toEqual(['', 'Beijing, chemistry', ''])
    expect(rows[1]?.slice(1, 3)).toEqual([
      'Peking University – Institute of Chemistry, Chinese Academy of Sciences',
      'n.p.',
    ])
    const placed = rows.map(([place]) => place).filter((place) => place !== '')
    expect(placed).toEqual(Array.from({ length: 19 }, (_, i) => String(i + 1)))
    // No head stays behind at the end of a page.
    for (const plate of plates)
      for (const table of partsOf(plate, 'table')) expect(wordsIn(table).at(-1)).toHaveLength(4)
  })

  it('of a city are its partners, by score', async () => {
    const plate = await one({
      of: 'pairs',
      input: { dataset: 'sample', between: 'cities', city: 'Nanjing' },
      top: 12,
    })
    expect(plate.title).toMatch(/^The closest partner of Nanjing is .+, with a score of [\d.]+$/)
    const scores = chartOf(plate).sheet.rows.map(([, score]) => Number(score))
    expect(scores).toHaveLength(12)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(chartOf(plate).sheet.rows.map(([name]) => name)).not.toContain('Nanjing')
  })
})

describe('a finding', () => {
  it('is the leading city against the next, and the next two together', async () => {
    const plate = await one({ of: 'finding', input: {} })
    expect(plate.title).toBe('Beijing’s Share is 1.92 times that of Shanghai, the next city')
    // One text in any face: the sign follows the number, on its baseline.
    const numbers = plate.parts.filter((part) => part.kind === 'text' && part.role === 'number')
    expect(numbers).toMatchObject([{ lines: [[{ text: '1.92' }, { text: '×' }]] }])
    expect(texts(plate).join(' ')).toContain(
      'Beijing’s 4,259.39 is 98.6 % of the Share of the next two together, Shanghai and New York: 4,321.48.',
    )
    expect(texts(plate)).toContain('+2,045.39')
    const [longer, shorter] = [4259.39, 2214].map((value, row) => barBox(chartOf(plate), row, 0, value))
    // As drawn: 1440 and 748.5 units.
    expect(longer?.width).toBeCloseTo(864, 6)
    expect(shorter?.width).toBeCloseTo(748.5 * 0.6, 0)
    expect(plate.numbers.map(({ of }) => of)).toContain('computed')
  })

  it('is another city as a part of the one before it', async () => {
    const plate = await one({ of: 'finding', input: {}, highlight: 'nanjing' })
    expect(plate.title).toBe('Nanjing’s Share is 76.3 % of that of Boston, the city before')
    expect(plate.fileStem).toBe('nanjing-finding-2023')
    const level = await one({ of: 'finding', input: {}, highlight: 'nanjing' }, 'slide-full', {
      arrow: 'below',
    })
    expect(level.title).toBe('Nanjing is 6.67 ahead of San Francisco Bay')
  })
})

describe('a cover', () => {
  it('has five readouts above the Shares of all cities', async () => {
    const plate = await one({ of: 'cover', input: { city: 'Beijing' } }, 'slide-full', { date: '2026-11-29' })
    expect(texts(plate)).toEqual(
      expect.arrayContaining([
        'Beijing',
        '4,259.39',
        '9,180',
        '2.16',
        '18.4 %',
        'of 100',
        '29 November 2026',
      ]),
    )
    const columns = partsOf(plate, 'group').find(({ name }) => name === 'Shares of the ranking') as GroupPart
    expect(columns.parts).toHaveLength(100)
    expect(columns.parts.filter((part) => part.kind === 'rect' && part.fill === 'needle')).toHaveLength(1)
  })
})

describe('a table', () => {
  it('has ten rows a slide, and says how many there are', async () => {
    const plates = await made({ of: 'table', table: { of: 'rankings', input: {} }, highlight: 'nanjing' })
    expect(plates).toHaveLength(10)
    expect(plates[0]?.title).toBe('The first 10 of 100 cities hold 36.8 % of the Share of all (1 of 10)')
    expect(plates[1]?.subtitle).toBe('Rows 11 to 20 of 100; all subjects, 2023')
    const [head, ...rows] = wordsIn(partsOf(plates[0] as Plate, 'table')[0])
    expect(head).toEqual([
      'Rank',
      'City',
      'Country or region',
      'Share',
      'Count',
      'Count ÷ Share',
      '% of region’s Share',
    ])
    expect(rows[0]).toEqual(['1', 'Beijing', 'Chinese mainland', '4,259.39', '9,180', '2.16', '18.4'])
    const ranks = plates
      .flatMap((plate) => wordsIn(partsOf(plate, 'table')[0]).slice(1))
      .map(([rank]) => rank)
    expect(ranks).toEqual(Array.from({ length: 100 }, (_, i) => String(i + 1)))
    expect(plates[0]?.source).toContain(
      'Columns left out where they find no room: Share per million inhabitants.',
    )
  })

  it('leaves no last row to a slide of its own, and its heading counts its rows', async () => {
    const ten = { of: 'rankings', input: { dataset: 'sample', limit: 10 } }
    const [plate, ...more] = await made({ of: 'table', table: ten })
    expect(more).toEqual([])
    expect(plate?.title).toBe('Ten cities by Share, 2023')
    // Its columns left out take a second line of the source.
    expect(plate?.frame.height).toBeLessThan(370)
    const chinese = await one({ of: 'table', table: ten }, 'slide-full', { language: 'zh' })
    expect(chinese.title).toBe('2023 年按份额排列的 10 座城市')
    expect(chinese.subtitle).toMatch(/2023 年$/)
  })

  it('that is longer than anybody would read says that it is cut', async () => {
    const plates = await made({
      of: 'table',
      table: { of: 'rankings', input: { dataset: 'sample', by: 'institution' } },
    })
    expect(plates).toHaveLength(12)
    expect(plates.at(-1)?.warnings).toContain('rows-cut')
    expect(plates[0]?.subtitle).toMatch(/^Rows 1 to (9|10) of [\d,]{3,}/)
  })
})

describe('pages of words', () => {
  it('the method cites the dataset as the clipboard does', async () => {
    const plate = await one({ of: 'method' })
    expect(plate.description).toContain('Nature Index. (2024). Science Cities 2024')
    expect(plate.description).toContain('[DS]')
  })

  it('a long text goes over pages, and no word of it is lost', async () => {
    const plates = await made({ of: 'text', body: { en: BODY, zh: '' } }, 'slide-half')
    expect(plates.length).toBeGreaterThan(1)
    const said = plates.flatMap((plate) =>
      plate.parts.flatMap((part) => (part.kind === 'text' && part.role === 'body' ? part.lines.flat() : [])),
    )
    const words = said.map(({ text }) => text).join(' ')
    expect(words.split(/\s+/)).toEqual(BODY.trim().split(/\s+/))
  })

  it('takes the reader’s own title', async () => {
    const plate = await one({ of: 'text', body: { en: 'Words', zh: '' } }, 'slide-full', {
      title: 'Mine',
      subtitle: 'Sub',
    })
    expect([plate.title, plate.subtitle]).toEqual(['Mine', 'Sub'])
  })
})
