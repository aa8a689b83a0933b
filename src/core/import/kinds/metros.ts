import { isMetroTable, loadMetros, readMetros } from '../places/read-metros.ts'
import { firstInShort, placeInShort } from './in-short.ts'
import type { KindRow } from './kind.ts'

export const metros: KindRow<'metros'> = {
  isRecord: (record) => 'metros' in record,
  isTable: ({ columns }) => isMetroTable(columns),
  preview: (file) => firstInShort(file, placeInShort),
  read: (path, { countries }) => readMetros(path, countries),
  usual: ({ resourcesDir, countries }) => loadMetros(resourcesDir, countries),
  // Places are resolved at the end, for old and new articles alike.
  sifts: false,
}
