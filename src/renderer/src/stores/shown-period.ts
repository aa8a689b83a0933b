/** Several years that a view shows together: the strip then marks all of them, so that no single year is taken for them. */
import { onScopeDispose, shallowRef, watch } from 'vue'

export interface ShownPeriod {
  from: number
  to: number
  /** One of the years alone. */
  choose: (year: number) => void
}

const periods = shallowRef<{ owner: symbol; value: ShownPeriod }[]>([])

/** What the view in sight says; null where the strip's year is what it shows. */
export const shownPeriod = (): ShownPeriod | null => periods.value.at(-1)?.value ?? null

/** For a view: the years it shows, null for the strip's year. Withdrawn when the view goes. */
export function showPeriod(make: () => ShownPeriod | null): void {
  const owner = Symbol('period')
  const others = () => periods.value.filter((each) => each.owner !== owner)
  watch(
    make,
    (value) => (periods.value = value && value.to > value.from ? [...others(), { owner, value }] : others()),
    { immediate: true },
  )
  onScopeDispose(() => (periods.value = others()))
}
