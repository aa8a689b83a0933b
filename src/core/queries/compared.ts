/** What a comparison holds of one entity of a kind. */
import type { ComparedCity } from '../../shared/contract/cities.ts'
import type { EntityName } from '../../shared/contract/common.ts'
import type { RankingRow } from '../../shared/contract/rankings.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { cityProfile, rowOf as printedRow } from './cities.ts'
import { describe } from './city-parts.ts'
import { history, subjectRows } from './computed/computed-profile.ts'
import { findEntity } from './computed/find-entity.ts'
import { metrosOf } from './computed/index-names.ts'
import { rowOf } from './computed/rows.ts'
import { requireComputed, subjectNumber } from './computed/totals.ts'
import { findCity } from './find-city.ts'

export interface ComparedAsked {
  by: EntityName
  subject: string
  year: number
  /** With the reach of collaboration. */
  reach: boolean
}

/** An entity of a dataset; `number` is its own in an index, null in an edition. */
export interface FoundEntity {
  id: string
  number: number | null
}

/**
 * The entity of a kind that a text names.
 * @throws AppError not-computed where an edition is asked for anything but cities; those of an unknown or ambiguous name.
 */
export function findCompared(dataset: OpenDataset, by: EntityName, text: string): FoundEntity {
  if (dataset.kind === 'published') {
    if (by !== 'city') requireComputed(dataset)
    return { id: findCity(dataset, text).city_id, number: null }
  }
  const { kind, number, label } = findEntity(dataset, by, text)
  // A city outside any area stands behind the areas in their numbering.
  const own = by === 'metro' && kind === 'city' ? metrosOf(dataset).length + number : number
  return { id: label.id, number: own }
}

export function comparedEntity(
  dataset: OpenDataset,
  { id, number }: FoundEntity,
  asked: ComparedAsked,
  context: ReaderContext,
): ComparedCity {
  return number === null ? printedCity(dataset, id, asked, context) : computedEntity(dataset, number, asked)
}

function printedCity(
  dataset: OpenDataset,
  id: string,
  { subject, year }: ComparedAsked,
  context: ReaderContext,
): ComparedCity {
  const profile = cityProfile({ dataset: dataset.id, city: id, year, also: [] }, context)
  const { city, headline, subjects, series, rankHistory } = profile
  const row = subject === 'all' ? headline : printedRow(dataset, findCity(dataset, id), subject, year)
  return { city, year, headline, row, subjects, series, rankHistory }
}

function computedEntity(
  dataset: OpenDataset,
  number: number,
  { by, subject, year, reach }: ComparedAsked,
): ComparedCity {
  const of = (each: string) =>
    rowOf(dataset, by, number, { subject: subjectNumber(each), year, base: year, reach })
  const headline = of('all')
  return {
    city: named(dataset, headline),
    year,
    headline,
    row: subject === 'all' ? headline : of(subject),
    subjects: subjectRows(dataset, by, number, headline, year),
    ...history(dataset, { by, number, region: headline.region }, year),
  }
}

function named(dataset: OpenDataset, row: RankingRow): ComparedCity['city'] {
  if (row.by === 'city') return describe(findCity(dataset, row.id), null)
  const { id, name, nameZh, region, regionName, regionNameZh } = row
  return {
    cityId: id,
    name,
    nameZh,
    region,
    regionName,
    regionNameZh,
    isMetro: row.by === 'metro',
    populationMillions: null,
  }
}
