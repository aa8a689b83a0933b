/** `collaborations.list` of a computed index. */
import type { CollaborationList, CollaborationRow } from '../../../shared/contract/collaborations.ts'
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { OpenDataset } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import type { Pairs } from '../../counting/collaboration.ts'
import { cellOf } from './cells.ts'
import type { Group, Period } from './collaborating.ts'
import { cityGroup, labelOf, pairsOf, partnersByScore, wholeGroup } from './collaborating.ts'
import { NO_SOURCE } from './computed-profile.ts'
import type { Entity } from './find-entity.ts'
import { findIndexCity, findInstitution } from './find-entity.ts'
import { citiesOf, institutionsOf } from './index-names.ts'
import { provenanceOf, subjectNumber } from './totals.ts'

/** How many leading institutions, or cities, are paired where neither a city nor an institution is given. */
const LEADING = { institution: 200, city: 100 } as const

/** A pair before its names are looked up. */
interface ScoredPair {
  a: number
  b: number
  units: number
  articles: number
}

/** What a request asks for: pairs of one kind, and the city that all of them lie in, if one does. */
interface Found {
  kind: Group['kind']
  pairs: ScoredPair[]
  city: Entity | null
}

/**
 * Pairs with their scores, highest first. `year` is the last year of the period.
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
  const rows = pairs.slice(input.offset, input.offset + input.limit).map(({ a, b, units, articles }) => ({
    ...namesOfPair(dataset, kind, a, b, city),
    subject: input.subject,
    year,
    score: toShare(units),
    articles,
    qualifier: 'exact' as const,
    note: '',
    cityRank: rank ?? null,
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
    },
    total: pairs.length,
    truncated: pairs.length > input.offset + input.limit,
    rows,
  }
}

function findPairs(dataset: OpenDataset, input: ParsedInputOf<'collaborations.list'>, period: Period): Found {
  const city = input.city === undefined ? null : findIndexCity(dataset, input.city)
  if (input.between === 'cities') {
    if (city) return { kind: 'city', pairs: partners(dataset, 'city', city.number, period), city }
    return { kind: 'city', pairs: leadingPairs(dataset, 'city', period), city }
  }
  if (input.institution !== undefined) {
    const { number } = findInstitution(dataset, input.institution)
    const names = institutionsOf(dataset)
    const all = partners(dataset, 'institution', number, period)
    const pairs = city ? all.filter(({ b }) => names[b]?.city === city.number) : all
    return { kind: 'institution', pairs, city }
  }
  if (!city) return { kind: 'institution', pairs: leadingPairs(dataset, 'institution', period), city }
  const group = cityGroup(dataset, city.number, period)
  const members = group.members.map(({ entity }) => entity)
  return { kind: 'institution', pairs: byScore(pairsOf(dataset, group, members, period)), city }
}

function partners(dataset: OpenDataset, kind: Group['kind'], entity: number, period: Period): ScoredPair[] {
  return partnersByScore(dataset, kind, entity, period).map((partner) => ({
    a: entity,
    b: partner.entity,
    units: partner.units,
    articles: partner.articles,
  }))
}

function leadingPairs(dataset: OpenDataset, kind: Group['kind'], period: Period): ScoredPair[] {
  const group = wholeGroup(dataset, kind, period)
  const members = group.members.slice(0, LEADING[kind]).map(({ entity }) => entity)
  return byScore(pairsOf(dataset, group, members, period))
}

/** Highest score first; equal ones by joint articles, then in the order found, which is that of Share. */
export function byScore({ size, a, b, units, articles }: Pairs): ScoredPair[] {
  return Array.from({ length: size }, (_, i) => ({
    a: a[i] as number,
    b: b[i] as number,
    units: units[i] as number,
    articles: articles[i] as number,
  })).sort((x, y) => y.units - x.units || y.articles - x.articles)
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
