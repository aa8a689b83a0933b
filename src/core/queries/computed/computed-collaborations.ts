/** `collaborations.list` of a computed index. */
import type { CollaborationList, WholeScore } from '../../../shared/contract/collaborations.ts'
import type { Reach } from '../../../shared/domain/pairs.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { OpenDataset } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import type { Pairs } from '../../counting/pair-columns.ts'
import { PairColumns } from '../../counting/pair-columns.ts'
import { pageEnd } from '../page.ts'
import { cellAt, cellsOf } from './cells.ts'
import type { Group, PairKind, Period } from './collaborating.ts'
import { cityGroup, pairsOf, partnersByScore, wholeGroup } from './collaborating.ts'
import type { Entity } from './find-entity.ts'
import { findEntity, findIndexCity, findInstitution } from './find-entity.ts'
import { institutionsOf, metrosOf } from './index-names.ts'
import { Lru } from '../../lru.ts'
import { collectedFor } from './collected-rows.ts'
import { pairRow, reachOf } from './pair-rows.ts'
import type { Area } from './pairs-within.ts'
import { pairsWithin } from './pairs-within.ts'
import { placesFrom, rankedPairs } from './ranked-pairs.ts'
import { subjectNumber } from './totals.ts'

type Input = ParsedInputOf<'collaborations.list'>

/** What a request asks for: pairs of one kind, the city that all of them lie in, if one does, and whose partners they are. */
interface Found {
  kind: PairKind
  pairs: Pairs
  city: Entity | null
  /** Number of that city in its own kind of statistics; of a metropolitan area with the cities outside any. */
  cell?: { kind: Area; number: number }
  partnersOf: Entity | null
}

/**
 * Pairs with their scores, highest first: all that have a joint article, whatever the size of their ends. `year` is the last year of the period.
 * @throws AppError city-unknown, city-ambiguous, institution-unknown, institution-ambiguous, entity-unknown, input-invalid.
 */
export function computedCollaborations(dataset: OpenDataset, input: Input, year: number): CollaborationList {
  const period = { subject: subjectNumber(input.subject), from: input.from ?? year, to: year }
  const { kind, pairs, city, cell, partnersOf } = findPairs(dataset, input, period)
  const rank = cell && cellAt(cellsOf(dataset, cell.kind, period.subject, year), cell.number)?.rank
  const reach = reachOf(dataset, kind)
  const places = placesFrom(pairs, input.least, input.reach && ((a, b) => reach(a, b) === input.reach))
  // Where weaker pairs are not told, the sum of the others is no total.
  const isWhole = (dataset.plan?.pairsFrom ?? 1) === 1
  const whole = isWhole && partnersOf && wholeOf(partnersOf, pairs, reach)
  const asked = {
    kind,
    subject: input.subject,
    year,
    city: city && { label: city.label, rank: collectedFor(dataset) ? null : (rank ?? null) },
  }
  const rows = rankedPairs(pairs, places, input.offset, pageEnd(input)).map((pair) => ({
    ...pairRow(dataset, asked, pair),
    ...(whole && { partPct: (100 * toShare(pair.units)) / whole.score }),
  }))
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: {
      between: input.between,
      city: city?.label.id ?? null,
      institution: input.institution ?? null,
      ...(input.between === 'countries' && partnersOf && { country: partnersOf.label.id }),
      ...(input.reach && { reach: input.reach }),
      ...(cell?.kind === 'metro' && { area: cell.kind }),
      subject: input.subject,
      from: period.from,
      year,
      least: input.least || null,
    },
    shown: { pairs: [rows.length, pairs.size] },
    ...(whole && { whole }),
    total: places.length,
    truncated: places.length > pageEnd(input),
    rows,
  }
}

