/** Numbers of a page that are no longer what they were when it was renewed. */
import type { PageState, ReportPage } from '../../../shared/contract/reports.ts'
import type { PlateNumber } from '../../../shared/plates/plate.ts'

type Snapshot = ReportPage['numbers']
type Changed = PageState['changed']

/** Numbers of a page that are kept. */
const MOST_NUMBERS = 2000

export function snapshotOf(numbers: readonly PlateNumber[]): Snapshot {
  return numbers.slice(0, MOST_NUMBERS).map(({ label, value, decimals, of }) => ({
    label: label.slice(0, 300),
    value,
    decimals: Math.min(6, decimals),
    of,
  }))
}

/** Equal labels are told apart by how often they came before. */
function byLabel<T extends { label: string }>(numbers: readonly T[]): Map<string, T> {
  const seen = new Map<string, number>()
  return new Map(
    numbers.map((number) => {
      const times = seen.get(number.label) ?? 0
      seen.set(number.label, times + 1)
      return [`${times} ${number.label}`, number]
    }),
  )
}

const asShown = ({ value, decimals }: { value: number; decimals: number }) => Number(value.toFixed(decimals))

/**
 * What is shown otherwise than before, what is gone, and what came: in the order of the page as it is now, what is gone
 * after it. A change behind the shown decimals is none.
 */
export function changesOf(before: Snapshot, now: readonly PlateNumber[]): Changed {
  const [old, present] = [byLabel(before), byLabel(snapshotOf(now))]
  const changed: Changed = []
  for (const [key, number] of present) {
    const was = old.get(key)
    if (was && asShown(was) === asShown(number)) continue
    changed.push({
      label: number.label,
      on: was?.value ?? null,
      now: number.value,
      decimals: number.decimals,
    })
  }
  for (const [key, { label, value, decimals }] of old)
    if (!present.has(key)) changed.push({ label, on: value, now: null, decimals })
  return changed
}
