import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FigureOf } from '../../../../shared/contract/exports.ts'
import { figureRequest } from '../../../../shared/contract/figures.ts'
import type { FigurePresetName } from '../../../../shared/domain/figure-presets.ts'
import { FIGURE_PRESET_NAMES, FIGURE_PRESETS } from '../../../../shared/domain/figure-presets.ts'
import { barBox, numberAt } from '../../../../shared/plates/chart-places.ts'
import type { ChartPart, GroupPart, Part, TablePart } from '../../../../shared/plates/parts.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import { plateFaults } from '../../../../shared/plates/test-plates.ts'
import { useMaps } from '../../../drawing/map/test-maps.ts'
import type { MadePlates, PlateLook } from './maker.ts'
import { rankingPlates } from './ranking.ts'
import { lookOf, measure } from './test-look.ts'

const { context } = useMaps()
type Asked = { top?: number; highlight?: string; input?: object }
const figureOf = ({ input = {}, ...rest }: Asked) =>
  figureRequest.parse({ of: 'ranking-bars', input, ...rest }) as FigureOf<'ranking-bars'>
const made = (asked: Asked, preset: FigurePresetName = 'slide-full', over: Partial<PlateLook> = {}) =>
  (rankingPlates(figureOf(asked), lookOf(preset, over), context) as MadePlates).plates
const one = (...asked: Parameters<typeof made>): Plate => {
  const [plate] = made(...asked)
  if (!plate) throw new Error('no plate')
  return plate
}
const partsOf = <K extends Part['kind']>({ parts }: Plate, kind: K) =>
  parts.filter((part): part is Extract<Part, { kind: K }> => part.kind === kind)
const tableOf = (plate: Plate): TablePart => partsOf(plate, 'table')[0] as TablePart
const chartOf = (plate: Plate): ChartPart => partsOf(plate, 'chart')[0] as ChartPart
const wordsIn = (table: TablePart) =>
  table.rows.map(({ cells }) => cells.map(({ runs }) => runs.map(({ text }) => text).join('')))

const arrowOf = (plate: Plate) =>
  partsOf(plate, 'group')
    .filter(({ name }) => name.startsWith('Difference'))
    .flatMap(({ parts }: GroupPart) => parts)
const arrowWords = (plate: Plate) =>
  arrowOf(plate).flatMap((part) => (part.kind === 'text' ? part.lines.flat().map(({ text }) => text) : []))

