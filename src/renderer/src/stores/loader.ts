/** One status union for everything that is loaded, and the rule that a late answer never replaces a newer one. */
import type { ShallowRef } from 'vue'
import { shallowRef } from 'vue'
import { AppError } from '../../../shared/contract/errors.ts'

export type LoadState<T> =
  | { status: 'idle'; data: null; error: null }
  /** `data` is what was shown before, so that a screen need not go blank. */
  | { status: 'loading'; data: T | null; error: null }
  | { status: 'ready'; data: T; error: null }
  | { status: 'error'; data: null; error: AppError }

export interface Loader<I, T> {
  state: Readonly<ShallowRef<LoadState<T>>>
  run(input: I): Promise<void>
  reset(): void
}

export function toAppError(reason: unknown): AppError {
  if (reason instanceof AppError) return reason
  return new AppError('internal', reason instanceof Error ? reason.message : String(reason))
}

export function createLoader<I, T>(load: (input: I) => Promise<T>): Loader<I, T> {
  const state = shallowRef<LoadState<T>>({ status: 'idle', data: null, error: null })
  let latest = 0
  return {
    state,
    async run(input) {
      const mine = ++latest
      state.value = { status: 'loading', data: state.value.data, error: null }
      try {
        const data = await load(input)
        if (mine === latest) state.value = { status: 'ready', data, error: null }
      } catch (reason) {
        if (mine === latest) state.value = { status: 'error', data: null, error: toAppError(reason) }
      }
    },
    reset() {
      latest += 1
      state.value = { status: 'idle', data: null, error: null }
    },
  }
}
