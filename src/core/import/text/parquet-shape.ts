/**
 * Whether the footer of a Parquet file can be true: what is wrong there would else be read as other rows, as missing
 * values, or as sizes that no memory holds. After the format's own description (parquet.thrift).
 */
import type { ColumnMetaData, FileMetaData, RowGroup, SchemaElement } from 'hyparquet'

/** A column of values, with how deep its definition and repetition levels go. */
export interface ParquetLeaf {
  path: readonly string[]
  type: SchemaElement['type']
  definition: number
  repetition: number
}

/** Where the pages of a column lie in the file, by row group. */
export interface ColumnPlace {
  from: number
  to: number
  leaf: ParquetLeaf
  meta: ColumnMetaData
}

/** Values of one column in one row group, missing ones included; more was not written by any program. */
export const MOST_VALUES = 1 << 27

/** @throws Error where the list of columns is not one tree. */
export function leavesOf(schema: readonly SchemaElement[]): ParquetLeaf[] {
  const leaves: ParquetLeaf[] = []
  let at = 0
  const walk = (above: Omit<ParquetLeaf, 'type'>): void => {
    const element = schema[at++]
    if (!element) throw new Error('the list of columns ends too early')
    const isRoot = at === 1
    const kind = isRoot ? 'REQUIRED' : (element.repetition_type ?? 'REQUIRED')
    const own = {
      path: isRoot ? [] : [...above.path, element.name],
      definition: above.definition + (kind === 'REQUIRED' ? 0 : 1),
      repetition: above.repetition + (kind === 'REPEATED' ? 1 : 0),
    }
    const children = element.num_children ?? 0
    if (children === 0 && !isRoot) leaves.push({ ...own, type: element.type })
    for (let i = 0; i < children; i++) walk(own)
  }
  walk({ path: [], definition: 0, repetition: 0 })
  if (at !== schema.length) throw new Error('the list of columns goes on behind its end')
  return leaves
}

/** @param bytes of the file @returns the places of all columns @throws Error in words where the footer contradicts itself */
export function placesOf(metadata: FileMetaData, bytes: number): ColumnPlace[] {
  const leaves = leavesOf(metadata.schema)
  const end = bytes - 8 - metadata.metadata_length
  const places = metadata.row_groups.flatMap((group) => placesOfGroup(group, leaves, end))
  const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0)
  if (rows !== Number(metadata.num_rows))
    throw new Error(`${metadata.num_rows} rows told, ${rows} in its groups`)
  const inOrder = places.toSorted((a, b) => a.from - b.from)
  for (const [i, place] of inOrder.entries()) {
    const next = inOrder[i + 1]
    if (next && next.from < place.to)
      throw new Error(`columns ${nameOf(place.leaf)} and ${nameOf(next.leaf)} overlap`)
  }
  return places
}

function placesOfGroup(group: RowGroup, leaves: readonly ParquetLeaf[], end: number): ColumnPlace[] {
  const rows = Number(group.num_rows)
  if (!(rows >= 0)) throw new Error('a row group of less than no rows')
  if (group.columns.length !== leaves.length) throw new Error('a row group lacks columns')
  return group.columns.flatMap(({ meta_data: meta }, i): ColumnPlace[] => {
    const leaf = leaves[i] as ParquetLeaf
    const name = nameOf(leaf)
    if (meta?.path_in_schema.join('.') !== name || meta.type !== leaf.type)
      throw new Error(`column ${name} is not where its group says`)
    const values = Number(meta.num_values)
    const isFlat = leaf.repetition === 0
    if (values < rows || (isFlat && values !== rows) || values > MOST_VALUES)
      throw new Error(`column ${name}: ${values} values, ${rows} rows`)
    if (rows === 0) return []
    const from = Number(meta.dictionary_page_offset || meta.data_page_offset)
    const to = from + Number(meta.total_compressed_size)
    if (!(from >= 4 && to > from && to <= end)) throw new Error(`column ${name} is outside of the file`)
    return [{ from, to, leaf, meta }]
  })
}

export const nameOf = ({ path }: ParquetLeaf): string => path.join('.')
