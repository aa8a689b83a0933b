/** The bands of a ranking: in memory, beside the dataset's file, or drawn now. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { BandFigures, BandsMade, Drawn } from '../../../shared/contract/stability.ts'
import { isRough } from '../../../shared/domain/stability.ts'
import type { OpenDataset, ThreadContext } from '../../context.ts'
import type { Shelf } from '../../datasets/kept-files.ts'
import { readKept, writeKept } from '../../datasets/kept-files.ts'
import type { Band, Steps } from '../../indicators/stability/ranking-bands.ts'
import { finish, rankingBands } from '../../indicators/stability/ranking-bands.ts'
import type { Cells } from '../computed/cells.ts'
import { cellsOf } from '../computed/cells.ts'
import { Lru } from '../computed/lru.ts'
import { partsOf } from './parts-of.ts'

/** Raised with any change of how bands are drawn: what was kept before then counts as none. */
const VERSION = 1
/** Files kept beside a dataset; the largest, of 10,000 entities, has about 1 MB. */
const MOST_FILES = 40
/** Bands held by a thread. */
const MOST_BANDS = 100_000

export interface BandsQuestion {
  by: EntityName
  subject: number
  year: number
  drawn: Drawn
}

/** Bands by place in `cellsOf`, as far as they go. */
export interface Bands {
  made: BandsMade
  bands: readonly Band[]
}

/** Answers at once where they are known, else after drawing them: seconds for a large index. */
export function bandsOf(dataset: OpenDataset, question: BandsQuestion, context: ThreadContext): Bands {
  const known = knownBands(dataset, question, context)
  if (known) return known
  return finish(drawBands(dataset, question, context))
}

/** Those in memory or beside the dataset; null where they are still to be drawn. */
export function knownBands(
  dataset: OpenDataset,
  question: BandsQuestion,
  context: ThreadContext,
): Bands | null {
  const key = keyOf(dataset, question)
  const held = heldOf(dataset).peek(key)
  if (held) return held
  const kept = readKept(shelfOf(dataset, context), key)
  const { size } = cellsOfQuestion(dataset, question)
  if (!isBands(kept, size)) return null
  return heldOf(dataset).get(key, () => toBands(kept, question, size))
}

/** Draws them, telling after each block how many replicates are done, and keeps them. */
export function* drawBands(
  dataset: OpenDataset,
  question: BandsQuestion,
  context: ThreadContext,
): Steps<Bands> {
  const cells = cellsOfQuestion(dataset, question)
  const parts = partsOf(dataset, { ...question, entities: cells.entity })
  const bands = yield* rankingBands(parts, cells.rank, question.drawn)
  const key = keyOf(dataset, question)
  try {
    writeKept(shelfOf(dataset, context), key, bands)
  } catch {
    // A full or read-only disk costs the time of drawing them again, never the answer.
  }
  return heldOf(dataset).get(key, () => toBands(bands, question, cells.size))
}

/** As a row of the ranking holds them. */
export function bandFigures(band: Band | undefined): BandFigures {
  return {
    shareLow: band?.share[0] ?? null,
    shareHigh: band?.share[1] ?? null,
    rankLow: band?.rank[0] ?? null,
    rankHigh: band?.rank[1] ?? null,
    topTenPct: band?.topTenPct ?? null,
    tie: band?.tie ?? null,
    leastDifference: band?.leastDifference ?? null,
  }
}

const cellsOfQuestion = (dataset: OpenDataset, { by, subject, year }: BandsQuestion): Cells =>
  cellsOf(dataset, by, subject, year)

const heldOf = (dataset: OpenDataset): Lru<Bands> =>
  dataset.memo('bands', () => new Lru<Bands>(MOST_BANDS, ({ bands }) => bands.length))

function keyOf(dataset: OpenDataset, { by, subject, year, drawn }: BandsQuestion): string {
  return [VERSION, dataset.version, by, subject, year, drawn.seed, drawn.replicates].join('/')
}

const shelfOf = ({ id }: OpenDataset, { dataDir }: ThreadContext): Shelf => ({
  dataDir,
  dataset: id,
  folder: 'stability',
  kind: 'bands',
  most: MOST_FILES,
})

function toBands(bands: readonly Band[], { drawn }: BandsQuestion, of: number): Bands {
  return { made: { ...drawn, rows: bands.length, of, rough: isRough(drawn.replicates) }, bands }
}

function isBands(value: unknown, most: number): value is Band[] {
  if (!Array.isArray(value) || value.length > most || (value.length === 0 && most > 0)) return false
  const isPair = (pair: unknown) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isFinite)
  return value.every(
    (band: Partial<Band> | null) =>
      isPair(band?.share) &&
      isPair(band?.rank) &&
      Number.isFinite(band?.topTenPct) &&
      typeof band?.tie === 'boolean' &&
      (band.leastDifference === null || Number.isFinite(band.leastDifference)),
  )
}
