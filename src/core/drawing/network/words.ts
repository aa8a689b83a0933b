/** What a figure of a network says in words: what is seen, of what it is drawn, and where it comes from. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type {
  DrawnNode,
  DrawnWords,
  Frame,
  GroupWords,
  NetworkRequest,
} from '../../../shared/contract/drawings.ts'
import type { NetworkData } from '../../../shared/contract/networks.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { closest, edgesOf } from '../../../shared/figures/network/reading.ts'
import { sourceLine } from '../../../shared/figures/source-line.ts'
import { shortName } from '../../../shared/format/names.ts'
import { formatNumber, printedDecimals } from '../../../shared/format/numbers.ts'
import type { Values } from '../../../shared/i18n/index.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { OpenDataset } from '../../context.ts'
import { limitsOf } from '../../datasets/collected.ts'
import { readDatasetRow } from '../../datasets/summary.ts'
import { citiesOf, institutionsOf } from '../../queries/computed/index-names.ts'
import type { NodeKind } from './network-data.ts'
import { nodeKindOf } from './network-data.ts'

export interface WordsOf {
  request: NetworkRequest
  /** As drawn: without what is hidden. */
  data: NetworkData
  hidden: number
  frame: Frame
  language: Language
  seed: number
  /** Null where no labels were wanted. */
  labels: { shown: number; of: number } | null
}

export const say = (language: Language, key: string, values?: Values): string =>
  translate(language, `drawings.${key}`, values)

const whole = (value: number, language: Language) => formatNumber(value, 0, language)

/** Names of the groups of the nodes drawn; a cluster is named after its institution or city with the largest Share. */
export function groupWords(
  nodes: readonly Pick<DrawnNode, 'name' | 'nameZh' | 'sector' | 'region' | 'cluster'>[],
  dataset: OpenDataset,
  language: Language,
): GroupWords {
  const regions = new Map(
    [...citiesOf(dataset), ...institutionsOf(dataset)].map(({ region }) => [region.id, region]),
  )
  const groups: GroupWords = { sector: {}, country: {}, cluster: {}, rest: say(language, 'groups.rest') }
  for (const node of nodes) {
    const { sector, region, cluster } = node
    if (sector !== null) groups.sector[sector] ??= translate(language, `networks.sectors.${sector}`)
    if (region !== null) groups.country[region] ??= placeName(regions.get(region) ?? null, language) || region
    groups.cluster[cluster] ??= say(language, 'groups.cluster', {
      n: cluster + 1,
      name: shortName(node, language),
    })
  }
  return groups
}

export function networkWords(asked: WordsOf, dataset: OpenDataset): DrawnWords {
  const { language, data } = asked
  const place = placeOf(data.filters, dataset)
  return {
    // On the screen a sentence over the figure says what was found.
    title: asked.frame.legend ? seenTitle(asked, place) : titleOf(asked, place),
    subtitle: subtitleOf(asked, place),
    source: sourceWords(dataset, asked),
    legendArea: say(language, 'legendArea'),
    legendWidth: say(language, 'legendWidth'),
    fileStem: fileStemOf(data.filters),
  }
}

/** "Source: …; sample r1-…. 76 of 200 labels shown. Layout seed 1." */
export function sourceWords(
  dataset: OpenDataset,
  { language, labels, seed }: Pick<WordsOf, 'language' | 'labels' | 'seed'>,
): string {
  const shown = labels && { shown: whole(labels.shown, language), of: whole(labels.of, language) }
  const all = labels !== null && labels.shown === labels.of
  return say(language, 'source', {
    source: sourceLine({ ...readDatasetRow(dataset.db, dataset.id), ...limitsOf(dataset.db) }, language),
    dataset: dataset.id,
    version: dataset.version,
    labels: shown ? say(language, all ? 'labelsAll' : 'labels', shown) : '',
    seed,
  })
}

/** The city, the region or the centre of a network; null where it is of the whole index. */
export function placeOf(filters: NetworkData['filters'], dataset: OpenDataset): EntityLabel | null {
  const { city, region, centre } = filters
  const named = (id: string) => citiesOf(dataset).find((each) => each.id === id)?.label ?? null
  if (centre !== null) {
    return named(centre) ?? institutionsOf(dataset).find((each) => each.id === centre)?.label ?? null
  }
  if (city !== null) return named(city)
  if (region === null) return null
  const all = [...citiesOf(dataset), ...institutionsOf(dataset)]
  return all.find((each) => each.region.id === region)?.region ?? null
}

export function placeName(place: EntityLabel | null, language: Language): string {
  return place ? shortName(place, language) : ''
}

/** "Beijing’s leading institutions". */
export function whoOf(
  { of, city, region }: NetworkData['filters'],
  kind: NodeKind,
  place: EntityLabel | null,
  language: Language,
): string {
  const inRegion = city === null && region !== null
  const plain = kind === 'city' ? 'cities' : 'institutions'
  const regional = kind === 'city' ? 'regionCities' : 'regionInstitutions'
  const key = of === 'ego' ? 'ego' : city !== null ? 'cityInstitutions' : inRegion ? regional : plain
  return say(language, `who.${key}`, { place: placeName(place, language) })
}

