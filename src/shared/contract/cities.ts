import { z } from 'zod'
import type { DatasetStamp, EntityLabel, EntityName, Finding, Provenance, Qualifier } from './common.ts'
import { datasetRef, ENTITY_NAMES, text, year } from './common.ts'
import type { ComparedGroup } from './groups.ts'
import { groupRef } from './groups.ts'
import { drawn } from './stability.ts'
import { query } from './define.ts'
import { alsoMeasures } from './rankings.ts'
import type { RankingRow } from './rankings.ts'

/** One printed figure with all that the source says of it: traceable to a file and a line. */
export interface Statement {
  figureId: number
  /** Registry id of the indicator, e.g. `share`, `adjusted-change-pct`, `bcs`. */
  indicator: string
  subject: string
  yearFrom: number | null
  yearTo: number | null
  /** Null where the source makes the statement without printing a number (a leading pair, say). */
  value: number | null
  unit: string
  /** Decimals that the source prints; null where that is not known. */
  decimals: number | null
  qualifier: Qualifier
  /** Of the statement's own city and of the one that it is compared with; null where it names none. */
  city: StatementCity | null
  otherCity: StatementCity | null
  institutionA: InstitutionName | null
  institutionB: InstitutionName | null
  note: string
  scope: string | null
  /** Year of the edition that printed it. */
  edition: number
  source: { file: string; line: number; origin: string }
}

export interface StatementCity {
  cityId: string
  name: string
  nameZh: string | null
}

export interface InstitutionName {
  name: string
  nameZh: string | null
}

/** A rank in one year of one series; series of different scope or edition boundary are never joined by a line. */
export interface RankPoint {
  subject: string
  year: number
  rank: number
  scope: string | null
  edition: number
  /** The city's name where that edition printed it otherwise, e.g. another boundary of the metro area. */
  printedAs: string | null
  qualifier: Qualifier
  source: { file: string; line: number; origin: string }
}

export interface SeriesPoint {
  subject: string
  year: number
  share: number | null
  /** Adjusted to the index of the profile's year; null where no N is published. */
  adjustedShare: number | null
  count: number | null
  regionSharePct: number | null
  scope: string | null
  edition: number
  provenance: Provenance
  source: { file: string; line: number; origin: string }
}

/** A city's row of one subject. */
export interface SubjectRow extends RankingRow {
  subject: string
  /** Weight of the subject in the city compared with the whole index, 1 = alike; null where no N is published. */
  specialisation: number | null
}

export interface CityProfile extends DatasetStamp {
  city: {
    cityId: string
    name: string
    nameZh: string | null
    region: string
    regionName: string
    regionNameZh: string
    isMetro: boolean
    populationMillions: number | null
  }
  year: number
  /** The city's row of the overall ranking. */
  headline: RankingRow
  /** Its rows of the five subjects, in the fixed order of subjects. */
  subjects: SubjectRow[]
  series: SeriesPoint[]
  rankHistory: RankPoint[]
  collaborations: Statement[]
  statements: Statement[]
  finding: Finding | null
  /** Neighbours in the overall ranking, for "previous" and "next". */
  previous: { cityId: string; name: string; nameZh: string | null } | null
  next: { cityId: string; name: string; nameZh: string | null } | null
}

/** An entity beside others; `city` names it, whatever its kind. */
export interface ComparedCity extends Pick<
  CityProfile,
  'city' | 'year' | 'headline' | 'series' | 'rankHistory'
> {
  /** Its row of the subject asked for. */
  row: RankingRow
  subjects: CityProfile['subjects']
  /**
   * By subject, the 95 % interval of its Share less that of the reference, in articles, both counted on the same articles
   * in each replicate; only where intervals were asked for. A difference whose interval holds 0 may be chance.
   */
  differenceIntervals?: Record<string, [low: number, high: number]>
}

/** What was asked for and is not in the dataset, and the entity of another kind or extent that is. */
export interface InsteadOf {
  asked: string
  by: EntityName
  found: EntityLabel
}

/** An entity that is not compared and ranks among the first: what stands behind the ranks of those compared. */
export interface RankContext extends EntityLabel {
  /** Over all subjects, years ascending; as of a rank history, several editions may tell of one year. */
  points: Pick<RankPoint, 'year' | 'scope' | 'edition' | 'rank'>[]
}

export interface CityComparison extends DatasetStamp {
  by: EntityName
  year: number
  subject: string
  /** In the order asked for. */
  cities: ComparedCity[]
  /** Id of the entity that the others are measured against; null where nothing was found, or a group's median stands there. */
  reference: string | null
  /** The group whose medians all are measured against; null where none was asked for, or `groupLacks` says why. */
  group: ComparedGroup | null
  /** Only where asked leniently, else it is an error. */
  groupLacks: 'group-unknown' | 'group-kind' | null
  /** What was asked for and names no one entity of the kind in the dataset; only where asked leniently, else it is an error. */
  missing: string[]
  /** Of these, what the dataset has in their place. */
  instead: InsteadOf[]
  /** Who leads, by how much, and where others lead; null where no Share is known of two. */
  finding: Finding | null
  /** Those that lead over all subjects, best first, at most to rank 20; only where they were asked for. */
  rankContext?: RankContext[]
}

/** A city's id, or its name in English or Chinese, without regard to case and accents. */
const cityRef = text

export const profileInput = z.strictObject({
  dataset: datasetRef,
  city: cityRef,
  year: year.optional(),
  also: alsoMeasures,
})

/** The most entities that can be compared. */
export const MOST_COMPARED = 6

export const comparisonInput = z.strictObject({
  dataset: datasetRef,
  /** The kind of all of them; anything but cities is known of computed indexes only. */
  by: z.enum(ENTITY_NAMES).default('city'),
  /** Ids or names of entities of the kind. */
  cities: z.array(cityRef).min(2).max(MOST_COMPARED),
  /** The one of them that the others are measured against; without it the first. */
  reference: cityRef.optional(),
  /** A group whose medians all are measured against, in place of one of them. */
  group: groupRef.optional(),
  subject: z.string().default('all'),
  year: year.optional(),
  also: alsoMeasures,
  /** With intervals of the differences from the reference; of computed indexes only. */
  bands: drawn.optional(),
})

export const cities = {
  'cities.profile': query<CityProfile>()(profileInput),
  /** @throws AppError not-computed, year-unknown, and those of a name that is none; input-invalid of a reference that is not compared. */
  'cities.compare': query<CityComparison>()(
    comparisonInput.extend({
      /** Compare those that the dataset has and name the others, instead of refusing them all. */
      lenient: z.boolean().optional(),
      /** With the ranks of those that lead, to show behind those compared. */
      context: z.boolean().optional(),
    }),
  ),
} as const
