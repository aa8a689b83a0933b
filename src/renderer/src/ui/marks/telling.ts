/** Which part of a name tells it from the others of its list: a narrow column shortens the rest. */
import type { ComputedRef, InjectionKey } from 'vue'
import { computed, inject, provide } from 'vue'
import { tellingParts } from '../../../../shared/figures/telling-cut.ts'

/** By name, where the telling part begins. */
export type Parts = ComputedRef<ReadonlyMap<string, number>>
const key: InjectionKey<Parts> = Symbol('telling parts')
/** Of longer lists no column is read name by name, and sorting them would hold up the page. */
const MOST = 5000
/** Shorter names stand whole in any column. */
const SHORT = 20

/** @param names as they are shown, in any order */
export const tellingOf = (names: () => readonly string[]): Parts =>
  computed(() => {
    const long = names().filter(({ length }) => length > SHORT)
    return long.length > MOST ? new Map<string, number>() : tellingParts(long)
  })

/** For all names that CityName.vue writes in the component. */
export const provideTelling = (names: () => readonly string[]): void => provide(key, tellingOf(names))

export const useTelling = (): Parts | null => inject(key, null)