describe('a ranking as printed', () => {
  it('says the finding, the numbers and where they are from', () => {
    const plate = one({ highlight: 'nanjing' })
    expect(plate).toMatchObject({
      kind: 'ranking-bars',
      title: 'Nanjing is fifth, 488.45 behind Boston',
      subtitle: 'Share in 2023, 20 of 100 cities; all subjects, natural and health sciences, 145 journals',
      source:
        'Source: Nature Index, Science Cities 2024 (CC BY-NC-SA 4.0), as printed. A metropolitan area bears the name of its city.',
      alt: 'Bar chart. Nanjing is fifth, 488.45 behind Boston. Share, 20 of 100 cities, 2023. Beijing 4,259.39, Nanjing 1,570.80, Xi’an 664.09. Printed.',
      fileStem: 'nanjing-ranking-2023',
      measures: ['share'],
      page: 1,
      warnings: [],
      labels: { drawn: 20, of: 20 },
    })
    expect(wordsIn(tableOf(plate)).slice(0, 3)).toEqual([
      ['#', 'City', 'Share', ''],
      ['1', 'Beijing', '4,259.39', ''],
      ['2', 'Shanghai', '2,214.00', ''],
    ])
    expect(plate.numbers).toContainEqual({
      label: 'Beijing, Share, 2023',
      value: 4259.39,
      decimals: 2,
      of: 'printed',
    })
    const gap = plate.numbers.find(({ label }) => label.startsWith('Nanjing and Boston, difference of Share'))
    expect(gap).toMatchObject({ of: 'computed', decimals: 2 })
    expect(gap?.value).toBeCloseTo(488.45, 6)
    expect(plate.numbers).toHaveLength(42)
    expect(arrowWords(plate)).toEqual(['488.45 behind Boston (23.7 %)'])
  })

  it('says the same in Chinese', () => {
    const plate = one({ highlight: 'nanjing' }, 'slide-full', { language: 'zh', theme: 'dark' })
    expect(plate.title).toBe('南京居第五，比波士顿少 488.45')
    expect(plate.subtitle).toBe('2023 年份额，100 座城市中的 20 座；全部学科，自然科学与健康科学，145 种期刊')
    expect(plate.alt.length).toBeLessThan(300)
  })

  it.each([
    [{}, 'Beijing’s Share is 1.92 times Shanghai’s'],
    [{ highlight: 'beijing' }, 'Beijing is first, 2,045.39 ahead of Shanghai'],
    [{ highlight: 'zurich', top: 12 }, 'Zurich is 25th, 8.26 behind Philadelphia'],
    [{ highlight: 'nanjing', input: { region: 'CN' } }, 'Nanjing is 643.20 behind Shanghai'],
    [{ input: { sort: 'count' } }, 'Beijing’s Count is 1.53 times New York’s'],
    [{ input: { sort: 'name' } }, 'Share of 20 cities, 2023'],
    [{ highlight: 'wuhan', input: { subject: 'chemistry' } }, 'Wuhan is fourth'],
  ])('of %j says "%s"', (asked, title) => {
    expect(one(asked).title).toBe(title)
  })

  it('puts a row outside the leading ones after a gap, with its true rank', () => {
    const plate = one({ highlight: 'zurich', top: 12 })
    expect(wordsIn(tableOf(plate)).slice(-3)).toEqual([
      ['12', 'Seoul', '939.36', ''],
      ['…', '12 cities not drawn', ''],
      ['25', 'Zurich', '556.44', ''],
    ])
    expect(chartOf(plate).sheet.rows.slice(-2)).toEqual([
      ['', null],
      ['Zurich', 556.44],
    ])
  })

  it('hatches what was not published, and draws no bar for it', () => {
    const plate = one({ input: { subject: 'chemistry' } })
    const absent = chartOf(plate).sheet.rows.filter(([, value]) => value === null).length
    expect(absent).toBe(18)
    expect(partsOf(plate, 'rect').filter(({ hatched }) => hatched)).toHaveLength(absent)
    expect(wordsIn(tableOf(plate))[3]?.[2]).toBe('n.p.')
  })

  it('marks the synthetic sample, whose bars are hollow', () => {
    const plate = one({ input: { dataset: 'sample', by: 'institution' } })
    expect(partsOf(plate, 'group').map(({ name }) => name)).toContain('Synthetic sample')
    expect(chartOf(plate).series[0]?.points?.[0]?.hollow).toBe(true)
    expect(plate.subtitle).toMatch(/^Share in 2023, 20 of [\d,]+ institutions; all subjects/)
    expect(plate.numbers.every(({ of }) => of === 'sample')).toBe(true)
  })
})

describe('arrows', () => {
  it.each([
    ['new-york-metropolitan-area', '106.52 behind Shanghai (4.8 %)', 'slide-full', 20],
    ['nanjing', '−488.45', 'slide-half', 15],
    ['beijing', '2,045.39 ahead of Shanghai (92.4 %)', 'slide-full', 20],
  ] as const)('of %s: "%s" on %s', (highlight, words, preset, top) => {
    expect(arrowWords(one({ highlight, top }, preset))).toEqual([words])
  })

  it('is a bracket under 15.6 pt, and none under 3.6 pt', () => {
    const lines = (highlight: string) => arrowOf(one({ highlight })).filter(({ kind }) => kind === 'line')
    expect(lines('nanjing')).toHaveLength(2)
    expect(lines('nanjing')).toContainEqual(expect.objectContaining({ arrow: true }))
    expect(lines('new-york-metropolitan-area')).toHaveLength(3)
    expect(lines('hangzhou')).toHaveLength(0)
  })

  it('may point below, or be left out', () => {
    expect(arrowWords(one({ highlight: 'nanjing' }, 'slide-full', { arrow: 'below' }))).toEqual([
      '6.67 ahead of San Francisco Bay (0.4 %)',
    ])
    expect(arrowWords(one({ highlight: 'nanjing' }, 'slide-full', { arrow: 'none' }))).toEqual([])
  })
})

