/** How the articles behind a number are spread by the part that counts. */
import type { PartBin } from '../../../shared/contract/derivation.ts'
import { toShare } from '../../counting/exact.ts'
import { UNITS } from '../../counting/units.ts'
import type { Behind } from './narrow.ts'

const TENTHS = 10

/**
 * Ten classes of a tenth each, the upper end included, and one of whole articles. Classes are told apart in units, so that
 * 1/10 lies in the first whatever its binary form; their sums add up to the number.
 */
export function binsOf({ units }: Pick<Behind, 'units'>): PartBin[] {
  const counts = new Array<number>(TENTHS + 1).fill(0)
  const sums = new Array<number>(TENTHS + 1).fill(0)
  for (let i = 0; i < units.length; i++) {
    const part = units[i] as number
    const at = part >= UNITS ? TENTHS : Math.max(0, Math.ceil((part * TENTHS) / UNITS) - 1)
    counts[at] = (counts[at] as number) + 1
    sums[at] = (sums[at] as number) + part
  }
  return counts.map((articles, at) => ({
    from: at / TENTHS,
    to: Math.min(1, (at + 1) / TENTHS),
    articles,
    share: toShare(sums[at] as number),
  }))
}
