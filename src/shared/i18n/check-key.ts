import type { VerifyReport } from '../contract/datasets.ts'

/** What is said otherwise of an index that an engine counted. */
const OF_PLANS: ReadonlySet<string> = new Set(['figures', 'derived', 'stored'])

/**
 * The words that say what a check did: an index is checked against its articles, or the parts that an engine counted, an
 * edition against its sources.
 */
export function checkKey(
  { kind, plan }: Pick<VerifyReport, 'kind' | 'plan'>,
  { id, ok }: VerifyReport['checks'][number],
): string {
  if (ok === null) return `datasets.notDone.${id}`
  if (plan && OF_PLANS.has(id)) return `datasets.checksPlan.${id}`
  return `datasets.${kind === null || kind === 'published' ? 'checks' : 'checksIndex'}.${id}`
}
