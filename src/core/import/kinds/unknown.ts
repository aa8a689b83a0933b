import { firstInShort, placeInShort } from './in-short.ts'
import type { KindRow } from './kind.ts'

/** What no other kind recognises. */
export const unknown: KindRow<'unknown'> = {
  refusal: 'file-kind-unknown',
  preview: (file) => ({ ...firstInShort(file, placeInShort), problem: 'file-kind-unknown' }),
}
