/** For tests: a row of a ranking of which nothing is published but what is given. */
import type { RankingFigures } from '../measures/ranking.ts'
import { RANKING_MEASURES } from '../measures/ranking.ts'
import type { RankingRow } from './rankings.ts'

export function unpublishedRow(id: string, figures: Partial<RankingRow> = {}): RankingRow {
  return {
    ...(Object.fromEntries(RANKING_MEASURES.map((measure) => [measure.id, null])) as RankingFigures),
    id,
    by: 'city',
    name: id,
    nameZh: null,
    region: 'CN',
    regionName: 'Chinese mainland',
    regionNameZh: '中国大陆',
    population: null,
    rankBefore: null,
    rankQualifier: null,
    changePctQualifier: null,
    scope: null,
    provenance: 'printed',
    otherChanges: [],
    ...figures,
  }
}
