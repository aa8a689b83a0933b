/** Bands in an address: `1000` replicates of the usual seed, or `1000-7` of seed 7. */
import type { Drawn } from '../contract/stability.ts'
import {
  LARGEST_SEED,
  LEAST_REPLICATES,
  MOST_REPLICATES,
  USUAL_REPLICATES,
  USUAL_SEED,
} from '../domain/stability.ts'
import type { Query } from './query.ts'

export const USUAL_BANDS: Drawn = { seed: USUAL_SEED, replicates: USUAL_REPLICATES }

export const writeBands = ({ seed, replicates }: Drawn): string =>
  seed === USUAL_SEED ? String(replicates) : `${replicates}-${seed}`

/** Undefined where the address asks for none, or for what cannot be drawn. */
export function readBands(query: Query): Drawn | undefined {
  const [, replicates, seed = USUAL_SEED] = /^(\d{1,5})(?:-(\d{1,10}))?$/.exec(query['bands'] ?? '') ?? []
  const drawn = { seed: Number(seed), replicates: Number(replicates) }
  const possible =
    drawn.replicates >= LEAST_REPLICATES && drawn.replicates <= MOST_REPLICATES && drawn.seed <= LARGEST_SEED
  return possible ? drawn : undefined
}
