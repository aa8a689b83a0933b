import { isJournalList, readJournalList } from '../rules/journal-list.ts'
import type { KindRow } from './kind.ts'

export const journals: KindRow<'journals'> = {
  isTable: ({ columns }) => isJournalList(columns),
  preview: () => ({}),
  read: (path) => readJournalList(path),
  /** All journals count. */
  usual: () => null,
  sifts: true,
}
