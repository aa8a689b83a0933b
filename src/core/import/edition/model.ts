/** What the parsers of an edition hand to the writer: plain records, each with the line it came from. */
import type { Qualifier } from '../../../shared/contract/common.ts'
import { RELATIONS } from '../../../shared/domain/relations.ts'
import type { Subject } from '../../../shared/domain/subjects.ts'

export const FIGURE_INDICATORS = [
  'share',
  'count',
  'rank',
  'rank-change',
  'region-share-pct',
  'adjusted-change',
  'adjusted-change-pct',
  'bcs',
  'top-collaboration',
  'institution-rank',
  'chinese-cities-in-top10',
  'population-millions',
  ...RELATIONS,
] as const
export type FigureIndicator = (typeof FIGURE_INDICATORS)[number]

/** A city that an edition names. */
export interface EditionCity {
  cityId: string
  name: string
  nameZh: string | null
  region: string
  regionName: string
  regionNameZh: string
}

/** A row of the ranking; what is not published is null, for some editions print no more than ranks. */
export interface RankedCity extends EditionCity {
  line: number
  rank: number
  share: number | null
  count: number | null
  regionSharePct: number | null
  /** As printed. */
  regionSharePctDecimals: number | null
}

export interface Ranking {
  file: string
  year: number
  cities: RankedCity[]
}

export interface Figure {
  file: string
  line: number
  indicator: FigureIndicator
  subject: Subject
  /** As printed; empty for a figure of the whole index. */
  cityPrinted: string
  cityId: string | null
  /** The city that this one is compared with. */
  otherCityId: string | null
  institutionA: string | null
  institutionB: string | null
  yearFrom: number | null
  yearTo: number | null
  scope: string | null
  value: number | null
  unit: string
  /** As printed; null where no number is printed. */
  decimals: number | null
  qualifier: Qualifier
  note: string
  edition: number
  origin: string
}
