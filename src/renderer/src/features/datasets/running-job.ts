/** What all long work of this view has: how much of it is done, and how it is cancelled. */
import type { Ref } from 'vue'
import type { Client } from '../../../../shared/contract/client.ts'

/** Bytes handled, 0–1; null before the first news, and where no more than the step is known. */
export function partDone(progress: { bytesRead: number; bytesTotal: number } | null): number | null {
  return progress && progress.bytesTotal > 0 ? Math.min(1, progress.bytesRead / progress.bytesTotal) : null
}

/** Asks the core to cancel. @param as the dataset or job that it knows the work by @param cancelling true until that fails */
export async function cancelJob(client: Client, as: string, cancelling: Ref<boolean>): Promise<void> {
  cancelling.value = true
  try {
    await client.call('imports.cancel', { as })
  } catch {
    cancelling.value = false // it goes on and says itself how it ends
  }
}
