import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { FileStamp } from '../stamp.ts'
import type { WorkbookSheet } from './workbook.ts'
import { sheetNames, writeWorkbook } from './workbook.ts'

const stamp: FileStamp = {
  app: 'Science Cities',
  stamp: 1,
  dataset: 'd',
  version: 'r1-0123456789ab',
  view: '/rankings?q="<北京>"',
  request: { method: 'exports.table', input: {} },
  numbers: [],
}
const options = { title: 'T', language: 'en' as const, date: new Date('2026-01-02T00:00:00Z'), stamp }
const sheets: WorkbookSheet[] = [
  {
    kind: 'rows',
    name: "Ranking: '2023'",
    columns: [
      { head: 'City', numeric: false, format: null },
      { head: 'Share', numeric: true, format: '#,##0.00' },
    ],
    rows: [
      ['=1+1', 4259.39],
      ['北京 <&>\u0007', null],
      ['Łódź', 0],
    ],
    frozen: 1,
    read: 1,
  },
  {
    kind: 'chart',
    name: 'Chart',
    of: 0,
    names: 0,
    values: 1,
    rows: 2,
    read: 0,
    title: 'A < B',
    subtitle: 'Share',
    source: 'S',
    alt: 'Bar chart.',
    axis: { max: 5000, step: 1000 },
  },
  { kind: 'terms', name: 'Method', rows: [['Share', 'Sum of parts']] },
]

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

describe('a workbook', () => {
  test('keeps numbers as numbers, text as text and what is not published empty', async () => {
    const parts = partsOf(await writeWorkbook(sheets, options))
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).toContain('<v>4259.39</v>')
    expect(sheet).toMatch(/<c r="B3"[^>]*\/>|<c r="B3"[^>]*><\/c>/)
    expect(sheet).not.toContain('<f>')
    expect(parts['xl/sharedStrings.xml']).toContain('>=1+1<')
    expect(parts['xl/sharedStrings.xml']).toContain('北京 &lt;&amp;&gt;<')
    expect(sheet).toContain('state="frozen"')
    expect(sheet).toContain('<autoFilter ref="A1:B4"/>')
    expect(parts['xl/styles.xml']).toContain('Microsoft YaHei')
  })

  test('has a chart of ours that names its cells and holds their numbers', async () => {
    const chart = partsOf(await writeWorkbook(sheets, options))['xl/charts/chart1.xml'] ?? ''
    expect(chart).toContain("<c:f>'Ranking ''2023'!$B$2:$B$3</c:f>")
    expect(chart).toContain('<c:ptCount val="2"/><c:pt idx="0"><c:v>4259.39</c:v></c:pt></c:numCache>')
    expect(chart).toContain('A &lt; B')
    expect(chart).not.toContain('Sheet1')
  })

  test('leads back to its view, and is equal to the byte when written again', async () => {
    const once = await writeWorkbook(sheets, options)
    const custom = partsOf(once)['docProps/custom.xml'] ?? ''
    expect(custom).toContain('name="ScienceCities.View"')
    expect(custom).toContain('北京')
    expect(partsOf(once)['docProps/core.xml']).toContain('2026-01-02T00:00:00Z')
    expect((await writeWorkbook(sheets, options)).equals(once)).toBe(true)
  })

  test('refuses a chart without a sheet of rows', async () => {
    const alone = sheets.filter(({ kind }) => kind === 'chart')
    await expect(writeWorkbook(alone, options)).rejects.toThrow('sheet of rows')
  })
})

test('names of sheets are what a spreadsheet allows, each once', () => {
  expect(sheetNames(['A/B', 'a b', '', 'History', "'x'"])).toEqual(['A B', 'a b (2)', '1', 'History 1', 'x'])
  const long = sheetNames([`${'z'.repeat(30)}😀`, 'z'.repeat(40), 'z'.repeat(41)])
  expect(long.every((name) => name.length <= 31)).toBe(true)
  expect(new Set(long).size).toBe(3)
  expect(long[0]).toBe('z'.repeat(30))
})
