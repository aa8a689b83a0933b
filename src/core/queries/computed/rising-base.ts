/** How the Shares of the first year are spread, and whom the floor leaves out of a list of rises. */
import type { RisingBase } from '../../../shared/contract/rankings.ts'
import type { Change } from '../../indicators/change.ts'

interface Candidate {
  /** Share of the first year, in articles. */
  earlier: number
  change: Change
}

/** Within a decade; the steps of the usual floors are among them. */
const STEPS = [1, 1.5, 2, 3, 5, 7]
/** Bars of the histogram. Below them stands what is smaller, in the first. */
const MOST_BARS = 16

/** @param all with their changes, whether or not the floor leaves them in */
export function risingBase<T extends Candidate>(
  all: readonly T[],
  { floor, usualFloor }: { floor: number; usualFloor: number },
  nameOf: (candidate: T) => { name: string; nameZh: string | null },
): RisingBase {
  const below = all.filter(({ earlier }) => earlier < floor)
  const rise = ({ change }: T) => change.percent ?? -Infinity
  const steepest = below.reduce<T | null>(
    (most, each) => (each.change.percent !== null && (!most || rise(each) > rise(most)) ? each : most),
    null,
  )
  return {
    usualFloor,
    leftOut: below.length,
    steepest:
      steepest && rise(steepest) > 0
        ? { ...nameOf(steepest), share: steepest.earlier, changePct: rise(steepest) }
        : null,
    none: all.filter(({ earlier }) => earlier === 0).length,
    ...histogram(all.flatMap(({ earlier }) => (earlier > 0 ? [earlier] : []))),
  }
}

/** Bars of nearly equal width on a logarithmic axis that ends with the largest value. */
function histogram(values: readonly number[]): Pick<RisingBase, 'edges' | 'counts'> {
  if (values.length === 0) return { edges: [], counts: [] }
  const least = values.reduce((a, b) => Math.min(a, b))
  const largest = values.reduce((a, b) => Math.max(a, b))
  const ends: number[] = []
  for (
    let decade = Math.floor(Math.log10(least)) - 1;
    ends.at(-1) === undefined || ends.at(-1)! <= largest;
    decade++
  )
    for (const step of STEPS) ends.push(Number(`${step}e${decade}`))
  const last = ends.findIndex((end) => end > largest)
  const first = Math.max(
    ends.findLastIndex((end) => end <= least),
    last - MOST_BARS,
  )
  const edges = ends.slice(first, last + 1)
  const counts = edges.slice(1).map(() => 0)
  for (const value of values) {
    const bar = Math.max(
      0,
      edges.findLastIndex((edge) => edge <= value),
    )
    counts[bar] = (counts[bar] ?? 0) + 1
  }
  return { edges, counts }
}
