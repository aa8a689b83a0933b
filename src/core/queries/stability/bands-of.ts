/** The bands of a ranking: intervals of Share and rank of its rows. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { BandFigures, BandsMade, Drawn } from '../../../shared/contract/stability.ts'
import { isRough } from '../../../shared/domain/stability.ts'
import type { OpenDataset, ThreadContext } from '../../context.ts'
import type { Band } from '../../indicators/stability/ranking-bands.ts'
import { rankingBands } from '../../indicators/stability/ranking-bands.ts'
import { cellsOf } from '../computed/cells.ts'
import type { Drawing } from './drawing.ts'
import { answerOf, isInterval } from './drawing.ts'
import { partsOf } from './parts-of.ts'

export interface BandsQuestion {
  by: EntityName
  /** Number of the subject. */
  subject: number
  year: number
  drawn: Drawn
}

/** Bands by place in `cellsOf`, as far as they go. */
export interface Bands {
  made: BandsMade
  bands: readonly Band[]
}

/** Answers at once where they are known, else after drawing them. */
export function bandsOf(dataset: OpenDataset, question: BandsQuestion, context: ThreadContext): Bands {
  return toBands(dataset, question, answerOf(dataset, bandsDrawing(dataset, question), context))
}

export function bandsDrawing(dataset: OpenDataset, question: BandsQuestion): Drawing<Band> {
  const { by, subject, year, drawn } = question
  const cells = cellsOf(dataset, by, subject, year)
  return {
    kind: 'bands',
    key: [by, subject, year, drawn.seed, drawn.replicates].join('/'),
    check: (value): value is Band[] =>
      Array.isArray(value) &&
      value.length <= cells.size &&
      (value.length > 0 || cells.size === 0) &&
      value.every(isBand),
    draw: () =>
      rankingBands(partsOf(dataset, { by, subject, year, entities: cells.entity }), cells.rank, drawn),
  }
}

export function toBands(
  dataset: OpenDataset,
  { by, subject, year, drawn }: BandsQuestion,
  bands: readonly Band[],
): Bands {
  const of = cellsOf(dataset, by, subject, year).size
  return { made: { ...drawn, rows: bands.length, of, rough: isRough(drawn.replicates) }, bands }
}

/** As a row of the ranking holds them; of one without a rank (an index collected for a place has none) the Share's alone. */
export function bandFigures(given: Band | undefined, isRanked: boolean): BandFigures {
  const band = isRanked ? given : undefined
  return {
    shareLow: given?.share[0] ?? null,
    shareHigh: given?.share[1] ?? null,
    rankLow: band?.rank[0] ?? null,
    rankHigh: band?.rank[1] ?? null,
    topTenPct: band?.topTenPct ?? null,
    tie: band?.tie ?? null,
    leastDifference: band?.leastDifference ?? null,
  }
}

const isBand = (band: Partial<Band> | null): boolean =>
  isInterval(band?.share) &&
  isInterval(band?.rank) &&
  Number.isFinite(band?.topTenPct) &&
  typeof band?.tie === 'boolean' &&
  (band.leastDifference === null || Number.isFinite(band.leastDifference))
