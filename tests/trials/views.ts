/** Random views, as addresses and as what the views themselves ask for by them; the same for the same seed. */
import { rankingInput } from '../../src/shared/address/first-calls.ts'
import type { Query } from '../../src/shared/address/query.ts'
import { patchQuery, readShared } from '../../src/shared/address/query.ts'
import { risingInput } from '../../src/shared/address/rising-input.ts'
import { addressOf } from '../../src/shared/address/view-of.ts'
import type { InputOf } from '../../src/shared/contract/index.ts'
import { SUBJECTS } from '../../src/shared/domain/subjects.ts'
import { RANKING_SORTS } from '../../src/shared/domain/ranking-sorts.ts'
import { pairsInput } from '../../src/renderer/src/features/collaborations/pairs-input.ts'
import { readMap, toMapDrawing } from '../../src/renderer/src/features/map/map-state.ts'
import { readNetwork, toDrawing } from '../../src/renderer/src/features/networks/network-state.ts'

type Table = InputOf<'exports.table'>['table']
type Figure = InputOf<'exports.figure'>['figure']

export interface RandomView {
  address: string
  table: Table
  figure: Figure
  /** Reads another address as this view does. */
  read(path: string, query: Query): Table
}

const DATASET = 'sample'
const YEARS = { first: 2019, last: 2023 }
/** All of them in the synthetic sample. */
const CITIES = ['beijing', 'shanghai', 'nanjing', 'paris', 'london', 'tokyo']

/** Numbers from 0 to below 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const of = (query: Query) => {
  const { dataset, subject, year } = readShared(query)
  return { dataset, subject, year }
}

/** Each view's table as its own code reads it from an address. */
const READERS: Record<string, (query: Query, path: string) => Table> = {
  rankings: (query) => ({ of: 'rankings', input: rankingInput(query, RANKING_SORTS) }),
  rising: (query) => ({ of: 'rising', input: risingInput(query, of(query)) }),
  city: (query, path) => {
    const { dataset, year } = of(query)
    return { of: 'city', input: { dataset, year, city: decodeURIComponent(path.slice('/cities/'.length)) } }
  },
  compare: (query) => ({ of: 'compare', input: { ...of(query), cities: readShared(query).cities } }),
  pairs: (query) => {
    const input = pairsInput(query, of(query))
    if (!input) throw new Error('no pairs')
    const { limit: _limit, ...asked } = input
    return { of: 'collaborations', input: asked }
  },
  network: (query) => {
    const shared = { ...of(query), year: of(query).year ?? null, years: YEARS, leader: 'beijing' }
    const drawing = toDrawing(readNetwork(query), shared, 'en')
    if (!drawing) throw new Error('no network')
    return { of: 'network', part: 'nodes', drawing }
  },
  map: (query) => {
    const shared = { ...of(query), isIndex: true, firstYear: YEARS.first, leader: null }
    return { of: 'map', drawing: toMapDrawing(readMap(query), shared, 'en') }
  },
}

function figureOf(table: Table, at: string | undefined): Figure {
  const highlight = at === undefined ? {} : { highlight: at }
  if (table.of === 'rankings') return { of: 'ranking-bars', input: table.input, top: 5, ...highlight }
  if (table.of === 'rising') return { of: 'rising', input: table.input, top: 5 }
  if (table.of === 'city') return { of: 'city-series', input: table.input }
  if (table.of === 'compare') return { of: 'compare', input: table.input }
  if (table.of === 'collaborations') return { of: 'pairs', input: table.input, top: 5 }
  if (table.of === 'network') return { of: 'network', drawing: table.drawing }
  if (table.of === 'map') return { of: 'map', drawing: table.drawing }
  throw new Error(`no figure of ${table.of}`)
}

export function randomView(random: () => number): RandomView {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const maybe = <T>(make: () => T): T | null => (random() < 0.5 ? make() : null)
  const year = () => YEARS.first + Math.floor(random() * 5)
  const shared = { dataset: DATASET, subject: maybe(() => pick(SUBJECTS)), year: maybe(year) }
  const region = () => pick(['CN', 'US', 'JP'])
  const kind = pick(Object.keys(READERS))
  const city = pick(CITIES)
  const own: Record<string, () => Parameters<typeof patchQuery>[1]> = {
    rankings: () => ({
      by: maybe(() => pick(['institution', 'country', 'metro'])),
      base: maybe(year),
      q: maybe(() => pick(['an', '北 & "x"', 'São'])),
      sort: maybe(() => pick(['share', 'count', 'name'])),
      desc: random() < 0.5,
    }),
    rising: () => ({
      from: 2019,
      to: maybe(() => 2020 + Math.floor(random() * 4)),
      region: maybe(region),
      floor: maybe(() => Math.round(random() * 40) / 8),
      sort: maybe(() => 'change'),
      year: null,
    }),
    city: () => ({ subject: null }),
    compare: () => ({
      cities: [
        ...new Set([city, ...CITIES.filter(() => random() < 0.6), city === 'paris' ? 'london' : 'paris']),
      ].join(','),
    }),
    pairs: () => ({
      of: maybe(() => 'cities'),
      city: maybe(() => city),
      year: 2022,
      from: maybe(() => 2020),
    }),
    network: () => ({
      of: 'cities',
      n: maybe(() => 5 + Math.floor(random() * 12)),
      min: maybe(() => Math.round(random() * 4) / 4),
      k: maybe(() => 1 + Math.floor(random() * 4)),
      seed: maybe(() => 1 + Math.floor(random() * 99)),
      layout: maybe(() => 'circle'),
      labels: maybe(() => pick(['share', 'name', 'none'])),
      year: null,
    }),
    map: () => ({
      draw: 'map',
      around: pick([city, 'none']),
      top: maybe(() => 20 + Math.floor(random() * 50)),
      partners: maybe(() => Math.floor(random() * 16)),
      labels: maybe(() => 'share'),
      years: null,
    }),
  }
  const paths: Record<string, string> = {
    rankings: '/',
    rising: '/rising',
    city: `/cities/${city}`,
    compare: '/compare',
    pairs: '/collaborations',
    network: '/networks',
    map: '/networks',
  }
  const path = paths[kind] ?? '/'
  const query = patchQuery({}, { ...shared, ...own[kind]?.() })
  const read = (at: string, asked: Query): Table => (READERS[kind] as (typeof READERS)[string])(asked, at)
  const table = read(path, query)
  return {
    address: addressOf({ path, query }),
    table,
    figure: figureOf(table, query['at']),
    read: (at, asked) => read(at, asked),
  }
}
