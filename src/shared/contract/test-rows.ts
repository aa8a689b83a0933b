/** For tests: a row of a ranking of which nothing is published but what is given. */
import type { RankingRow } from './rankings.ts'

export function unpublishedRow(cityId: string, figures: Partial<RankingRow> = {}): RankingRow {
  return {
    rank: null,
    rankChange: null,
    cityId,
    name: cityId,
    nameZh: null,
    region: 'CN',
    regionName: 'Chinese mainland',
    regionNameZh: '中国大陆',
    share: null,
    count: null,
    adjustedShare: null,
    change: null,
    changePct: null,
    regionSharePct: null,
    countPerShare: null,
    rankBefore: null,
    rankQualifier: null,
    changePctQualifier: null,
    scope: null,
    provenance: 'printed',
    otherChanges: [],
    ...figures,
  }
}
