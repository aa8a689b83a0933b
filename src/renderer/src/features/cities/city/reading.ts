/** Which printed figure is being read: the one that the lens explains, else the city's Share, whose source is told beside. */
import type { InjectionKey } from 'vue'
import { computed, inject, provide } from 'vue'
import type { ComputedRef } from 'vue'
import type { CityProfile, Statement } from '../../../../../shared/contract/cities.ts'
import { statementFigure } from '../../../stores/row-figure.ts'
import type { WhyFigure } from '../../../stores/useWhy.ts'
import { useWhy } from '../../../stores/useWhy.ts'
import type { SaidOfCity } from './said.ts'
import { saidOf } from './said.ts'

export interface Reading {
  said: ComputedRef<SaidOfCity>
  current: ComputedRef<Statement | undefined>
  /** A statement as the lens is asked for it. */
  figureOf(statement: Statement): WhyFigure
  read(statement: Statement): void
}

const KEY: InjectionKey<Reading> = Symbol('reading')

/** For the page; its parts take it by `useReading`. */
export function provideReading(profile: () => CityProfile | null): Reading {
  const why = useWhy()
  const said = computed(() => saidOf(profile() ?? { statements: [], year: 0 }))
  const figureOf = (statement: Statement): WhyFigure =>
    statementFigure(profile()?.city.cityId ?? '', profile()?.year ?? 0, statement)
  const reading: Reading = {
    said,
    current: computed(
      () => said.value.named(why.shown.value?.among) ?? said.value.find('share', 'all', profile()?.year ?? 0),
    ),
    figureOf,
    read: (statement) => why.open(figureOf(statement)),
  }
  provide(KEY, reading)
  return reading
}

export function useReading(): Reading {
  const reading = inject(KEY)
  if (!reading) throw new Error('no page of printed figures around this')
  return reading
}
