import type { ScaleEngine } from './scale-engines.ts'

/** Where an index comes from that was not counted here but by an engine, as a plan told it. */
export interface PlanOrigin {
  /** The plan's hash, of its rules and tables. */
  plan: string
  engine: ScaleEngine
  /** Years of which figures were made, first and last. */
  from: number
  to: number
  /** Pairs with fewer joint articles in all years together are not in it. */
  pairsFrom: number
  /** One article in so many is kept. */
  sampleOf: number
  /** Articles that are kept, of `articles` that were counted. */
  sampled: number
  articles: number
}
