import type { RankingRow } from '../../../shared/contract/rankings.ts'
import type { FigureDraft, Offer } from './offer.ts'
import { methodPage, rankingPage, subjectPage, tablePage, when } from './pages.ts'

/** Institutions in the city's network, and partners on its map. */
const NODES = 24
const PARTNERS = 16

/**
 * A city: cover, one number, its place, its subjects, its neighbours, whom it works with, the rows, the method.
 * @throws AppError city-unknown, city-ambiguous.
 */
export function cityBrief(offer: Offer, city: RankingRow): FigureDraft[] {
  const dataset = offer.dataset.id
  const { id } = city
  const hasShare = city.share !== null
  return [
    { of: 'cover', input: { dataset, city: id } },
    ...when(hasShare && offer.hasBars('all'), () => ({ of: 'finding', input: { dataset }, highlight: id })),
    ...when(offer.hasBars('all'), () => rankingPage(offer, 'all', id)),
    ...subjectPages(offer, id),
    ...when(offer.ranking().rows.length > 2, () => ({
      of: 'compare',
      input: { dataset, cities: [id, ...neighboursOf(offer, id)] },
      reference: id,
    })),
    ...partnerPages(offer, id),
    tablePage(offer, city),
    methodPage(offer),
  ]
}

/** Of an index its series; of an edition the ranks of the years that it prints, and the subject in which it stands highest. */
function subjectPages(offer: Offer, city: string): FigureDraft[] {
  const dataset = offer.dataset.id
  if (offer.computed) return [{ of: 'city-series', input: { dataset, city } }]
  const best = offer.bestSubject(city)
  return [
    ...when(offer.hasHistory(city), () => ({ of: 'rank-history', input: { dataset, city } })),
    ...(best === null ? [] : subjectPage(offer, best, city)),
  ]
}

function partnerPages(offer: Offer, city: string): FigureDraft[] {
  const dataset = offer.dataset.id
  if (!offer.computed)
    return when(offer.hasPairs({ city }), () => ({ of: 'pairs', input: { dataset, city } }))
  const institutions = offer.institutions(city)
  return [
    ...when(institutions > 0, () => ({ of: 'city-institutions', input: { dataset, city } })),
    ...when(institutions > 2, () => ({
      of: 'network',
      drawing: { network: { of: 'institutions', input: { dataset, city, top: NODES } } },
    })),
    ...when(offer.hasPairs({ city, between: 'cities' }), () => ({
      of: 'pairs',
      input: { dataset, city, between: 'cities' },
    })),
    ...when(offer.hasMap(), () => ({ of: 'map', drawing: { dataset, focus: city, partners: PARTNERS } })),
  ]
}

/** The city before and the one after, in the order of the ranking; at an end two on the one side. */
export function neighboursOf(offer: Offer, city: string): string[] {
  const { rows } = offer.ranking()
  const at = rows.findIndex(({ id }) => id === city)
  const first = Math.max(0, Math.min(at - 1, rows.length - 3))
  return rows
    .slice(first, first + 3)
    .map(({ id }) => id)
    .filter((id) => id !== city)
}
