/** Which column of an affiliations table each field is read from: as the core finds it, and as the user changes it. */
import type { PreviewedFile } from '../../../../shared/contract/imports.ts'
import type { TableField } from '../../../../shared/domain/table-fields.ts'
import { TABLE_FIELDS } from '../../../../shared/domain/table-fields.ts'

/** Field → column, of what the user chose, null where it is left out; a field that is not here is as the core found it. */
export type Chosen = Readonly<Partial<Record<TableField, string | null>>>

type Table = Pick<PreviewedFile, 'columns'>

/** The column that a field is read from; null where there is none. A column that the user gave another field is free no more. */
export function columnOf(table: Table, chosen: Chosen, field: TableField): string | null {
  const given = chosen[field]
  if (given !== undefined) return given
  const found = table.columns.find((column) => column.field === field)?.name
  return found === undefined || Object.values(chosen).includes(found) ? null : found
}

/** The choice after `field` was given `column` (null: it is left out); the column's former field lets it go. */
export function choose(table: Table, chosen: Chosen, field: TableField, column: string | null): Chosen {
  const kept = Object.entries(chosen).filter(
    ([name, given]) => name !== field && (given === null || given !== column),
  )
  const found = table.columns.find((each) => each.field === field)?.name
  const next = Object.fromEntries(kept) as Chosen
  const isAsFound = column === (found ?? null)
  return isAsFound ? next : { ...next, [field]: column }
}

/** What must still be chosen before the table can be read, by the field to be named first. */
export function lacking(
  table: Table,
  chosen: Chosen,
): ('article_id' | 'year' | 'author_seq' | 'institution')[] {
  const none = (...fields: TableField[]) => fields.every((field) => columnOf(table, chosen, field) === null)
  return [
    ...(none('article_id', 'doi') ? (['article_id'] as const) : []),
    ...(none('year') ? (['year'] as const) : []),
    ...(none('author_seq', 'author_id', 'author_name') ? (['author_seq'] as const) : []),
    ...(none('institution_id', 'institution', 'city', 'country', 'affiliation')
      ? (['institution'] as const)
      : []),
  ]
}

/** Columns that no field is read from. */
export function unusedColumns(table: Table, chosen: Chosen): string[] {
  const used = new Set(TABLE_FIELDS.map((field) => columnOf(table, chosen, field)))
  return table.columns.map(({ name }) => name).filter((name) => !used.has(name))
}

/** The first column of the choice that a table lacks: the choice holds for all tables, so it cannot be read. */
export const missingColumn = (table: Table, chosen: Chosen): string | null =>
  Object.values(chosen).find(
    (column) => column !== null && !table.columns.some(({ name }) => name === column),
  ) ?? null
