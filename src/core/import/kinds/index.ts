/** Every kind of file that an import reads: one row a kind, asked in this order; the first that says yes has the file. */
import type { FileKind } from '../../../shared/domain/file-kinds.ts'
import { affiliations } from './affiliations.ts'
import { databaseExports } from './database-exports.ts'
import { empty } from './empty.ts'
import { institutions, ror } from './institutions.ts'
import { isMergedIds } from '../places/merged-ids.ts'
import { journals } from './journals.ts'
import { labels } from './labels.ts'
import type { JsonRecord, KindRow, Told } from './kind.ts'
import { metros } from './metros.ts'
import { recipe } from './recipe.ts'
import { subjects } from './subjects.ts'
import { suburbs } from './suburbs.ts'
import type { TableHead } from './table-head.ts'
import { unknown } from './unknown.ts'
import { works } from './works.ts'
import { wrappedWorks } from './wrapped-works.ts'

const silent = { preview: () => ({ estimatedRecords: 0 }) }

export const KINDS: { readonly [K in FileKind]: KindRow<K> } = {
  merged: { ...silent, isTable: ({ columns }) => isMergedIds(columns) },
  // By columns that no other table has.
  ...databaseExports,
  recipe,
  plan: { ...silent, isRecord: ({ format }) => format === 'science-cities-plan' },
  institutions,
  ror,
  metros,
  suburbs,
  works,
  // After works, whose records have concepts too.
  subjects,
  journals,
  labels,
  // Of a table that is nothing else: its columns may have any names.
  affiliations,
  empty,
  'wrapped-works': wrappedWorks,
  unneeded: silent,
  copy: silent,
  unknown,
}

const IN_ORDER = Object.entries(KINDS) as [FileKind, Told][]

const first = (says: (kind: Told) => boolean | undefined): FileKind | null =>
  IN_ORDER.find(([, kind]) => says(kind))?.[0] ?? null

/** By the first record that some kind recognises. */
export function kindOfRecords(records: readonly JsonRecord[]): FileKind | null {
  for (const record of records) {
    const found = first((kind) => kind.isRecord?.(record))
    if (found) return found
  }
  return null
}

/** Of JSON in which no whole record was found. @param keys those of the first record, as far as it was read */
export function kindOfBare(head: Buffer, keys: ReadonlySet<string>): FileKind {
  return (
    first((kind) => kind.isBare?.(head)) ??
    first((kind) => kind.hasKeys?.(keys)) ??
    first((kind) => kind.isWithin?.(head)) ??
    'unknown'
  )
}

export function kindOfTable(head: TableHead): FileKind {
  return first((kind) => kind.isTable?.(head)) ?? 'unknown'
}
