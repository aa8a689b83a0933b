/** Which printed figure is being read: its source stands in the inspector, its name in the address. */
import type { InjectionKey } from 'vue'
import { computed, inject, provide } from 'vue'
import type { ComputedRef } from 'vue'
import type { CityProfile, Statement } from '../../../../../shared/contract/cities.ts'
import { useSession } from '../../../stores/session.ts'
import type { SaidOfCity } from './said.ts'
import { nameOfStatement, saidOf } from './said.ts'

export interface Reading {
  said: ComputedRef<SaidOfCity>
  current: ComputedRef<Statement | undefined>
  read(statement: Statement): void
}

const KEY: InjectionKey<Reading> = Symbol('reading')

/** For the page; its parts take it by `useReading`. */
export function provideReading(profile: () => CityProfile | null): Reading {
  const session = useSession()
  const said = computed(() => saidOf(profile() ?? { statements: [], year: 0 }))
  const reading: Reading = {
    said,
    current: computed(
      () => said.value.named(session.query['said']) ?? said.value.find('share', 'all', profile()?.year ?? 0),
    ),
    read: (statement) => void session.patch({ said: nameOfStatement(statement) }, false),
  }
  provide(KEY, reading)
  return reading
}

export function useReading(): Reading {
  const reading = inject(KEY)
  if (!reading) throw new Error('no page of printed figures around this')
  return reading
}
