/** Rankings made by hand, for tests. */
import type { RankingInput, RankingList, RankingRow } from './rankings.ts'
import { unpublishedRow } from './test-rows.ts'

type Filters = Omit<RankingList['filters'], 'group'>

/** A city of which nothing is published but what `figures` says. */
export function cityRow(cityId: string, figures: Partial<RankingRow> = {}): RankingRow {
  return unpublishedRow(cityId, { name: cityId[0]!.toUpperCase() + cityId.slice(1), ...figures })
}

/** The answer that holds these rows, in this order, as if asked with these filters. */
export function listOf(
  rows: RankingRow[],
  {
    group,
    ...filters
  }: { [K in keyof Filters]?: Filters[K] | undefined } & { group?: RankingInput['group'] } = {},
): RankingList {
  const having = (key: 'rank' | 'share' | 'count' | 'changePct') =>
    rows.filter((row) => row[key] !== null).length
  return {
    dataset: 'science-cities-2024',
    version: 'r1-test',
    filters: {
      by: 'city',
      subject: 'all',
      year: 2023,
      region: null,
      search: '',
      sort: 'rank',
      descending: false,
      ...(group !== undefined && { group: typeof group === 'string' ? group : group.name }),
      ...(Object.fromEntries(
        Object.entries(filters).filter(([, value]) => value !== undefined),
      ) as Partial<Filters>),
    },
    total: rows.length,
    truncated: false,
    published: {
      rank: having('rank'),
      share: having('share'),
      count: having('count'),
      changePct: having('changePct'),
      of: rows.length,
    },
    regions: [{ id: 'CN', name: 'Chinese mainland', nameZh: '中国大陆', cities: rows.length }],
    scope: null,
    index: null,
    finding: null,
    rows,
  }
}
