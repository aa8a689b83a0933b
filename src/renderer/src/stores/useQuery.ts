/** A query of the contract as reactive state for a view. */
import type { ComputedRef, ShallowRef } from 'vue'
import { computed, onScopeDispose, watch } from 'vue'
import type { InputOf, MethodName, OutputOf } from '../../../shared/contract/index.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { LoadState } from './loader.ts'
import { createLoader } from './loader.ts'
import { useClient } from '../transport/useClient.ts'

export interface Query<T> {
  state: Readonly<ShallowRef<LoadState<T>>>
  /** The latest data, also while newer data are on the way; null before the first answer and after an error. */
  data: ComputedRef<T | null>
  error: ComputedRef<AppError | null>
  loading: ComputedRef<boolean>
  refresh(): Promise<void>
}

/**
 * Asks `method` whenever the input changes in value, and again when the dataset or the group it names has changed.
 * A getter that gives null asks nothing and empties the state.
 */
export function useQuery<M extends MethodName>(
  method: M,
  input: () => InputOf<M> | null,
): Query<OutputOf<M>> {
  const client = useClient()
  const loader = createLoader<InputOf<M>, OutputOf<M>>((value) => client.call(method, value))

  async function ask(): Promise<void> {
    const value = input()
    if (value === null) loader.reset()
    else await loader.run(value)
  }

  watch(() => JSON.stringify(input()), ask, { immediate: true })
  onScopeDispose(
    client.subscribe((event) => {
      const asked = input() as { dataset?: string; group?: unknown } | null
      const of = asked?.dataset
      if (event.type === 'datasets.changed' && (of === undefined || of === event.dataset)) void ask()
      else if (event.type === 'groups.changed' && asked?.group !== undefined) void ask()
    }),
  )

  return {
    state: loader.state,
    data: computed(() => loader.state.value.data),
    error: computed(() => loader.state.value.error),
    loading: computed(() => loader.state.value.status === 'loading'),
    refresh: ask,
  }
}
