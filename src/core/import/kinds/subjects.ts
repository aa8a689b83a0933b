import { isSubjectMapping, loadFieldMapping, readFieldMapping } from '../rules/field-mapping.ts'
import { firstInShort, placeInShort } from './in-short.ts'
import type { KindRow } from './kind.ts'

export const subjects: KindRow<'subjects'> = {
  isRecord: (record) => 'fields' in record || 'concepts' in record,
  isTable: ({ columns }) => isSubjectMapping(columns),
  preview: (file) => firstInShort(file, placeInShort),
  read: (path) => readFieldMapping(path),
  usual: ({ resourcesDir }) => loadFieldMapping(resourcesDir),
  sifts: true,
}
