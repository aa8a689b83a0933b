import { isFoldingTable, loadFoldings, readFoldings } from '../addresses/read-foldings.ts'
import type { KindRow } from './kind.ts'

export const suburbs: KindRow<'suburbs'> = {
  isTable: ({ columns }) => isFoldingTable(columns),
  preview: () => ({}),
  read: (path, sources) => readFoldings(path, sources),
  usual: ({ resourcesDir }) => loadFoldings(resourcesDir),
  // Addresses are read as articles are.
  sifts: true,
}
