/** Kept mappings on the page of an import: which is offered, whether it was changed, and what is kept of a choice. */
import type { PreviewedFile } from '../../../../shared/contract/imports.ts'
import type { FittedProfile, MappingProfile } from '../../../../shared/contract/profiles.ts'
import { TABLE_FIELDS } from '../../../../shared/domain/table-fields.ts'
import type { IndexForm } from './index-form.ts'
import { columnOf, missingColumn } from './mapping.ts'

type Table = Pick<PreviewedFile, 'columns' | 'profiles'>
type Choice = Pick<IndexForm, 'columns' | 'encoding' | 'delimiter'>

/** The mapping made for the heads of a table, where every other table of the import can be read by it as well. */
export function offeredOf(files: readonly Table[]): FittedProfile | null {
  for (const file of files) {
    const fit = file.profiles.find(({ sameHeads, missing }) => sameHeads && missing.length === 0)
    if (!fit) continue
    const others = files.filter((other) => other !== file && other.columns.length > 0)
    return others.every((other) => missingColumn(other, fit.columns) === null) ? fit : null
  }
  return null
}

/** Every field, so that it is read the same when the app comes to know more names of columns. */
export function wholeMapping(
  table: Table,
  { columns, encoding, delimiter }: Choice,
): Pick<MappingProfile, 'columns' | 'encoding' | 'delimiter'> {
  const all = TABLE_FIELDS.map((field) => [field, columnOf(table, columns, field)] as const)
  return { columns: Object.fromEntries(all) as MappingProfile['columns'], encoding, delimiter }
}

/** Whether a choice is another than the mapping's, or, without one, than what the app found. */
export function isChanged(table: Table, choice: Choice, used: FittedProfile | null): boolean {
  if (!used)
    return Object.keys(choice.columns).length > 0 || choice.encoding !== null || choice.delimiter !== null
  const now = wholeMapping(table, choice)
  return (
    now.encoding !== used.encoding ||
    now.delimiter !== used.delimiter ||
    TABLE_FIELDS.some((field) => now.columns[field] !== used.columns[field])
  )
}

export const headsOf = (table: Table): string[] =>
  table.columns.map(({ name }) => name).filter((name) => name !== '')

const MOST_NAME = 60
/** A name of its kind and first heads. @param words puts them together */
export function suggestedName(table: Table, words: (heads: string) => string, comma: string): string {
  const heads = headsOf(table)
  const short = (n: number) => words(heads.slice(0, n).join(comma) + (heads.length > n ? ' …' : ''))
  const fitting = [4, 3, 2, 1].map(short).find((name) => name.length <= MOST_NAME)
  return (fitting ?? short(1)).slice(0, MOST_NAME).trim()
}

/** The kept mapping of that name, case aside. */
export const keptAs = (table: Table, name: string): FittedProfile | null =>
  table.profiles.find((each) => each.name.toLowerCase() === name.trim().toLowerCase()) ?? null
