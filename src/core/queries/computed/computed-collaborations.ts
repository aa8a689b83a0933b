/** `collaborations.list` of a computed index. */
import type { CollaborationList, CollaborationRow } from '../../../shared/contract/collaborations.ts'
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { OpenDataset } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import type { Pairs } from '../../counting/pair-columns.ts'
import { PairColumns } from '../../counting/pair-columns.ts'
import { pageEnd } from '../page.ts'
import { cellOf } from './cells.ts'
import type { Group, Period } from './collaborating.ts'
import { cityGroup, labelOf, pairsOf, partnersByScore, wholeGroup } from './collaborating.ts'
import { NO_SOURCE } from './computed-profile.ts'
import type { Entity } from './find-entity.ts'
import { findIndexCity, findInstitution } from './find-entity.ts'
import { citiesOf, institutionsOf } from './index-names.ts'
import { Lru } from './lru.ts'
import { collectedFor } from './collected-rows.ts'
import { placesFrom, rankedPairs } from './ranked-pairs.ts'
import { provenanceOf, subjectNumber } from './totals.ts'

/** What a request asks for: pairs of one kind, and the city that all of them lie in, if one does. */
interface Found {
  kind: Group['kind']
  pairs: Pairs
  city: Entity | null
}

/**
 * Pairs with their scores, highest first: all that have a joint article, whatever the size of their ends. `year` is the last year of the period.
 * @throws AppError city-unknown, city-ambiguous, institution-unknown, institution-ambiguous, input-invalid.
 */
export function computedCollaborations(
  dataset: OpenDataset,
  input: ParsedInputOf<'collaborations.list'>,
  year: number,
): CollaborationList {
  const period = { subject: subjectNumber(input.subject), from: input.from ?? year, to: year }
  const { kind, pairs, city } = findPairs(dataset, input, period)
  const rank = city && cellOf(dataset, 'city', city.number, period.subject, year)?.rank
  const places = placesFrom(pairs, input.least)
  const rows = rankedPairs(pairs, places, input.offset, pageEnd(input)).map(({ a, b, units, articles }) => ({
    ...namesOfPair(dataset, kind, a, b, city),
    subject: input.subject,
    year,
    score: toShare(units),
    articles,
    qualifier: 'exact' as const,
    note: '',
    cityRank: collectedFor(dataset) ? null : (rank ?? null),
    provenance: provenanceOf(dataset),
    source: NO_SOURCE,
  }))
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: {
      between: input.between,
      city: city?.label.id ?? null,
      institution: input.institution ?? null,
      subject: input.subject,
      from: period.from,
      year,
      least: input.least || null,
    },
    shown: { pairs: [rows.length, pairs.size] },
    total: places.length,
    truncated: places.length > pageEnd(input),
    rows,
  }
}

function findPairs(dataset: OpenDataset, input: ParsedInputOf<'collaborations.list'>, period: Period): Found {
  const city = input.city === undefined ? null : findIndexCity(dataset, input.city)
  if (input.between === 'cities') {
    const pairs = city ? partners(dataset, 'city', city.number, period) : allPairs(dataset, 'city', period)
    return { kind: 'city', pairs, city }
  }
  const kind = 'institution'
  if (input.institution !== undefined) {
    const { number } = findInstitution(dataset, input.institution)
    const names = institutionsOf(dataset)
    const inCity = (other: number) => !city || names[other]?.city === city.number
    return { kind, pairs: partners(dataset, kind, number, period, inCity), city }
  }
  if (!city) return { kind, pairs: allPairs(dataset, kind, period), city }
  const group = cityGroup(dataset, city.number, period)
  return { kind, pairs: pairsAmongMembers(dataset, group, period), city }
}

function partners(
  dataset: OpenDataset,
  kind: Group['kind'],
  entity: number,
  period: Period,
  wanted: (partner: number) => boolean = () => true,
): Pairs {
  const found = new PairColumns()
  for (const { entity: other, units, articles } of partnersByScore(dataset, kind, entity, period))
    if (wanted(other)) found.push(entity, other, units, articles)
  return found.pairs()
}

/** Pairs of all kept answers together: about 40 MB. */
const MOST_KEPT = 2_000_000

/** Every pair of the index. The last few answers are kept, so that a next page or another least score is at once. */
function allPairs(dataset: OpenDataset, kind: Group['kind'], period: Period): Pairs {
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

/** The city of a pair: the one asked for, else the one in which both lie; empty where there is none. */
function namesOfPair(
  dataset: OpenDataset,
  kind: Group['kind'],
  a: number,
  b: number,
  asked: Entity | null,
): Pick<
  CollaborationRow,
  'a' | 'b' | 'aName' | 'aNameZh' | 'bName' | 'bNameZh' | 'cityId' | 'city' | 'cityZh'
> {
  const [first, second] = [labelOf(dataset, kind, a), labelOf(dataset, kind, b)]
  const city = asked?.label ?? (kind === 'institution' ? commonCity(dataset, a, b) : null)
  return {
    a: first.id,
    b: second.id,
    aName: first.name,
    aNameZh: first.nameZh,
    bName: second.name,
    bNameZh: second.nameZh,
    cityId: city?.id ?? '',
    city: city?.name ?? '',
    cityZh: city?.nameZh ?? null,
  }
}

function commonCity(dataset: OpenDataset, a: number, b: number): EntityLabel | null {
  const names = institutionsOf(dataset)
  const city = names[a]?.city ?? -1
  return city >= 0 && city === names[b]?.city ? (citiesOf(dataset)[city]?.label ?? null) : null
}
