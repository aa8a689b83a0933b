/** Rows for the tests of figures. */
import type { CityProfile, RankPoint } from '../contract/cities.ts'
import type { RankingList, RankingRow } from '../contract/rankings.ts'
import { unpublishedRow } from '../contract/test-rows.ts'

export function row(values: Partial<RankingRow> & { name: string }): RankingRow {
  const cityId = values.name.toLowerCase().replaceAll(' ', '-')
  return unpublishedRow(cityId, { scope: 'natural-health-145', ...values })
}

export const ROWS: RankingRow[] = [
  row({ name: 'Beijing', nameZh: '北京', rank: 1, share: 4259.39, count: 9180, countPerShare: 2.155 }),
  row({ name: 'Shanghai', nameZh: '上海', rank: 2, share: 2214, count: 4871, countPerShare: 2.2 }),
  row({
    name: 'London metropolitan area',
    nameZh: '伦敦都市圈',
    rank: 14,
    share: 904.95,
    countPerShare: 3.574,
  }),
  row({ name: 'Wuhan', nameZh: '武汉', rank: 20 }),
]

export function list(rows: RankingRow[] = ROWS, values: Partial<RankingList['filters']> = {}): RankingList {
  return {
    dataset: 'science-cities-2024',
    version: 'r1-0123456789ab',
    filters: {
      by: 'city',
      subject: 'all',
      year: 2023,
      region: null,
      search: '',
      sort: 'rank',
      descending: false,
      ...values,
    },
    index: null,
    finding: null,
    total: rows.length,
    truncated: false,
    published: { rank: rows.length, share: rows.length, count: rows.length, changePct: 0, of: rows.length },
    regions: [{ id: 'CN', name: 'Chinese mainland', nameZh: '中国大陆', cities: rows.length }],
    scope: 'natural-health-145',
    rows,
  }
}

export function point(year: number, rank: number, values: Partial<RankPoint> = {}): RankPoint {
  return {
    subject: 'all',
    year,
    rank,
    scope: year < 2023 ? 'natural-82' : 'natural-health-145',
    edition: year + 1,
    printedAs: null,
    qualifier: 'exact',
    source: { file: 'rank-history.csv', line: 2, origin: '' },
    ...values,
  }
}

export function profile(rankHistory: RankPoint[]): CityProfile {
  return {
    dataset: 'science-cities-2024',
    version: 'r1-0123456789ab',
    city: {
      cityId: 'nanjing',
      name: 'Nanjing',
      nameZh: '南京',
      region: 'CN',
      regionName: 'Chinese mainland',
      regionNameZh: '中国大陆',
      isMetro: false,
      populationMillions: null,
    },
    year: 2023,
    finding: null,
    headline: row({ name: 'Nanjing' }),
    subjects: [],
    series: [],
    rankHistory,
    collaborations: [],
    statements: [],
    previous: null,
    next: null,
  }
}

export const OPTIONS = { language: 'en', source: 'Nature Index, Science Cities 2024' } as const
