/** Institutions of OpenAlex and of ROR: read alike, told apart by their ids. */
import type { InstitutionRecord } from '../places/institution-record.ts'
import { institutionsKind, readInstitutions } from '../places/read-institutions.ts'
import type { KindRow } from './kind.ts'
import { firstInShort, placeInShort } from './in-short.ts'

const common = {
  preview: (file) => firstInShort(file, placeInShort),
  async read(path, signal) {
    const records: InstitutionRecord[] = []
    const { read } = await readInstitutions(path, { onRecord: (record) => records.push(record) }, { signal })
    return { records, read }
  },
} satisfies KindRow<'institutions'>

export const institutions: KindRow<'institutions'> = {
  ...common,
  isRecord: (record) => institutionsKind(record) === 'openalex',
}

export const ror: KindRow<'ror'> = {
  ...common,
  isRecord: (record) => ['ror-v1', 'ror-v2'].includes(institutionsKind(record) ?? ''),
}
