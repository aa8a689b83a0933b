/** The views that are measured, as addresses; a round asks for another year, subject and city, so that little is at hand. */
import { RANKING_SORTS } from '../../../src/shared/domain/ranking-sorts.ts'
import { ALL_SUBJECTS } from '../../../src/shared/domain/subjects.ts'
import { addressOf } from '../../../src/shared/address/view-of.ts'
import { LARGE_INDEX } from '../data/index.ts'

/** What a round is about. */
export interface Round {
  year: number
  subject: string
  /** Ids, largest Share first. */
  cities: readonly string[]
  institutions: readonly string[]
}

export interface MeasuredView {
  name: string
  /** Path and what the view's own part of the query says. */
  at: (round: Round) => { path: string; query?: Record<string, string> }
  /** Stands on the page once it is drawn, so that an empty page is not measured as a fast one. */
  shows: string
}

const ROWS = 'main [role=row] [role=rowheader]'

export const VIEWS: readonly MeasuredView[] = [
  { name: 'Rankings', at: () => ({ path: '/' }), shows: ROWS },
  { name: 'Rankings, institutions', at: () => ({ path: '/', query: { by: 'institution' } }), shows: ROWS },
  { name: 'Rankings, countries', at: () => ({ path: '/', query: { by: 'country' } }), shows: ROWS },
  {
    name: 'Rankings, all columns',
    at: () => ({ path: '/', query: { columns: RANKING_SORTS.join(',') } }),
    shows: ROWS,
  },
  {
    name: 'Rising',
    at: () => ({ path: '/rising', query: { from: '2016', to: '2024' } }),
    shows: 'main tr a',
  },
  { name: 'Cities', at: () => ({ path: '/cities' }), shows: 'main tr a' },
  { name: 'City', at: ({ cities: [city] }) => ({ path: `/cities/${city}` }), shows: 'main tr a' },
  {
    name: 'Institution',
    at: ({ institutions: [first] }) => ({ path: `/institutions/${first}` }),
    shows: 'main tr a',
  },
  { name: 'Collaborations', at: () => ({ path: '/collaborations' }), shows: 'main [data-pair]' },
  {
    name: 'Collaborations of a city',
    at: ({ cities: [city = ''] }) => ({ path: '/collaborations', query: { of: 'cities', city } }),
    shows: 'main [data-pair]',
  },
  {
    name: 'Networks, institutions of a city',
    at: ({ cities: [city = ''] }) => ({ path: '/networks', query: { city } }),
    shows: 'main [data-testid=network-stage]',
  },
  {
    name: 'Networks, 50 cities over nine years',
    at: () => ({ path: '/networks', query: { of: 'cities', n: '50', from: '2016', to: '2024' } }),
    shows: 'main [data-testid=network-stage]',
  },
  {
    name: 'Networks, the partners of a city',
    at: ({ cities: [centre = ''] }) => ({ path: '/networks', query: { of: 'ego', kind: 'city', centre } }),
    shows: 'main [data-testid=network-stage]',
  },
  { name: 'Map', at: () => ({ path: '/networks', query: { draw: 'map' } }), shows: 'main' },
  {
    name: 'Compare',
    at: ({ cities }) => ({ path: '/compare', query: { cities: cities.slice(0, 6).join(',') } }),
    shows: 'main a[href^="/cities/"]',
  },
  {
    name: 'Method, Share',
    at: () => ({ path: '/method/share' }),
    shows: 'main [data-testid=worked-example]',
  },
  { name: 'Method, collaboration score', at: () => ({ path: '/method/bcs' }), shows: 'main' },
  { name: 'Datasets', at: () => ({ path: '/datasets' }), shows: 'main' },
]

export function addressIn(view: MeasuredView, round: Round): string {
  const { path, query } = view.at(round)
  const { year, subject } = round
  const shared = { dataset: LARGE_INDEX, year: String(year), ...(subject === 'all' ? {} : { subject }) }
  return addressOf({ path, query: { ...shared, ...query } })
}

/** @param of entities by Share, of which each round takes others */
export function roundsOf(n: number, of: Pick<Round, 'cities' | 'institutions'>): Round[] {
  return Array.from({ length: n }, (_, i) => ({
    year: 2024 - (i % 8),
    subject: ALL_SUBJECTS[i % ALL_SUBJECTS.length] as string,
    cities: of.cities.slice(3 * i),
    institutions: of.institutions.slice(3 * i),
  }))
}
