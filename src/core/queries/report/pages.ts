/** Pages that several templates have, as figures of the contract. */
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import type { Subject } from '../../../shared/domain/subjects.ts'
import type { FigureDraft, Offer } from './offer.ts'

/** Rows of a native table on a slide. */
const TABLE_ROWS = 10
/** Partners on a map, and rows of bars on a page. */
const BARS = 20

/** Bars of the leading cities; the city being read is carried into them, also where it is not among them. */
export function rankingPage({ dataset }: Offer, subject: Subject, highlight?: string): FigureDraft {
  return {
    of: 'ranking-bars',
    input: { dataset: dataset.id, subject },
    top: BARS,
    ...(highlight !== undefined && { highlight }),
  }
}

/** Ten rows of the ranking: the leading ones, or those around the city where it stands further down. */
export function tablePage(offer: Offer, city?: RankingRow): FigureDraft {
  const { rows } = offer.ranking()
  const at = city ? rows.findIndex(({ id }) => id === city.id) : 0
  const first = at < TABLE_ROWS ? 0 : Math.min(at - TABLE_ROWS / 2, rows.length - TABLE_ROWS)
  return {
    of: 'table',
    table: {
      of: 'rankings',
      input: { dataset: offer.dataset.id, offset: Math.max(0, first), limit: TABLE_ROWS },
    },
    ...(city && { highlight: city.id }),
  }
}

/** Who leads in a subject: bars, or where only ranks are printed their table; none where not even those are. */
export function subjectPage(offer: Offer, subject: Subject, highlight?: string): FigureDraft[] {
  if (offer.hasBars(subject)) return [rankingPage(offer, subject, highlight)]
  const limit = Math.min(TABLE_ROWS, offer.ranks(subject))
  return when(limit > 1, () => ({
    of: 'table',
    table: { of: 'rankings', input: { dataset: offer.dataset.id, subject, limit } },
    ...(highlight !== undefined && { highlight }),
  }))
}

export function methodPage({ dataset }: Offer): FigureDraft {
  return { of: 'method', dataset: dataset.id }
}

/** The page, or none where the dataset has nothing to show on it. */
export const when = (has: boolean, page: () => FigureDraft): FigureDraft[] => (has ? [page()] : [])
