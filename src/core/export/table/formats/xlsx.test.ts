import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../../../tests/support/trial-index.ts'
import type { TableRequest } from '../../../../shared/contract/exports.ts'

const { call } = useTrialIndex()
const year = 2023

async function workbook(table: object, language: 'en' | 'zh' = 'en') {
  const asked = { table: table as TableRequest, format: 'xlsx' as const, language, date: '2026-01-02' }
  const file = await call('exports.table', asked)
  const parts = Object.fromEntries(
    Object.entries(unzipSync(file.bytes)).map(([name, part]) => [name, strFromU8(part)]),
  )
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)]
  const cellsOf = (n: number) =>
    new Map(
      [...(parts[`xl/worksheets/sheet${n}.xml`] ?? '').matchAll(/<c r="(\w+)"([^>]*)><v>([^<]*)<\/v>/g)].map(
        ([, at = '', more = '', value = '']) => [
          at,
          more.includes('t="s"') ? (strings[Number(value)]?.[1] ?? '') : Number(value),
        ],
      ),
    )
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
    ([, n]) => n,
  )
  return { file, parts, names, cellsOf }
}

describe('a ranking as a workbook', () => {
  const table = { of: 'rankings', input: { dataset, by: 'institution', year } }

  test('holds the numbers of the query, with names in both languages before the codes', async () => {
    const { names, cellsOf } = await workbook(table)
    expect(names).toEqual(['Ranking', 'Chart', 'Method', 'Data version'])
    const list = await call('rankings.list', { dataset, by: 'institution', year })
    const cells = cellsOf(1)
    const head = [...cells].filter(([at]) => /^[A-Z]+1$/.test(at)).map(([, value]) => value)
    expect(head.slice(2, 5)).toEqual(['Institution', 'Institution (Chinese)', 'City'])
    expect(head.at(-1)).toBe('Region code')
    const column = String.fromCharCode(65 + head.indexOf('Share (articles)'))
    expect(list.rows.map((_row, i) => cells.get(`${column}${i + 2}`))).toEqual(
      list.rows.map(({ share }) => share),
    )
  })

  test('tells the definition of each measure in it, and from what it was made', async () => {
    const { cellsOf } = await workbook(table)
    const said = (n: number) => [...cellsOf(n).values()].join('\n')
    expect(said(3)).toContain('An article is worth 1 in all.')
    expect(said(3)).toContain('Not published')
    expect(said(4)).toMatch(/[0-9a-f]{64}/)
    expect(said(4)).toContain('2026-01-02')
  })

  test('has a chart whose numbers are those of its cells', async () => {
    const { parts, cellsOf } = await workbook(table, 'zh')
    const chart = parts['xl/charts/chart1.xml'] ?? ''
    const [, column = '', last = ''] =
      /'排名'!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)<\/c:f><c:numCache>/.exec(chart) ?? []
    const cached = /<c:numCache>.*<\/c:numCache>/.exec(chart)?.[0] ?? ''
    const numbers = [...cached.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value))
    expect(numbers.length).toBe(Number(last) - 1)
    expect(numbers).toEqual(numbers.map((_n, i) => cellsOf(1).get(`${column}${i + 2}`)))
  })
})

test.each([
  ['city', { input: { dataset, city: 'beijing' } }],
  ['compare', { input: { dataset, cities: ['beijing', 'boston'] } }],
  ['collaborations', { input: { dataset, year } }],
  ['institutions', { input: { dataset, city: 'beijing', year } }],
  ['derivation', { input: { dataset, kind: 'city', id: 'beijing', from: year, to: year } }],
] as const)('%s has its sheets in both languages and equal bytes', async (of, request) => {
  const english = await workbook({ of, ...request })
  const chinese = await workbook({ of, ...request }, 'zh')
  expect(english.names.length).toBe(3)
  expect(chinese.names.slice(1)).toEqual(['方法', '数据版本'])
  const again = await workbook({ of, ...request })
  expect(Buffer.from(again.file.bytes).equals(Buffer.from(english.file.bytes))).toBe(true)
})
