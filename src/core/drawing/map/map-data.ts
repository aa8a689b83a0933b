/** What a map shows: the leading cities, where they lie, and the partners of one of them. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { MapDrawing } from '../../../shared/contract/drawings.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { partnersByScore, wholeGroup } from '../../queries/computed/collaborating.ts'
import { findIndexCity } from '../../queries/computed/find-entity.ts'
import type { NamedCity, Region } from '../../queries/computed/index-names.ts'
import { citiesOf } from '../../queries/computed/index-names.ts'
import { periodOf, requireComputed, subjectNumber } from '../../queries/computed/totals.ts'
import { findCity } from '../../queries/find-city.ts'
import { rankingEntries } from '../../queries/ranking-rows.ts'
import { requireRegion, requireYear } from '../../queries/rankings.ts'
import { WORLD_VIEW } from './frame.ts'
import { pointIn } from './place-cities.ts'
import type { Position, PublishedPosition } from './published-positions.ts'
import { publishedPositions } from './published-positions.ts'

type Input = ParsedInputOf<'maps.draw'>

export interface PlacedCity extends EntityLabel {
  region: Region
  /** Over the period, in articles; more than 0. */
  share: number
  count: number | null
  position: Position | null
  /** With the focus; null of the focus itself and where it is no partner, or none was published. */
  score: number | null
  articles: number | null
}

export interface MapData {
  filters: MapDrawing['filters']
  /** By Share, the largest first: the leading ones, then the focus and partners drawn that are not among them. */
  cities: (PlacedCity & { position: Position })[]
  /** How many of them lead; those after are here for their links. */
  leading: number
  /** Cities with a Share. */
  citiesOf: number
  /** Without a position, or beyond the map's edges. */
  unplaced: PlacedCity[]
  focus: PlacedCity | null
  /** The partners drawn, highest score first; those without a position too. */
  partners: PlacedCity[]
  /** Whether scores between cities are known: not of an edition. */
  scored: boolean
  /** Cities with any score with the focus; null without a focus, or where none were published. */
  partnersOf: number | null
}

/**
 * @throws AppError city-unknown, city-ambiguous, region-unknown, year-unknown; not-computed where an edition is asked
 *   for a period.
 */
export function mapData(input: Input, context: ReaderContext): MapData {
  const dataset = context.open(input.dataset)
  const positions = positionsOf(dataset, publishedPositions(context.resourcesDir))
  const all =
    dataset.kind === 'published'
      ? printedCities(dataset, input, positions)
      : countedCities(dataset, input, positions)
  const { cities, focus, period, partners } = all
  const drawn = partners?.filter(({ score }) => (score ?? 0) >= input.minScore).slice(0, input.partners) ?? []
  const leaders = cities.slice(0, input.top)
  const ids = new Set(leaders.map(({ id }) => id))
  const further = [focus, ...drawn].filter((city) => city !== null && !ids.has(city.id)) as PlacedCity[]
  const shown = [...leaders, ...further.sort((a, b) => b.share - a.share)]
  const isPlaced = (city: PlacedCity): city is PlacedCity & { position: Position } =>
    city.position !== null && pointIn(WORLD_VIEW, city.position) !== null
  return {
    filters: {
      subject: input.subject,
      year: period.to,
      from: period.from,
      region: input.region ?? null,
      top: input.top,
      focus: focus?.id ?? null,
      partners: input.partners,
      minScore: input.minScore,
    },
    cities: shown.filter(isPlaced),
    leading: leaders.filter(isPlaced).length,
    citiesOf: cities.length,
    unplaced: shown.filter((city) => !isPlaced(city)),
    focus,
    partners: drawn,
    scored: dataset.kind !== 'published',
    partnersOf: partners?.length ?? null,
  }
}

interface AllCities {
  /** Of the region asked for, or all; largest Share first. */
  cities: PlacedCity[]
  focus: PlacedCity | null
  period: { from: number; to: number }
  /** Of the focus, among `cities`; null without a focus, or where scores were not published. */
  partners: PlacedCity[] | null
}

const unlinked = { score: null, articles: null }

function printedCities(dataset: OpenDataset, input: Input, positions: Positions): AllCities {
  const year = requireYear(dataset, input.year)
  if (input.from !== undefined && input.from !== year) requireComputed(dataset)
  const rows = rankingEntries(dataset, input.subject, year).map(({ row }) => row)
  requireRegion(
    input.region,
    rows.map(({ region }) => ({ id: region })),
  )
  const cities = rows
    .filter((row) => (row.share ?? 0) > 0)
    .map((row): PlacedCity => {
      const { id, name, nameZh, region, regionName, regionNameZh, share, count } = row
      const inRegion = { id: region, name: regionName, nameZh: regionNameZh }
      const position = positions.get(id) ?? null
      return { id, name, nameZh, region: inRegion, share: share ?? 0, count, position, ...unlinked }
    })
    .sort((a, b) => b.share - a.share)
  const focusId = input.focus === undefined ? null : findCity(dataset, input.focus).city_id
  return {
    cities: cities.filter(({ region }) => !input.region || region.id === input.region),
    focus: cities.find(({ id }) => id === focusId) ?? null,
    period: { from: year, to: year },
    partners: null,
  }
}

function countedCities(dataset: OpenDataset, input: Input, positions: Positions): AllCities {
  const to = input.year ?? dataset.defaultYear
  const years = periodOf(dataset, input.from ?? to, to)
  const period = { subject: subjectNumber(input.subject), ...years }
  const names = citiesOf(dataset)
  requireRegion(
    input.region,
    names.map(({ region }) => region),
  )
  const inRegion = (entity: number) => !input.region || names[entity]?.region.id === input.region
  const focus = input.focus === undefined ? null : findIndexCity(dataset, input.focus).number
  const links =
    focus === null
      ? []
      : partnersByScore(dataset, 'city', focus, period).filter((link) => inRegion(link.entity))
  const linkOf = new Map(links.map((link) => [link.entity, link]))
  const made = new Map<number, PlacedCity>()
  for (const { entity, units, articles } of wholeGroup(dataset, 'city', period).members) {
    const { label, region } = names[entity] as NamedCity
    const link = linkOf.get(entity)
    const linked = link ? { score: toShare(link.units), articles: link.articles } : unlinked
    const figures = { share: toShare(units), count: articles, position: positions.get(label.id) ?? null }
    made.set(entity, { ...label, region, ...figures, ...linked })
  }
  return {
    cities: [...made].filter(([entity]) => inRegion(entity)).map(([, city]) => city),
    focus: (focus === null ? null : made.get(focus)) ?? null,
    period: years,
    partners: focus === null ? null : links.map(({ entity }) => made.get(entity) as PlacedCity),
  }
}

type Positions = ReadonlyMap<string, Position>

/** Of an index the positions that its institutions gave; of an edition, and where an index has none, those published. */
function positionsOf(dataset: OpenDataset, published: ReadonlyMap<string, PublishedPosition>): Positions {
  return dataset.memo('positions', () => {
    const sql = 'SELECT city_id AS id, region_id AS country, latitude, longitude FROM cities'
    const rows = dataset.db.prepare(sql).all() as CityPlaceRow[]
    const known = rows.flatMap(({ id, country, latitude, longitude }): [string, Position][] => {
      if (latitude !== null && longitude !== null) return [[id, { latitude, longitude }]]
      const other = published.get(id)
      return other?.country === country ? [[id, other]] : []
    })
    return new Map(known)
  })
}

interface CityPlaceRow {
  id: string
  country: string
  latitude: number | null
  longitude: number | null
}
