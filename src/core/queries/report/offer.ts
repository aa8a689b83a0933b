/** What a dataset can carry of a report: a page is only there where its figure has something to show. */
import type { z } from 'zod'
import type { figureRequest } from '../../../shared/contract/figures.ts'
import { collaborationInput } from '../../../shared/contract/collaborations.ts'
import { institutionInput } from '../../../shared/contract/institutions.ts'
import type { RankingList, RankingRow } from '../../../shared/contract/rankings.ts'
import { rankingInput } from '../../../shared/contract/rankings.ts'
import type { Subject } from '../../../shared/domain/subjects.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { cityProfile } from '../cities.ts'
import { listCollaborations } from '../collaborations.ts'
import { listInstitutions } from '../computed/list-institutions.ts'
import { listRankings } from '../rankings.ts'
import { yearsOf } from '../ranking-rows.ts'

/** A figure as it is asked for: what is left out takes its default. */
export type FigureDraft = z.input<typeof figureRequest>

/** The fewest bars that a figure of a ranking has. */
const LEAST_BARS = 3

export class Offer {
  readonly dataset: OpenDataset
  readonly #context: ReaderContext

  constructor(dataset: OpenDataset, context: ReaderContext) {
    this.dataset = dataset
    this.#context = context
  }

  get computed(): boolean {
    return this.dataset.kind !== 'published'
  }

  /** The ranking of the dataset's default year. */
  ranking(subject: Subject = 'all'): RankingList {
    const input = rankingInput.parse({ dataset: this.dataset.id, subject, limit: 'all' })
    return this.dataset.memo(`report-ranking/${subject}`, () => listRankings(input, this.#context))
  }

  /** The city's row of the overall ranking. @throws AppError city-unknown, city-ambiguous. */
  city(name: string): RankingRow {
    return this.profile(name).headline
  }

  profile(name: string) {
    return cityProfile({ dataset: this.dataset.id, city: name, also: [] }, this.#context)
  }

  /** The subject in which the city stands highest; the order of subjects decides a draw. */
  bestSubject(city: string): Subject | null {
    const ranked = this.profile(city)
      .subjects.filter(({ rank }) => rank !== null)
      .sort((a, b) => Number(a.rank) - Number(b.rank))
    return (ranked[0]?.subject as Subject | undefined) ?? null
  }

  hasBars(subject: Subject): boolean {
    return this.ranking(subject).published.share >= LEAST_BARS
  }

  /** Cities whose rank is known: an edition prints some ranks of a subject and hardly a Share. */
  ranks(subject: Subject): number {
    return this.ranking(subject).published.rank
  }

  /** Whether ranks of several years are known, for a line. */
  hasHistory(city: string): boolean {
    const years = this.profile(city).rankHistory.filter(({ subject }) => subject === 'all')
    return new Set(years.map(({ year }) => year)).size > 1
  }

  hasYears(): boolean {
    return yearsOf(this.dataset).length > 1
  }

  /** Pairs of institutions; of an index, with a city, the partners of the city. */
  hasPairs(asked: { city?: string; between?: 'institutions' | 'cities' }): boolean {
    const input = collaborationInput.parse({ dataset: this.dataset.id, ...asked, limit: 'all' })
    return listCollaborations(input, this.#context).rows.some(({ score }) => score !== null)
  }

  institutions(city: string): number {
    const input = institutionInput.parse({ dataset: this.dataset.id, city, limit: 1 })
    return listInstitutions(input, this.#context).total
  }

  /** Whether enough cities have coordinates. */
  hasMap(): boolean {
    const placed = this.dataset.db
      .prepare('SELECT count(*) FROM cities WHERE latitude IS NOT NULL AND longitude IS NOT NULL')
      .pluck()
      .get()
    return Number(placed) >= LEAST_BARS
  }
}
