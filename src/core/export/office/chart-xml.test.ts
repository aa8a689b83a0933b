import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ChartPart } from '../../../shared/plates/parts.ts'
import { axisForm, axisShapes, chartFrame } from './chart-axes.ts'
import { chartXml } from './chart-xml.ts'
import { plainLook, themeLook } from './look.ts'
import { BARS, PROFILE, SERIES, TRACKS } from './test-charts.ts'
import { cachedCells, workbookCells } from './test-cells.ts'
import { chartWorkbook, columnCells, columnLetters } from './chart-workbook.ts'

const look = themeLook('en', 'light')
const xmlOf = (chart: ChartPart) =>
  chartXml(chart, { look, workbook: 'rId1', frame: chartFrame(chart, 'en') })
const DATE = new Date('2024-11-20T00:00:00Z')

describe('chartXml', () => {
  it.each([BARS, SERIES, TRACKS, PROFILE])('caches the numbers of its workbook: $name', async (chart) => {
    const cells = workbookCells(await chartWorkbook(chart, DATE))
    const cache = cachedCells(xmlOf(chart))
    const filled = chart.sheet.rows.flat().filter((value) => typeof value === 'number').length
    expect(cache.size).toBeGreaterThan(0)
    for (const [cell, value] of cache) expect([cell, cells.get(cell)]).toEqual([cell, value])
    expect(
      [...cells.values()].filter((value) => Number.isFinite(Number(value))).length,
    ).toBeGreaterThanOrEqual(filled)
  })

  it('fixes the plot inside the frame', () => {
    const frame = chartFrame(BARS, 'en')
    const xml = xmlOf(BARS)
    const read = (name: string) => Number(new RegExp(`<c:${name} val="([^"]+)"`).exec(xml)?.[1])
    expect(frame.x + read('x') * frame.width).toBeCloseTo(BARS.plot.x, 6)
    expect(frame.y + read('y') * frame.height).toBeCloseTo(BARS.plot.y, 6)
    expect(read('w') * frame.width).toBeCloseTo(BARS.plot.width, 6)
    expect(read('h') * frame.height).toBeCloseTo(BARS.plot.height, 6)
  })

  it('begins bars where the axis says, and leaves a gap without a point', () => {
    expect(xmlOf(PROFILE)).toContain('<c:crossesAt val="1"/>')
    expect(xmlOf(SERIES)).not.toContain('<c:v/>')
    expect(xmlOf(SERIES)).toContain(
      '<c:ptCount val="4"/><c:pt idx="0"><c:v>1459.8</c:v></c:pt><c:pt idx="1">',
    )
  })

  it('keeps even ticks native and draws all others', () => {
    expect(axisForm(BARS.value, 'en')).toEqual({ native: true, unit: 1500, format: '#,##0' })
    expect(axisShapes(BARS, 'en')).toEqual([])
    expect(axisShapes(TRACKS, 'en').filter(({ kind }) => kind === 'line')).toHaveLength(6)
    expect(axisShapes(TRACKS, 'en').filter(({ kind }) => kind === 'text')).toHaveLength(6)
    const uneven = {
      ...BARS.value,
      ticks: [
        { at: 0, label: '0' },
        { at: 1000, label: '1,000' },
      ],
    }
    expect(axisForm(uneven, 'en').native).toBe(false)
  })

  it('names the cells of another sheet, and colours by value where the theme is another', () => {
    const xml = chartXml(BARS, {
      look: plainLook('en', 'light', 'office'),
      cells: { sheet: "Ranking '23", row: 4, column: 1 },
      alone: { title: 'Share', titleSize: 11 },
    })
    expect(xml).toContain("<c:f>'Ranking ''23'!$C$6:$C$10</c:f>")
    expect(xml).not.toContain('schemeClr')
    expect(xml).not.toContain('externalData')
  })
})

describe('chartWorkbook', () => {
  it('is the same at any time', async () => {
    const [first, second] = [await chartWorkbook(BARS, DATE), await chartWorkbook(BARS, DATE)]
    expect(first).toEqual(second)
    expect(strFromU8(unzipSync(first)['docProps/core.xml'] ?? new Uint8Array())).toContain('2024-11-20')
  })

  it('counts columns beyond Z', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
    expect(columnCells({ sheet: 'Data', row: 0, column: 0 }, 1, 3)).toBe('Data!$B$2:$B$4')
  })
})
