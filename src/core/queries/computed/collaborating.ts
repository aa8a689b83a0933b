/** Who works with whom: entities of one kind, as the nodes of articles tell them. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import { contributionArrays, nodeMaps, nodesOf } from '../../articles/node-maps.ts'
import { storedPairs, storedPartners } from '../../articles/stored-pairs.ts'
import type { OpenDataset } from '../../context.ts'
import type { ArticleFilter } from '../../counting/article-nodes.ts'
import type { EntityKind } from '../../articles/entities.ts'
import type { Pairs, Partner } from '../../counting/collaboration.ts'
import { pairsAmong, partnersOf } from '../../counting/collaboration.ts'
import type { JointArticles } from '../../counting/joint-articles.ts'
import { canReadJointly, jointArticles, pairsByJointArticle } from '../../counting/joint-articles.ts'
import type { Named } from './index-names.ts'
import { citiesOf, countriesOf, institutionsOf } from './index-names.ts'
import { Lru } from '../../lru.ts'
import { institutionsIn, partCount, sumsOf } from './parts.ts'

export interface Period {
  /** Number of the subject. */
  subject: number
  from: number
  to: number
}

/** Between whom scores are asked. */
export type PairKind = 'institution' | 'city' | 'country'

/** As nodes and statistics call them. */
export const NODE_KINDS = {
  institution: 'institution',
  city: 'city',
  country: 'region',
} as const satisfies Record<PairKind, EntityKind>

/** By number. */
export function pairNames(dataset: OpenDataset, kind: PairKind): readonly Named[] {
  if (kind === 'institution') return institutionsOf(dataset)
  return kind === 'city' ? citiesOf(dataset) : countriesOf(dataset)
}

/** A set of entities with their sums over a period, among which scores are asked. */
export interface Group {
  kind: PairKind
  /** Only affiliations in this city count; -1 where all do. */
  city: number
  /** By Share over the period, largest first; those without an article are left out. */
  members: { entity: number; units: number; articles: number }[]
}

export function filterOf({ subject, from, to }: Period): ArticleFilter {
  return { subjectBit: subject, yearFrom: from, yearTo: to }
}

type Member = Group['members'][number]

function inOrder(members: Member[]): Member[] {
  return members
    .filter(({ articles }) => articles > 0)
    .sort((a, b) => b.units - a.units || a.entity - b.entity)
}

/** Members of all kept groups together: about 20 MB. */
const MOST_KEPT = 200_000

/** All institutions, or cities, of the index or of a region. The last few groups asked for are kept. */
export function wholeGroup(
  dataset: OpenDataset,
  kind: Group['kind'],
  period: Period,
  region?: string,
): Group {
  const kept = dataset.memo('groups', () => new Lru<Group>(MOST_KEPT, ({ members }) => members.length))
  const { subject, from, to } = period
  return kept.get(`${kind}/${region ?? ''}/${subject}/${from}/${to}`, () =>
    gather(dataset, kind, period, region),
  )
}

function gather(
  dataset: OpenDataset,
  kind: Group['kind'],
  period: Period,
  region: string | undefined,
): Group {
  const names = pairNames(dataset, kind)
  const { units, articles } = sumsOf(dataset, kind, names.length, period)
  const members = names.flatMap((named, entity): Member[] =>
    region === undefined || named.region.id === region
      ? [{ entity, units: units[entity] as number, articles: articles[entity] as number }]
      : [],
  )
  return { kind, city: -1, members: inOrder(members) }
}

/**
 * The institutions of a city, each with what it has there: of one with affiliations in several cities only the part in
 * this city counts.
 */
export function cityGroup(dataset: OpenDataset, city: number, period: Period): Group {
  const wholes = sumsOf(dataset, 'institution', institutionsOf(dataset).length, period)
  const parts = sumsOf(dataset, 'part', partCount(dataset), period)
  const members = institutionsIn(dataset, city).map(({ institution, part }): Member => {
    const [sums, at] = part < 0 ? [wholes, institution] : [parts, part]
    return { entity: institution, units: sums.units[at] as number, articles: sums.articles[at] as number }
  })
  return { kind: 'institution', city, members: inOrder(members) }
}

/** Node → entity of the group's kind, -1 for affiliations that do not count. */
function entityMap(dataset: OpenDataset, { kind, city }: Pick<Group, 'kind' | 'city'>): Int32Array {
  const maps = nodeMaps(dataset)
  if (city < 0) return maps[NODE_KINDS[kind]]
  const map = new Int32Array(maps.city.length).fill(-1)
  for (const node of nodesOf(dataset, 'city', city)) map[node] = maps[NODE_KINDS[kind]][node] as number
  return map
}

/** Entries of the articles of several entities: about 80 MB. A larger index is walked through each time. */
const MOST_JOINT = 10_000_000

/**
 * The articles of several entities of a kind. They are made when pairs over all affiliations are asked for the second time:
 * to make them takes longer than a walk, and who draws one network alone waits for a walk only.
 */
function jointOf(dataset: OpenDataset, kind: PairKind): JointArticles | null {
  const arrays = contributionArrays(dataset)
  if (arrays.node.length > MOST_JOINT) return null
  const asked = dataset.memo(`joint-articles/${kind}/asked`, () => ({ times: 0 }))
  if (asked.times++ === 0) return null
  return dataset.memo(`joint-articles/${kind}`, () =>
    jointArticles(arrays, entityMap(dataset, { kind, city: -1 })),
  )
}

/**
 * Scores of all pairs among some of a group's members. Where an engine counted, an institution lies in one city, so those of
 * a city are those of its institutions.
 */
export function pairsOf(
  dataset: OpenDataset,
  group: Pick<Group, 'kind' | 'city'>,
  entities: ArrayLike<number>,
  period: Period,
): Pairs {
  if (dataset.plan) return storedPairs(dataset, NODE_KINDS[group.kind], entities, filterOf(period))
  const arrays = contributionArrays(dataset)
  if (group.city < 0 && canReadJointly(arrays, entities.length)) {
    const joint = jointOf(dataset, group.kind)
    const set = [...new Set(Array.from(entities))]
    if (joint) return pairsByJointArticle(arrays, joint, set, filterOf(period))
  }
  return pairsAmong(arrays, entityMap(dataset, group), entities, filterOf(period))
}

/** All partners of an entity, the highest score first; equal ones by joint articles, then by number. */
export function partnersByScore(
  dataset: OpenDataset,
  kind: Group['kind'],
  entity: number,
  period: Period,
): Partner[] {
  const [of, filter] = [NODE_KINDS[kind], filterOf(period)]
  const partners = dataset.plan
    ? storedPartners(dataset, of, entity, filter)
    : partnersOf(
        contributionArrays(dataset),
        nodeMaps(dataset)[of],
        entity,
        nodesOf(dataset, of, entity),
        filter,
      )
  return partners.sort((a, b) => b.units - a.units || b.articles - a.articles || a.entity - b.entity)
}

export function labelOf(dataset: OpenDataset, kind: Group['kind'], entity: number): EntityLabel {
  const named = pairNames(dataset, kind)[entity]
  if (!named) throw new Error(`no ${kind} ${entity}`)
  return named.label
}
