import { describe, expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../../tests/support/trial-index.ts'
import type { EntityName } from '../../../shared/contract/common.ts'

const { call } = useTrialIndex()

async function exported(by: EntityName, language: 'en' | 'zh', columns?: string[]) {
  const input = { dataset, by, year: 2023 }
  const ask = (format: 'csv' | 'json') =>
    call('exports.table', { table: { of: 'rankings', input, columns }, format, language })
  const [csv, json] = [await ask('csv'), await ask('json')]
  const [head = '', ...lines] = Buffer.from(csv.bytes).toString().trimEnd().split('\r\n')
  const { rows } = JSON.parse(Buffer.from(json.bytes).toString()) as { rows: object[] }
  return { name: csv.fileName, head: head.split(','), lines, rows }
}

describe('an exported ranking says what it ranks', () => {
  test.each([
    ['city', 'ranking-2023_en.csv', ['City id', 'City', 'City (Chinese)', 'Region code']],
    [
      'institution',
      'institutions-2023_en.csv',
      ['Institution id', 'Institution', 'Institution (Chinese)', 'City'],
    ],
    [
      'metro',
      'metro-areas-2023_en.csv',
      ['Metropolitan area or city', 'Metropolitan area or city (Chinese)'],
    ],
    [
      'country',
      'countries-2023_en.csv',
      ['Country or region', 'Country or region (Chinese)', 'Share (articles)'],
    ],
  ] as const)('of every %s: %s', async (by, file, heads) => {
    const { name, head } = await exported(by, 'en')
    expect(name).toBe(file)
    expect(head.join('|')).toContain(heads.join('|'))
    if (by !== 'city') expect(head).not.toContain('City id')
    expect(new Set(head).size).toBe(head.length)
  })

  test('in its JSON, too', async () => {
    expect((await exported('institution', 'en')).rows[1]).toMatchObject({
      id: 'I1',
      by: 'institution',
      institutionId: 'I1',
      name: 'Alpha University',
      nameZh: '甲大学',
      cityId: 'beijing',
      city: 'Beijing',
      cityZh: '北京',
      regionNameZh: '中国大陆',
    })
    expect((await exported('country', 'en')).rows[1]).toMatchObject({
      id: 'CN',
      by: 'country',
      nameZh: '中国大陆',
    })
    expect((await exported('city', 'en')).rows[0]).toMatchObject({ cityId: 'beijing' })
  })
})

describe('a Chinese file', () => {
  // The columns that the screen shows before any is chosen.
  const shown = ['rank', 'rankChange', 'name', 'region', 'share', 'count']

  test('holds Chinese names of places and regions, with the columns of the screen as with all', async () => {
    for (const columns of [undefined, shown]) {
      const { head, lines } = await exported('city', 'zh', columns)
      expect(head.slice(0, 7)).toEqual([
        '排名',
        '名次变化（位）',
        '城市标识',
        '城市（英文）',
        '城市',
        '地区代码',
        '国家或地区',
      ])
      expect(lines[0]).toMatch(/^1,0,beijing,Beijing,北京,CN,中国大陆,/)
    }
  })

  test('of institutions names their cities in Chinese', async () => {
    const { head, lines } = await exported('institution', 'zh', shown)
    expect(head.slice(2, 8)).toEqual(['机构标识', '机构（英文）', '机构', '城市', '地区代码', '国家或地区'])
    expect(lines[1]).toContain(',I1,Alpha University,甲大学,北京,CN,中国大陆,')
  })

  test('says by what it was filtered and sorted in Chinese', async () => {
    const input = { dataset, by: 'institution' as const, sort: 'share' as const }
    const table = { of: 'rankings' as const, input }
    const file = await call('exports.table', { table, format: 'csv-excel', language: 'zh' })
    const [filters] = /"?筛选,.*/.exec(Buffer.from(file.bytes).toString()) ?? []
    expect(filters).toMatch(/对象.*机构/)
    expect(filters).not.toMatch(/institution|share|exports\./)
  })
})
