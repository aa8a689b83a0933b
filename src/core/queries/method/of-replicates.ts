/** The worked example of a stability interval: re-samples of the leading city's articles, one by one, and the band. */
import { rankingInput } from '../../../shared/contract/rankings.ts'
import { USUAL_REPLICATES, USUAL_SEED } from '../../../shared/domain/stability.ts'
import { share } from '../../../shared/measures/output.ts'
import { UNITS } from '../../counting/constants.ts'
import { interval95 } from '../../indicators/stability/intervals.ts'
import { momentsOf, skewOfShare } from '../../indicators/stability/moments.ts'
import { LANES, poissonWeight } from '../../indicators/stability/poisson-weight.ts'
import type { Parts } from '../../indicators/stability/replicates.ts'
import { Replicates } from '../../indicators/stability/replicates.ts'
import { findIndexCity } from '../computed/find-entity.ts'
import { subjectNumber } from '../computed/totals.ts'
import { listRankings } from '../rankings.ts'
import { partsOf } from '../stability/parts-of.ts'
import type { Asked, Reckoned, Reckoning } from './reckoning.ts'
import { columnOf, EXAMPLE_ROWS, labelOf, reckoned } from './reckoning.ts'

/**
 * Shares of the first replicates, each summed from its weights article by article, against what the engine of all bands
 * gives; and the interval of all 1,000 by the usual seed, as the ranking with intervals has it.
 */
export function intervalOf({ dataset, subject, year, context }: Asked): Reckoning | null {
  if (dataset.kind === 'published') return null
  const [first] = listRankings(
    rankingInput.parse({ dataset: dataset.id, subject, year, limit: 1 }),
    context,
  ).rows
  if (!first) return null
  const { number } = findIndexCity(dataset, first.id)
  const parts = partsOf(dataset, { by: 'city', subject: subjectNumber(subject), year, entities: [number] })
  const drawn = drawAll(parts)
  const rows = Array.from({ length: EXAMPLE_ROWS }, (_, replicate): Reckoned => ({
    label: { id: String(replicate), name: String(replicate + 1), nameZh: null },
    values: byWeight(parts, replicate),
    given: (drawn[replicate] as number) / UNITS,
  }))
  const [low, high] = interval95(drawn.toSorted(), skewOfShare(momentsOf(parts), 0))
  return {
    from: null,
    of: 'replicates',
    article: null,
    columns: [columnOf('once', share), columnOf('twice', share), columnOf('oftener', share)],
    filled: 'Share* = {once} + 2 × {twice} + {oftener}',
    rows: reckoned(rows, (once, twice, oftener) => once + 2 * twice + oftener),
    band: {
      of: labelOf(first),
      share: first.share ?? 0,
      low: low / UNITS,
      high: high / UNITS,
      seed: USUAL_SEED,
      replicates: USUAL_REPLICATES,
    },
  }
}

/** Share of the articles that a replicate holds once, of those that it holds twice, and of the others times their number. */
function byWeight({ keys, start, units }: Parts, replicate: number): number[] {
  const sums = [0, 0, 0]
  for (let i = 0; i < keys.length; i++) {
    const weight = poissonWeight(USUAL_SEED, replicate, keys[i] as number)
    if (weight === 0) continue
    const times = weight > 2 ? weight : 1
    for (let j = start[i] as number; j < (start[i + 1] as number); j++)
      sums[Math.min(weight, 3) - 1]! += times * (units[j] as number)
  }
  return sums.map((sum) => sum / UNITS)
}

/** Units of the one entity in every replicate. */
function drawAll(parts: Parts): Float64Array {
  const values = new Float64Array(USUAL_REPLICATES)
  const engine = new Replicates(parts, USUAL_SEED)
  for (let from = 0; from < USUAL_REPLICATES; from += LANES) {
    const { units } = engine.block(from)
    for (let lane = 0; lane < LANES && from + lane < USUAL_REPLICATES; lane++)
      values[from + lane] = units[lane] as number
  }
  return values
}
