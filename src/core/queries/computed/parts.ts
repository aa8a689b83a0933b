/** Institutions as they lie in a city, and sums over periods. */
import type { EntityName } from '../../../shared/contract/common.ts'
import { contributionArrays, nodeMaps, nodesOf } from '../../articles/node-maps.ts'
import type { OpenDataset } from '../../context.ts'
import type { ArticleFilter } from '../../counting/article-nodes.ts'
import { finderOf } from '../../counting/own-articles.ts'
import { cellsOf } from './cells.ts'
import { indexYears } from './totals.ts'

/** An institution with affiliations in a city; `part` is -1 where the whole institution lies there. */
export interface InstitutionInCity {
  institution: number
  part: number
}

/** In order of the institutions' numbers. */
export function institutionsIn(dataset: OpenDataset, city: number): InstitutionInCity[] {
  const { institution, part } = nodeMaps(dataset)
  const found = new Map<number, number>()
  for (const node of nodesOf(dataset, 'city', city)) {
    const number = institution[node] as number
    if (number >= 0) found.set(number, part[node] as number)
  }
  return [...found].map(([number, at]) => ({ institution: number, part: at })).sort(byInstitution)
}

const byInstitution = (a: InstitutionInCity, b: InstitutionInCity) => a.institution - b.institution

/** Units of affiliations in a city that name no institution. */
export function unitsWithoutInstitution(dataset: OpenDataset, city: number, filter: ArticleFilter): number {
  const { institution } = nodeMaps(dataset)
  const nodes = nodesOf(dataset, 'city', city).filter((node) => (institution[node] as number) < 0)
  if (nodes.length === 0) return 0
  const { size, articles, unitsIn } = finderOf(contributionArrays(dataset)).find(nodes, filter)
  let units = 0
  for (let k = 0; k < size; k++) units += unitsIn[articles[k] as number] as number
  return units
}

/** Units and articles by entity, summed over years. */
export interface Sums {
  units: Float64Array
  articles: Uint32Array
}

/** @param subject its number @param size number of entities */
export function sumsOf(
  dataset: OpenDataset,
  by: EntityName | 'part',
  size: number,
  { subject, from, to }: { subject: number; from: number; to: number },
): Sums {
  const sums: Sums = { units: new Float64Array(size), articles: new Uint32Array(size) }
  for (const year of indexYears(dataset)) {
    if (year < from || year > to) continue
    const { size: rows, entity, units, articles } = cellsOf(dataset, by, subject, year)
    for (let i = 0; i < rows; i++) {
      const at = entity[i] as number
      sums.units[at]! += units[i] as number
      sums.articles[at]! += articles[i] as number
    }
  }
  return sums
}

/** Number of institutions' parts in cities. */
export function partCount(dataset: OpenDataset): number {
  return dataset.memo('part-count', () =>
    nodeMaps(dataset).part.reduce((most, part) => Math.max(most, part + 1), 0),
  )
}
