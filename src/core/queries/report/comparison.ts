import type { RankingRow } from '../../../shared/contract/rankings.ts'
import type { FigureDraft, Offer } from './offer.ts'
import { methodPage, rankingPage, when } from './pages.ts'

const NODES = 12

/** Two to six cities against the first: series and differences, their rows, their places, their institutions. */
export function comparison(offer: Offer, cities: readonly RankingRow[]): FigureDraft[] {
  const dataset = offer.dataset.id
  const ids = cities.map(({ id }) => id)
  const [first] = ids
  const input = { dataset, cities: ids }
  return [
    { of: 'compare', input, ...(first !== undefined && { reference: first }) },
    { of: 'table', table: { of: 'compare', input }, ...(first !== undefined && { highlight: first }) },
    ...when(offer.hasBars('all'), () => rankingPage(offer, 'all', first)),
    ...ids.flatMap((city) =>
      offer.computed
        ? [{ of: 'city-series' as const, input: { dataset, city } }]
        : when(offer.hasHistory(city), () => ({ of: 'rank-history', input: { dataset, city } })),
    ),
    ...when(offer.computed && ids.every((city) => offer.institutions(city) > 2), () => ({
      of: 'network-multiples',
      drawing: {
        panels: ids.map((city) => ({ of: 'institutions' as const, input: { dataset, city, top: NODES } })),
      },
    })),
    methodPage(offer),
  ]
}
