/** From a request to the address of the view that shows it: the inverse of what the views read from their addresses. */
import type { FigureRequest, TableRequest } from '../contract/figures.ts'
import type { MultiplesInput, NetworkDrawingInput, NetworkRequest } from '../contract/drawings.ts'
import { USUAL_GROUPS, USUAL_PER_CITY } from '../domain/pairs.ts'
import type { RankingInput, RisingInput } from '../contract/rankings.ts'
import type { GroupRef } from '../contract/groups.ts'
import { groupReference, writeCompared } from './compared.ts'
import { writeBands } from './bands.ts'
import type { Query, QueryPatch } from './query.ts'
import { DEFAULT_DATASET, patchQuery } from './query.ts'
import { USUAL_STRONGEST, usualStrongest } from '../domain/strongest.ts'
import {
  ALL_LINKS,
  NO_FOCUS,
  USUAL_CITIES,
  USUAL_NODES,
  USUAL_PARTNERS,
  usualLabels,
  usualLayout,
} from './usual.ts'
import { usualMeasure, writeWhy } from './why.ts'

export interface ViewPlace {
  path: string
  query: Query
}

/** `/rising?from=2019`: the keys in order, so that one view has one address. */
export function addressOf({ path, query }: ViewPlace): string {
  const parts = Object.entries(query)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${written(value)}`)
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

/** Lists stay readable. */
const written = (value: string) => encodeURIComponent(value).replaceAll('%2C', ',')

const place = (path: string, patch: QueryPatch): ViewPlace => ({ path, query: patchQuery({}, patch) })

/** The part that every view shares; usual values are left out. */
const shared = ({
  dataset,
  subject,
  year,
}: {
  dataset: string
  subject?: string
  year?: number | undefined
}) => ({
  dataset: dataset === DEFAULT_DATASET ? null : dataset,
  subject: subject === 'all' ? null : subject,
  year,
})

/** The view of a figure; null of words of the reader's own, which stand in no view. */
export function viewOfFigure(figure: FigureRequest): ViewPlace | null {
  switch (figure.of) {
    case 'ranking-bars':
    case 'count-per-share':
    case 'finding':
      return rankings(figure.input, { at: figure.highlight })
    case 'rank-history':
      return city(figure.input, { subject: figure.subject === 'all' ? null : figure.subject })
    case 'city-series':
    case 'city-profile':
    case 'cover':
      return city(figure.input)
    case 'institution-series':
    case 'institution-profile':
      return institution(figure.input)
    case 'city-institutions':
      return institutions(figure.input)
    case 'rising':
      return rising(figure.input, figure.highlight)
    case 'printed-changes':
      return place('/rising', { ...shared(figure.input), at: figure.highlight })
    case 'compare':
      return compare({ ...figure.input, reference: figure.reference ?? figure.input.reference })
    case 'pairs':
      return pairs(figure.input, figure.highlight)
    case 'network':
      // The view would read the node that leads.
      return network(figure.drawing, {
        colour: colourOf(figure.colour),
        at: figure.focus ?? (figure.drawing.network.of === 'ego' ? null : NO_FOCUS),
      })
    case 'network-multiples':
      return multiples(figure.drawing, colourOf(figure.colour))
    case 'map':
      return map(figure.drawing)
    case 'table':
      return viewOfTable(figure.table)
    case 'method':
      return place('/method', shared({ dataset: figure.dataset }))
    case 'text':
      return null
  }
}

/** The view of a table. */
export function viewOfTable(table: TableRequest): ViewPlace {
  switch (table.of) {
    case 'rankings':
      return rankings(table.input, { columns: (table.columns ?? table.input.also).join(',') })
    case 'city':
      return city(table.input)
    case 'compare':
      return compare(table.input)
    case 'collaborations':
      return pairs(table.input)
    case 'rising':
      return rising(table.input)
    case 'changes':
      return place('/rising', shared(table.input))
    case 'institutions':
      return institutions(table.input)
    case 'derivation':
    case 'parts':
      return derivation(table.input)
    case 'network':
      return network(table.drawing)
    case 'map':
      return map(table.drawing)
  }
}

function rankings(input: RankingInput, own: QueryPatch = {}): ViewPlace {
  const { by, base, region, sector, group, search, sort, descending, bands } = input
  return place('/', {
    ...shared(input),
    by: by === 'city' ? null : by,
    base,
    region,
    sector,
    group: typeof group === 'string' ? group : group?.id,
    q: search,
    sort: sort === 'rank' ? null : sort,
    desc: descending === true,
    bands: bands && writeBands(bands),
    ...own,
  })
}

function rising(input: RisingInput, at?: string): ViewPlace {
  const { dataset, subject, by, from, to, base, region, sort, floor, bands } = input
  return place('/rising', {
    ...shared({ dataset, subject }),
    by: by === 'city' ? null : by,
    from,
    to,
    base,
    region,
    // The view opens by percent.
    sort: sort === 'changePct' ? null : sort,
    floor,
    bands: bands && writeBands(bands),
    at,
  })
}

const city = (
  input: { dataset: string; city: string; year?: number | undefined },
  own: QueryPatch = {},
): ViewPlace => place(`/cities/${encodeURIComponent(input.city)}`, { ...shared(input), ...own })

const institution = (input: Extract<FigureRequest, { of: 'institution-series' }>['input']): ViewPlace =>
  place(`/institutions/${encodeURIComponent(input.institution)}`, shared(input))

type Institutions = Extract<TableRequest, { of: 'institutions' }>['input']
/** Of a city they stand in its view; else they are a ranking. */
function institutions(input: Institutions): ViewPlace {
  if (input.city !== undefined) return city({ ...input, city: input.city }, shared(input))
  const { region, sector, search } = input
  return place('/', { ...shared(input), by: 'institution', region, sector, q: search })
}

const idOf = (group: GroupRef) => (typeof group === 'string' ? group : group.id)

type Comparison = Extract<TableRequest, { of: 'compare' }>['input']
const compare = ({ group, ...input }: Comparison): ViewPlace =>
  place('/compare', {
    ...shared(input),
    ...writeCompared(group === undefined ? input : { ...input, reference: groupReference(idOf(group)) }),
    bands: input.bands && writeBands(input.bands),
  })

type Pairs = Extract<TableRequest, { of: 'collaborations' }>['input']
/** As the view reads it: grouped by city where nothing is said, within a city where one is named. */
function pairs(input: Pairs, at?: string): ViewPlace {
  const { between, city: within, institution, country, from, year } = input
  const { perCity, cities, area, reach } = input
  const grouped = perCity !== undefined
  const of = grouped
    ? null
    : between !== 'institutions'
      ? between
      : institution === undefined
        ? 'within'
        : 'partners'
  return place('/collaborations', {
    ...shared(input),
    of,
    city: of === 'within' || of === 'cities' ? within : null,
    institution: of === 'partners' ? institution : null,
    country: of === 'countries' ? country : null,
    reach,
    each: perCity === USUAL_PER_CITY ? null : perCity,
    groups: cities === USUAL_GROUPS ? null : cities,
    // Grouped pairs stand by area, those within one by city, unless it is said.
    area: area === (grouped ? 'metro' : 'city') ? null : area,
    from: from === year ? null : from,
    at,
  })
}

type Derivation = Extract<TableRequest, { of: 'derivation' | 'parts' }>['input']
/** A derivation opens in the inspector of a view: that of the city, else the ranking of its kind. */
function derivation({ dataset, kind, id, partner, subject, from, to, path }: Derivation): ViewPlace {
  const known = from !== undefined && to !== undefined
  const other = partner ?? null
  const measure = usualMeasure(other)
  const why = known
    ? writeWhy({ kind, id, partner: other, subject, from, to, measure, base: null, path })
    : null
  if (kind === 'city') return city({ dataset, city: id }, { why })
  return place('/', { ...shared({ dataset }), by: kind, at: id, why })
}

const colourOf = (colour: string) => (colour === 'none' ? null : colour)

function kindOf(request: NetworkRequest): keyof typeof USUAL_NODES {
  return request.of !== 'institutions'
    ? request.of
    : request.input.city !== undefined
      ? 'city'
      : request.input.region !== undefined
        ? 'region'
        : 'all'
}

/** All links are what is usual of few nodes, and have to be named of many. */
function strongestIn({ strongest, top }: NetworkRequest['input']): number | string | null {
  if (strongest === undefined) return usualStrongest(top) === null ? null : ALL_LINKS
  return strongest === USUAL_STRONGEST ? null : strongest
}

function networkOwn(request: NetworkRequest): QueryPatch & { n: number | null } {
  const kind = kindOf(request)
  const { minScore, top, from, to } = request.input
  const own = {
    of: kind === 'city' ? null : kind,
    n: top === USUAL_NODES[kind] ? null : top,
    min: minScore > 0 ? minScore : null,
    k: strongestIn(request.input),
    from,
    to,
  }
  if (request.of === 'ego') {
    const { kind: centreKind, centre } = request.input
    return { ...own, kind: centreKind === 'city' ? 'city' : null, centre }
  }
  const { region } = request.input
  return { ...own, region, city: request.of === 'institutions' ? request.input.city : null }
}

type Wording = Pick<NetworkDrawingInput, 'labels' | 'names' | 'layout' | 'seed'>

function wordingOwn({ labels, names, layout, seed }: Wording, request: NetworkRequest): QueryPatch {
  return {
    labels: labels === usualLabels(request.input.top) ? null : labels,
    names,
    layout: layout === usualLayout(kindOf(request)) ? null : layout,
    seed: seed === 1 ? null : seed,
  }
}

/** One year of a longer period is the strip's year, drawn as the whole period lies. */
function network(drawing: NetworkDrawingInput, own: QueryPatch = {}): ViewPlace {
  const { network: request, base, hidden } = drawing
  const { input } = request
  const years = base ? { from: base.from, to: base.to, one: true, year: input.to } : {}
  return place('/networks', {
    ...shared(input),
    ...networkOwn(request),
    ...wordingOwn(drawing, request),
    hide: hidden.join('~'),
    ...years,
    ...own,
  })
}

function multiples(drawing: MultiplesInput, colour: string | null): ViewPlace {
  const [first] = drawing.panels
  if (!first) return place('/networks', {})
  const cities = drawing.panels.flatMap((panel) =>
    panel.of === 'institutions' && panel.input.city !== undefined ? [panel.input.city] : [],
  )
  const ofYears = drawing.base !== undefined
  return place('/networks', {
    ...shared(first.input),
    ...networkOwn(first),
    ...wordingOwn(drawing, first),
    ...(ofYears
      ? { ...drawing.base, panels: 'years' }
      : { city: null, cities: cities.join(','), panels: 'cities' }),
    colour,
  })
}

type MapInput = Extract<FigureRequest, { of: 'map' }>['drawing']
function map(drawing: MapInput): ViewPlace {
  const { from, region, top, focus, partners, labels, names, year } = drawing
  return place('/networks', {
    ...shared(drawing),
    draw: 'map',
    around: focus ?? NO_FOCUS,
    partners: partners === USUAL_PARTNERS ? null : partners,
    top: top === USUAL_CITIES ? null : top,
    region,
    years: from !== undefined && from !== year ? 'all' : null,
    labels: labels === 'name' ? null : labels,
    names,
  })
}
