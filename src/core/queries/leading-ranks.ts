/** Ranks by year of the entities that lead, which a comparison's rank history shows behind those compared. */
import type { RankContext } from '../../shared/contract/cities.ts'
import type { EntityName } from '../../shared/contract/common.ts'
import { ownOf } from '../../shared/plates/compare/from-profiles.ts'
import type { OpenDataset } from '../context.ts'
import { ENTITY_KINDS } from '../articles/entities.ts'
import { cellsOf } from './computed/cells.ts'
import { collectedFor } from './computed/collected-rows.ts'
import { figuresOf, namesOf } from './computed/entity-space.ts'
import { indexYears, subjectNumber } from './computed/totals.ts'
import { allCities } from './find-city.ts'

/** Beyond this rank nothing is context. */
export const MOST_CONTEXT = 20

interface Ranked {
  id: string
  rankHistory: readonly RankPointOf[]
}
type RankPointOf = RankContext['points'][number] & { subject: string }

/**
 * The entities of the kind that rank no worse than the worst rank of those compared, and no worse than 20, in the year with
 * which the history of those compared ends; with all their ranks of the subject, best first. Those compared are left out.
 */
export function rankContext(
  dataset: OpenDataset,
  { by, subject }: { by: EntityName; subject: string },
  compared: readonly Ranked[],
): RankContext[] {
  const own = compared.flatMap(({ rankHistory }) => rankHistory.filter((point) => point.subject === subject))
  const year = Math.max(...own.map((point) => point.year))
  const scopes = new Set(own.filter((point) => point.year === year).map(({ scope }) => scope))
  const limit = Math.min(MOST_CONTEXT, Math.max(...own.map(({ rank }) => rank)))
  const ids = new Set(compared.map(({ id }) => id))
  const rankIn = ({ points }: RankContext) => {
    const said = points.map(({ rank, ...point }) => ({ ...point, subject, value: rank, hollow: false }))
    return ownOf(said).find((point) => point.year === year && scopes.has(point.scope))?.value ?? Infinity
  }
  return leading(dataset, by, subject, year)
    .map((each) => ({ each, rank: rankIn(each) }))
    .filter(({ each, rank }) => rank <= limit && !ids.has(each.id))
    .sort((a, b) => a.rank - b.rank)
    .map(({ each }) => each)
}

/** Those at the first twenty ranks of a year; of an edition all that any edition ranks. */
function leading(
  dataset: OpenDataset,
  by: EntityName,
  subject: string,
  year: number,
): readonly RankContext[] {
  if (!Number.isFinite(year)) return []
  return dataset.kind === 'published'
    ? dataset.memo(`leading-ranks/${subject}`, () => printedRanks(dataset, subject))
    : dataset.memo(`leading-ranks/${by}/${subject}/${year}`, () => countedRanks(dataset, by, subject, year))
}

const PRINTED = `SELECT city_id AS id, year_to AS year, scope_id AS scope, edition, value AS rank FROM figures
  WHERE indicator = 'rank' AND subject = ? AND city_id IS NOT NULL AND year_to IS NOT NULL AND value IS NOT NULL
  ORDER BY year_to, edition, figure_id`

function printedRanks(dataset: OpenDataset, subject: string): RankContext[] {
  const rows = dataset.db.prepare(PRINTED).all(subject) as (RankContext['points'][number] & { id: string })[]
  const byCity = Map.groupBy(rows, ({ id }) => id)
  return allCities(dataset).flatMap(({ city_id: id, name, name_zh: nameZh }) => {
    const points = byCity.get(id)?.map(({ id: _, ...point }) => point)
    return points ? [{ id, name, nameZh, points }] : []
  })
}

function countedRanks(dataset: OpenDataset, by: EntityName, subject: string, year: number): RankContext[] {
  // An index that was collected for a place states no rank.
  if (collectedFor(dataset)) return []
  const number = subjectNumber(subject)
  const names = namesOf(dataset, by)
  return leadingNumbers(dataset, by, number, year).flatMap((entity) => {
    const label = names[entity]?.label
    const points = indexYears(dataset).flatMap((each) => {
      const rank = figuresOf(dataset, by, entity, number, each)?.rank
      return rank === undefined ? [] : [{ year: each, scope: null, edition: each, rank }]
    })
    return label ? [{ ...label, points }] : []
  })
}

const FIRST = `SELECT entity FROM entity_stats WHERE kind = ? AND subject = ? AND year = ? AND rank <= ?
  ORDER BY rank, entity`

/** Numbers of the entities, best first; without reading the columns of all, where areas need them not. */
function leadingNumbers(dataset: OpenDataset, by: EntityName, subject: number, year: number): number[] {
  if (by === 'metro') {
    const { entity, rank } = cellsOf(dataset, by, subject, year)
    const end = rank.findIndex((each) => each > MOST_CONTEXT)
    return [...entity.subarray(0, end < 0 ? entity.length : end)]
  }
  const kind = ENTITY_KINDS[by === 'country' ? 'region' : by]
  return dataset.db.prepare(FIRST).pluck().all(kind, subject, year, MOST_CONTEXT).map(Number)
}