/** "2019–2023", or the one year. */
export function yearsOf({ from, to }: { from: number; to: number }, language: Language): string {
  return from === to ? String(from) : say(language, 'years', { from, to })
}

function seenTitle({ request, data, language }: WordsOf, place: EntityLabel | null): string {
  const { filters } = data
  const who = whoOf(filters, nodeKindOf(request), place, language)
  return say(language, 'title.seen', {
    who: who.charAt(0).toUpperCase() + who.slice(1),
    subject: translate(language, `figures.subjects.${filters.subject}`),
    years: yearsOf(filters, language),
  })
}

function titleOf({ request, data, language }: WordsOf, place: EntityLabel | null): string {
  const { nodes, edges, filters } = data
  const kind = nodeKindOf(request)
  const who = whoOf(filters, kind, place, language)
  const [only] = nodes
  if (!only) return say(language, 'title.empty', { items: say(language, `items.${kind}`) })
  if (nodes.length === 1) return say(language, 'title.alone', { name: shortName(only, language) })
  if (edges.length === 0) {
    const min = scoreText(filters.minScore, language)
    return say(language, data.edgesOf > 0 && filters.minScore > 0 ? 'title.noneAbove' : 'title.none', {
      who,
      min,
    })
  }
  const ego = filters.of === 'ego' ? filters.centre : null
  const pair = closest(ego === null ? edges : edgesOf(edges, ego))
  const ends = pair && nodes.filter(({ id }) => id === pair.a || id === pair.b)
  if (!ends || ends.length !== 2) return say(language, 'title.several', { who })
  const [a, b] = ends[1]?.id === ego ? [ends[1], ends[0]] : ends
  const values = { who, a: endName(a, nodes, language), b: endName(b, nodes, language) }
  return say(language, ego === null ? 'title.pair' : 'title.partner', values)
}

/** Without the short form that follows some names in brackets. */
function endName(node: EntityLabel | undefined, nodes: readonly EntityLabel[], language: Language): string {
  if (!node) return ''
  const plain = (each: EntityLabel) => shortName(each, language).replace(/\s*[(（][^()（）]*[)）]$/, '')
  const name = plain(node)
  // What stands in brackets may be all that tells two cities apart.
  const shared = nodes.some((other) => other !== node && plain(other) === name)
  return shared ? shortName(node, language) : name
}

function subtitleOf(asked: WordsOf, place: EntityLabel | null): string {
  const { data, language, hidden, request } = asked
  const { filters, nodesOf, nodes } = data
  const ego = filters.of === 'ego'
  const n = nodes.length + hidden - (ego ? 1 : 0)
  const values = {
    n: whole(n, language),
    of: whole(nodesOf - (ego ? 1 : 0), language),
    items: say(language, `items.${nodeKindOf(request)}`),
    place: placeName(place, language),
  }
  const key = ego ? 'subtitle.ego' : place ? 'subtitle.nodesIn' : 'subtitle.nodes'
  const rest = {
    subject: translate(language, `figures.subjects.${filters.subject}`),
    years: yearsOf(filters, language),
    pairs: pairsOf(asked),
  }
  const parts = [
    say(language, key, values) + translate(language, 'common.clause') + say(language, 'subtitle.rest', rest),
  ]
  if (hidden > 0) parts.push(say(language, 'subtitle.hidden', { n: whole(hidden, language) }))
  return parts.join(say(language, 'separator'))
}

function pairsOf({ data, language }: WordsOf): string {
  const { filters, edges, edgesOf } = data
  const values = {
    edges: whole(edges.length, language),
    of: whole(edgesOf, language),
    k: filters.strongest ?? 0,
    min: scoreText(filters.minScore, language),
  }
  const atLeast = filters.minScore > 0
  if (filters.strongest !== null) {
    const key = `strongest${filters.strongest === 1 ? 'One' : ''}${atLeast ? 'AtLeast' : ''}`
    return say(language, `subtitle.${key}`, values)
  }
  if (atLeast) return say(language, 'subtitle.atLeast', values)
  if (edges.length < edgesOf) return say(language, 'subtitle.pairsOf', values)
  return say(language, edges.length === 1 ? 'subtitle.pairsOne' : 'subtitle.pairs', values)
}

const scoreText = (score: number, language: Language) =>
  formatNumber(score, Math.max(1, printedDecimals(score)), language)

/** Lower-case letters, digits and hyphens; parts that select nothing are left out. */
export function fileStemOf({
  of,
  city,
  region,
  centre,
  subject,
  from,
  to,
  top,
}: NetworkData['filters']): string {
  const where = city ?? centre ?? region ?? ''
  const parts = ['network', of === 'cities' ? 'cities' : '', where, subject === 'all' ? '' : subject]
  const years = from === to ? String(from) : `${from}-${to}`
  return [...parts, years, `top${top}`]
    .filter((part) => part !== '')
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
}