function findPairs(dataset: OpenDataset, input: Input, period: Period): Found {
  if (input.country !== undefined && input.between !== 'countries')
    throw new AppError('input-invalid', 'a country has partners among countries', {
      values: { method: 'collaborations.list', field: 'country', reason: `between ${input.between}` },
    })
  if (input.between === 'countries') return placePairs(dataset, 'country', input.country, period)
  if (input.between === 'cities') return placePairs(dataset, 'city', input.city, period)
  if (input.area === 'metro' && input.city !== undefined) return areaPairs(dataset, input, input.city, period)
  const city = input.city === undefined ? null : findIndexCity(dataset, input.city)
  const kind = 'institution'
  if (input.institution !== undefined) {
    const asked = findInstitution(dataset, input.institution)
    const names = institutionsOf(dataset)
    const inCity = (other: number) => !city || names[other]?.city === city.number
    const pairs = partners(dataset, kind, asked.number, period, inCity)
    // Of partners in one city the sum is no whole.
    return { kind, pairs, city, partnersOf: city ? null : asked }
  }
  if (!city) return { kind, pairs: allPairs(dataset, kind, period), city, partnersOf: null }
  const group = cityGroup(dataset, city.number, period)
  const cell = { kind: 'city' as const, number: city.number }
  return { kind, pairs: pairsAmongMembers(dataset, group, period), city, cell, partnersOf: null }
}

/** Within a metropolitan area; a city outside any stands for itself, as where pairs are grouped. */
function areaPairs(dataset: OpenDataset, { institution }: Input, asked: string, period: Period): Found {
  if (institution !== undefined)
    throw new AppError(
      'input-invalid',
      'partners of an institution are asked for within a city, not an area',
      {
        values: { method: 'collaborations.list', field: 'area', reason: 'institution' },
      },
    )
  const city = findEntity(dataset, 'metro', asked)
  const number = city.kind === 'metro' ? city.number : metrosOf(dataset).length + city.number
  const pairs = pairsWithin(dataset, 'metro', number, period)
  return { kind: 'institution', pairs, city, cell: { kind: 'metro', number }, partnersOf: null }
}

/** Pairs of cities or of countries: all, or the partners of one. */
function placePairs(
  dataset: OpenDataset,
  kind: 'city' | 'country',
  asked: string | undefined,
  period: Period,
): Found {
  if (asked === undefined)
    return { kind, pairs: allPairs(dataset, kind, period), city: null, partnersOf: null }
  const place = findEntity(dataset, kind, asked)
  const { number } = place
  const pairs = partners(dataset, kind, number, period)
  if (kind === 'country') return { kind, pairs, city: null, partnersOf: place }
  return { kind, pairs, city: place, cell: { kind, number }, partnersOf: place }
}

function partners(
  dataset: OpenDataset,
  kind: PairKind,
  entity: number,
  period: Period,
  wanted: (partner: number) => boolean = () => true,
): Pairs {
  const found = new PairColumns()
  for (const { entity: other, units, articles } of partnersByScore(dataset, kind, entity, period))
    if (wanted(other)) found.push(entity, other, units, articles)
  return found.pairs()
}

/** The total collaboration score, whole units summed, and what of it each reach has. */
function wholeOf(
  { label }: Entity,
  { size, a, b, units }: Pairs,
  reach: (a: number, b: number) => Reach | null,
): WholeScore {
  const sums = { local: 0, domestic: 0, international: 0, unknown: 0 }
  for (let i = 0; i < size; i++)
    sums[reach(a[i] as number, b[i] as number) ?? 'unknown'] += units[i] as number
  const { local, domestic, international, unknown } = sums
  return {
    entity: label,
    score: toShare(local + domestic + international + unknown),
    local: toShare(local),
    domestic: toShare(domestic),
    international: toShare(international),
    unknown: toShare(unknown),
  }
}

/** Pairs of all kept answers together: about 40 MB. */
const MOST_KEPT = 2_000_000

/** Every pair of the index. The last few answers are kept, so that a next page or another least score is at once. */
function allPairs(dataset: OpenDataset, kind: PairKind, period: Period): Pairs {
  const kept = dataset.memo('all-pairs', () => new Lru<Pairs>(MOST_KEPT, ({ size }) => size))
  const { subject, from, to } = period
  return kept.get(`${kind}/${subject}/${from}/${to}`, () =>
    pairsAmongMembers(dataset, wholeGroup(dataset, kind, period), period),
  )
}

function pairsAmongMembers(dataset: OpenDataset, group: Group, period: Period): Pairs {
  const members = group.members.map(({ entity }) => entity)
  return pairsOf(dataset, group, members, period)
}
