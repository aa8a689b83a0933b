import { describe, expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../../../tests/support/trial-index.ts'
import { FIGURE_PRESETS } from '../../../../shared/domain/figure-presets.ts'
import type { ChartPart, Part, TablePart } from '../../../../shared/plates/parts.ts'
import { xOf } from '../../../../shared/plates/chart-places.ts'
import { figureRequest } from '../../../../shared/contract/figures.ts'
import { risingPlates } from './rising.ts'

const { call, queries } = useTrialIndex()
const near = (value: number) => expect.closeTo(value, 9) as number

const look = {
  language: 'en',
  title: undefined,
  subtitle: undefined,
  theme: 'light',
  transparent: false,
  arrow: 'none',
  include: { source: true, page: true, legend: true, labels: true, notes: true, table: false },
  page: 1,
  alt: undefined,
  preset: FIGURE_PRESETS['slide-full'],
  measure: (text: string, size: number) => text.length * size * 0.6,
} as const

async function plates(asked: object, more: Partial<typeof look> = {}) {
  const figure = figureRequest.parse({ of: 'rising', ...asked })
  if (figure.of !== 'rising') throw new Error('not rising')
  return (await risingPlates(figure, { ...look, ...more }, queries.context)).plates
}
const chartOf = (parts: readonly Part[]) => parts.find((part): part is ChartPart => part.kind === 'chart')
const tableOf = (parts: readonly Part[]) => parts.find((part): part is TablePart => part.kind === 'table')

describe('rising', () => {
  test('draws the rows of the query: two points and a gap each, at the places of their Shares', async () => {
    const list = await call('rankings.rising', { dataset })
    const [plate] = await plates({ input: { dataset } })
    const chart = chartOf(plate?.parts ?? [])
    expect(chart?.sheet.rows).toHaveLength(3 * list.rows.length)
    list.rows.forEach((row, i) => {
      const [from, to, gap] = chart?.sheet.rows.slice(3 * i, 3 * i + 3) ?? []
      // By amount the axis is linear and begins with 0.
      expect(from?.[1]).toEqual(near(row.adjustedFrom))
      expect(to?.[1]).toEqual(near(row.adjustedTo))
      expect(gap).toEqual([null, null, null, null])
    })
    expect(chart?.x).toMatchObject({ min: 0, log: false })
    expect(JSON.stringify(plate)).toContain('Linear axis: equal lengths are equal changes.')
    expect(plate?.title).toBe('Hong Kong rose most, by 1.25')
    expect(
      plate?.numbers.filter(({ label }) => label.startsWith('Beijing')).map(({ value }) => value),
    ).toEqual([near(5 / 2), near(17 / 12), near(17 / 12 - 5 / 2), near(100 * (17 / 12 / (5 / 2) - 1))])
  })

  test('by percent says the floor where it stands once adjusted, and the row being read with its place', async () => {
    const input = { dataset, sort: 'changePct', floor: 0.9 }
    const [plate] = await plates({ input, top: 3, highlight: 'beijing' })
    // Beijing, 1 of 2 articles in 2022; Boston 1: both fell.
    expect(plate?.title).toMatch(/^Beijing fell by 43\.3 %, first of 2 cities$/)
    const chart = chartOf(plate?.parts ?? [])
    expect(chart?.x?.log).toBe(true)
    const floor = plate?.parts.find((part) => part.kind === 'group' && part.name === 'floor 0.90')
    const line = floor?.kind === 'group' ? floor.parts.find(({ kind }) => kind === 'line') : undefined
    // N grew from 2 to 5 articles.
    const at = chart?.x && xOf(chart.plot, chart.x, (0.9 * 5) / 2)
    expect(line?.kind === 'line' && line.x1).toBeCloseTo(at ?? NaN, 9)
    expect(tableOf(plate?.parts ?? [])?.rows[2]?.cells.map(({ runs }) => runs[0]?.text)).toEqual([
      '1',
      'Beijing',
      '',
      '2.50',
      '1.42',
      '−1.08',
      '−43.3',
    ])
  })

  test('with intervals has a whisker a row from the first mark, and says what they were made by', async () => {
    const bands = { seed: 7, replicates: 200 }
    const list = await call('rankings.rising', { dataset, bands })
    const [plate] = await plates({ input: { dataset, bands } })
    const chart = chartOf(plate?.parts ?? [])
    const whiskers = plate?.parts.find((part) => part.kind === 'group' && part.name === 'Intervals')
    const lines = whiskers?.kind === 'group' ? whiskers.parts : []
    const x = (value: number) => (chart?.x ? near(xOf(chart.plot, chart.x, Math.max(0, value))) : NaN)
    expect(lines).toHaveLength(list.rows.length)
    list.rows.forEach(({ adjustedFrom, changeLow, changeHigh }, i) => {
      expect(changeHigh).toBeGreaterThan(changeLow ?? NaN)
      expect(lines[i]).toMatchObject({
        kind: 'line',
        x1: x(adjustedFrom + (changeLow ?? NaN)),
        x2: x(adjustedFrom + (changeHigh ?? NaN)),
      })
    })
    expect(JSON.stringify(plate)).toContain('B = 200, seed 7')
    const [slopes] = await plates({ input: { dataset, bands }, shape: 'slopes' })
    expect(JSON.stringify(slopes)).not.toContain('B = 200')
    expect(JSON.stringify(await plates({ input: { dataset } }))).not.toContain('Intervals')
  })
})
