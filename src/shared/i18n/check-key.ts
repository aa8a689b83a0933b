import type { VerifyReport } from '../contract/datasets.ts'

/** The words that say what a check did: an index is checked against its articles, an edition against its sources. */
export function checkKey(kind: VerifyReport['kind'], { id, ok }: VerifyReport['checks'][number]): string {
  if (ok === null) return `datasets.notDone.${id}`
  return `datasets.${kind === null || kind === 'published' ? 'checks' : 'checksIndex'}.${id}`
}
