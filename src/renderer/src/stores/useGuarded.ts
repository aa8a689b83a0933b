/** Work on behalf of a page: while it lasts the page is busy, and what goes wrong is shown there. */
import type { Ref, ShallowRef } from 'vue'
import { ref, shallowRef } from 'vue'
import { AppError } from '../../../shared/contract/errors.ts'

export interface Guarded {
  failed: ShallowRef<AppError | null>
  busy: Ref<boolean>
  /** Never rejects: the failure is kept in `failed`. */
  guarded(work: () => Promise<void>): Promise<void>
}

export function useGuarded(): Guarded {
  const failed = shallowRef<AppError | null>(null)
  const busy = ref(false)
  async function guarded(work: () => Promise<void>): Promise<void> {
    failed.value = null
    busy.value = true
    try {
      await work()
    } catch (reason) {
      failed.value = reason instanceof AppError ? reason : new AppError('internal', String(reason))
    } finally {
      busy.value = false
    }
  }
  return { failed, busy, guarded }
}
