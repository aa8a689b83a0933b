import { collectedWords } from '../shared/figures/collected-words.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { Session } from './session.ts'

/**
 * Says on stderr, before any row, that the dataset named holds of other places only what they share with one, or was
 * counted by an engine. */
export async function tellCollected({ client, options, tell }: Session): Promise<void> {
  try {
    const { collectedFor, plan } = await client.call('datasets.collected', { dataset: options.dataset })
    if (collectedFor) tell(collectedWords(collectedFor, options.lang).long)
    if (plan) tell((await import('../shared/figures/plan-words.ts')).planWords(plan, options.lang).long)
  } catch (error) {
    if (!(error instanceof AppError)) throw error // a dataset that cannot be read is told by the command
  }
}
