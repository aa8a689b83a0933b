import { ALL_SUBJECTS } from '../../../shared/domain/subjects.ts'
import type { FigureDraft, Offer } from './offer.ts'
import { methodPage, subjectPage, tablePage, when } from './pages.ts'

const CITIES = 50

/** The supplement's set: who leads, overall and by subject, who rises, who works together, where they lie, the method. */
export function edition(offer: Offer): FigureDraft[] {
  const dataset = offer.dataset.id
  const { published } = offer.ranking()
  return [
    ...when(published.share > 2, () => ({ of: 'finding', input: { dataset } })),
    ...ALL_SUBJECTS.flatMap((subject) => subjectPage(offer, subject)),
    tablePage(offer),
    ...when(published.share > 2 && published.count > 2, () => ({
      of: 'count-per-share',
      input: { dataset },
    })),
    ...when(offer.computed && offer.hasYears(), () => ({ of: 'rising', input: { dataset } })),
    ...when(offer.hasPairs({}), () => ({ of: 'pairs', input: { dataset } })),
    ...when(offer.computed && offer.ranking().rows.length > 2, () => ({
      of: 'network',
      drawing: { network: { of: 'cities', input: { dataset, top: CITIES } } },
    })),
    ...when(offer.hasMap(), () => ({ of: 'map', drawing: { dataset } })),
    methodPage(offer),
  ]
}