describe('the layout', () => {
  const mockup = resolve('../shared/design/mockups/slides/02-ranking.html')
  it.skipIf(!existsSync(mockup))(
    'stands where the drawing has it, within 0.5 pt (skipped: no ../shared)',
    () => {
      const plate = one({ highlight: 'nanjing' })
      const chart = chartOf(plate)
      const html = readFileSync(mockup, 'utf8')
      const bars = [...html.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="18.1"/g)]
      const drawn = bars.map(([, ...numbers]) => numbers.map((number) => Number(number) * 0.6))
      expect(drawn).toHaveLength(20)
      drawn.forEach(([x = 0, y = 0, width = 0], row) => {
        const box = barBox(chart, row, 0, numberAt(chart, row, 1) ?? 0)
        expect(Math.abs(box.x - x), `start of row ${row + 1}`).toBeLessThan(0.2)
        expect(Math.abs(box.x + box.width - x - width), `end of row ${row + 1}`).toBeLessThan(0.2)
        expect(Math.abs(box.y - y), `top of row ${row + 1}`).toBeLessThan(0.5)
      })
    },
  )

  it.each(FIGURE_PRESET_NAMES)('on %s has no text too small, none over another, none outside', (preset) => {
    for (const language of ['en', 'zh'] as const)
      for (const top of [3, 20, 46, 50])
        for (const asked of [
          { top, highlight: 'nanjing' },
          { top, highlight: 'zurich', input: { dataset: 'sample' } },
        ])
          for (const plate of made(asked, preset, { language, theme: language === 'zh' ? 'dark' : 'light' }))
            expect(plateFaults(plate, measure, FIGURE_PRESETS[preset].type), `${top} ${language}`).toEqual([])
  })

  it('takes up to 23 rows in a column, 46 in two, and more on a second slide', () => {
    const columns = (top: number) =>
      made({ top }).map((plate) => partsOf(plate, 'table').map(({ rows }) => rows.length - 1))
    expect(columns(23)).toEqual([[23]])
    expect(columns(24)).toEqual([[12, 12]])
    expect(columns(46)).toEqual([[23, 23]])
    expect(columns(50)).toEqual([[23, 23], [4]])
  })

  it('gives every asked row exactly once, on rows of one height, with the chosen one among them', () => {
    const ids = context
      .open('science-cities-2024')
      .db.prepare('SELECT city_id FROM cities')
      .pluck()
      .all() as string[]
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 50 }),
        fc.option(fc.constantFrom(...ids)),
        fc.constantFrom(...FIGURE_PRESET_NAMES),
        (top, highlight, preset) => {
          const plates = made({ top, ...(highlight === null ? {} : { highlight }) }, preset)
          const rows = plates.flatMap((plate) =>
            partsOf(plate, 'table').flatMap((table) => wordsIn(table).slice(1)),
          )
          const ranks = rows.map(([rank]) => rank).filter((rank) => rank !== '…')
          const outside = ranks.length - top
          expect(ranks.slice(0, top)).toEqual(Array.from({ length: top }, (_, i) => String(i + 1)))
          expect([0, 1]).toContain(outside)
          const chosen = plates
            .flatMap((plate) => partsOf(plate, 'table'))
            .flatMap((table) => table.rows.filter(({ cells }) => cells[1]?.tone === 'needleText'))
          expect(chosen).toHaveLength(highlight === null ? 0 : 1)
          for (const plate of plates) {
            partsOf(plate, 'table').forEach((table, i) => {
              const { plot, sheet } = partsOf(plate, 'chart')[i] as ChartPart
              const [head, ...body] = table.rows
              expect(sheet.rows).toHaveLength(body.length)
              expect(table.y + (head?.height ?? 0)).toBeCloseTo(plot.y, 6)
              for (const { height } of body) expect(height).toBeCloseTo(plot.height / body.length, 6)
            })
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
