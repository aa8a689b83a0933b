/** `networks.*`: leading entities, or the partners of one, and the scores among them. */
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { NetworkData, NetworkEdge, NetworkNode } from '../../../shared/contract/networks.ts'
import { USUAL_STRONGEST, usualStrongest } from '../../../shared/domain/strongest.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { requireRegion } from '../rankings.ts'
import type { Group, Period } from './collaborating.ts'
import { cityGroup, pairsOf, partnersByScore, wholeGroup } from './collaborating.ts'
import { findIndexCity, findInstitution } from './find-entity.ts'
import { histogramOf } from './histogram.ts'
import type { Named, NamedInstitution } from './index-names.ts'
import { citiesOf, institutionsOf } from './index-names.ts'
import { sumsOf } from './parts.ts'
import { byScore } from './ranked-pairs.ts'
import { periodOf, provenanceOf, requireComputed, subjectNumber } from './totals.ts'

type Filters = NetworkData['filters']
/** Filters of the edges, common to all networks. */
type EdgeInput = Pick<ParsedInputOf<'networks.cities'>, 'minScore' | 'strongest' | 'top'>

/**
 * The leading institutions of a city, a region or the index. In a city an institution's part there counts.
 * @throws AppError not-computed, city-unknown, city-ambiguous, region-unknown, year-unknown.
 */
export function institutionNetwork(
  input: ParsedInputOf<'networks.institutions'>,
  context: ReaderContext,
): NetworkData {
  const { dataset, period } = begin(input, context)
  const city = input.city === undefined ? null : findIndexCity(dataset, input.city)
  const names = institutionsOf(dataset)
  if (input.region) requireRegionOf(names, input.region)
  const group = city
    ? cityGroup(dataset, city.number, period)
    : wholeGroup(dataset, 'institution', period, input.region)
  const members = group.members.filter(
    ({ entity }) => !city || !input.region || names[entity]?.region.id === input.region,
  )
  const filters = {
    ...filtersOf('institutions', input, period),
    city: city?.label.id ?? null,
    region: input.region ?? null,
  }
  return build(dataset, { ...group, members }, period, { input, filters, nodesOf: members.length })
}

/** The leading cities of the index or of a region. @throws AppError not-computed, region-unknown, year-unknown. */
export function cityNetwork(input: ParsedInputOf<'networks.cities'>, context: ReaderContext): NetworkData {
  const { dataset, period } = begin(input, context)
  if (input.region) requireRegionOf(citiesOf(dataset), input.region)
  const group = wholeGroup(dataset, 'city', period, input.region)
  const filters = { ...filtersOf('cities', input, period), region: input.region ?? null }
  return build(dataset, group, period, { input, filters, nodesOf: group.members.length })
}

/**
 * An institution or a city, its strongest partners, and the edges among all of them.
 * @throws AppError not-computed, institution-unknown, institution-ambiguous, city-unknown, city-ambiguous, year-unknown.
 */
export function egoNetwork(input: ParsedInputOf<'networks.ego'>, context: ReaderContext): NetworkData {
  const { dataset, period } = begin(input, context)
  const { kind } = input
  const centre =
    kind === 'city' ? findIndexCity(dataset, input.centre) : findInstitution(dataset, input.centre)
  const partners = partnersByScore(dataset, kind, centre.number, period)
  const size = kind === 'city' ? citiesOf(dataset).length : institutionsOf(dataset).length
  const { units, articles } = sumsOf(dataset, kind, size, period)
  const member = (entity: number) => ({
    entity,
    units: units[entity] as number,
    articles: articles[entity] as number,
  })
  const around = partners.slice(0, input.top).map(({ entity }) => member(entity))
  around.sort((a, b) => b.units - a.units || a.entity - b.entity)
  const group: Group = { kind, city: -1, members: [member(centre.number), ...around] }
  const filters = { ...filtersOf('ego', input, period), centre: centre.label.id }
  // `top` counts the partners; the centre stands besides.
  const all = { ...input, top: group.members.length }
  return build(dataset, group, period, { input: all, filters, nodesOf: partners.length + 1 })
}

function begin(
  input: Pick<ParsedInputOf<'networks.cities'>, 'dataset' | 'subject' | 'from' | 'to'>,
  context: ReaderContext,
): { dataset: OpenDataset; period: Period } {
  const dataset = context.open(input.dataset)
  requireComputed(dataset)
  const years = periodOf(dataset, input.from, input.to)
  return { dataset, period: { subject: subjectNumber(input.subject), ...years } }
}

function requireRegionOf(names: readonly Named[], region: string): void {
  const regions = [...new Set(names.map((named) => named.region.id))]
  requireRegion(
    region,
    regions.map((id) => ({ id })),
  )
}

/** Of the edges all are kept until `build` knows of how many nodes they are. */
function filtersOf(of: Filters['of'], input: EdgeInput & { subject: string }, period: Period): Filters {
  return {
    of,
    city: null,
    region: null,
    centre: null,
    subject: input.subject,
    from: period.from,
    to: period.to,
    top: input.top,
    minScore: input.minScore,
    strongest: null,
  }
}

function build(
  dataset: OpenDataset,
  group: Group,
  period: Period,
  { input, filters, nodesOf }: { input: EdgeInput; filters: Filters; nodesOf: number },
): NetworkData {
  const shown = group.members.slice(0, input.top)
  const pairs = pairsOf(
    dataset,
    group,
    shown.map(({ entity }) => entity),
    period,
  )
  const scored = byScore(pairs)
  const links = new Map<number, number>()
  for (const { a, b } of scored) for (const end of [a, b]) links.set(end, (links.get(end) ?? 0) + 1)
  const nodes = shown.map((member) => toNode(dataset, group.kind, member, links.get(member.entity) ?? 0))
  const ids = new Map(shown.map(({ entity }, at) => [entity, nodes[at]?.id ?? '']))
  const strongest =
    input.strongest === USUAL_STRONGEST ? usualStrongest(nodes.length) : (input.strongest ?? null)
  const edges = scored.map(({ a, b, units, articles }) => ({
    a: ids.get(a) ?? '',
    b: ids.get(b) ?? '',
    score: toShare(units),
    articles,
  }))
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: { ...filters, strongest },
    nodesOf,
    edgesOf: edges.length,
    histogram: histogramOf(edges.map(({ score }) => score)),
    nodes,
    edges: strongestOf(
      edges.filter(({ score }) => score >= input.minScore),
      strongest,
    ),
    provenance: provenanceOf(dataset),
  }
}

function toNode(
  dataset: OpenDataset,
  kind: Group['kind'],
  { entity, units, articles }: Group['members'][number],
  links: number,
): NetworkNode {
  const sums = { share: toShare(units), count: articles, links }
  if (kind === 'city') {
    const city = citiesOf(dataset)[entity] as Named
    return { ...city.label, within: null, region: city.region.id, sector: null, ...sums }
  }
  const { label, within, regionId, sector } = institutionsOf(dataset)[entity] as NamedInstitution
  return { ...label, within: within ?? null, region: regionId, sector, ...sums }
}

/** Keeps an edge that is among the k strongest of either end. @param edges highest score first */
export function strongestOf(edges: NetworkEdge[], k: number | null): NetworkEdge[] {
  if (k === null) return edges
  const met = new Map<string, number>()
  return edges.filter(({ a, b }) => {
    const [ofA, ofB] = [met.get(a) ?? 0, met.get(b) ?? 0]
    met.set(a, ofA + 1)
    met.set(b, ofB + 1)
    return ofA < k || ofB < k
  })
}
