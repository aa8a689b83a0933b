/** Parquet files: their columns, and their rows by row group, of which only the wanted columns are read from disk. */
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AsyncBuffer, FileMetaData, RowGroup, SchemaElement } from 'hyparquet'
import { AppError } from '../../../shared/contract/errors.ts'
import { rejectedFor } from './import-issue.ts'
import { checkPages } from './parquet-pages.ts'
import type { ColumnPlace } from './parquet-shape.ts'
import { placesOf } from './parquet-shape.ts'
import type { ByteOptions } from './open-bytes.ts'
import { unreadable } from './open-bytes.ts'

export type ParquetRow = Record<string, unknown>

/** Names that list encodings put between a column and its elements. */
const BETWEEN = new Set(['list', 'element', 'bag', 'array', 'array_element', 'item'])

/** Whether a file is Parquet, by its first bytes. */
export const looksLikeParquet = (head: Buffer): boolean => head.toString('latin1', 0, 4) === 'PAR1'

/** @throws AppError file-unreadable. */
export async function isParquet(path: string): Promise<boolean> {
  return withFile(path, async (file) => looksLikeParquet(Buffer.from(await file.slice(0, 4))))
}

export interface ParquetHead {
  /** Of the first level. */
  columns: string[]
  rows: number
}

/** @throws AppError import-rejected with parquet-damaged; file-unreadable. */
export async function parquetHead(path: string): Promise<ParquetHead> {
  return withFile(path, async (file) => {
    const metadata = await metadataOf(path, file)
    return { columns: columnsOf(metadata), rows: Number(metadata.num_rows) }
  })
}

/**
 * Rows of a row group after those of the one before. Memory: some portions of the wanted columns; all of a row group
 * where nested columns have no index of their pages.
 * @param wanted dotted names without those of list encodings, e.g. `authorships.author.id`; null for all
 * @throws AppError import-rejected with parquet-damaged, parquet-groups; file-unreadable; the signal's reason.
 */
export async function* parquetRows(
  path: string,
  wanted: ReadonlySet<string> | null,
  options: ByteOptions & { most?: number } = {},
): AsyncGenerator<ParquetRow[]> {
  const handle = await opened(path)
  try {
    const file = bufferOf(handle, (await handle.stat()).size)
    const whole = await metadataOf(path, file)
    const metadata = wanted ? pruned(whole, wanted) : whole
    const columns = columnsOf(metadata)
    const { parquetReadObjects } = await import('hyparquet')
    const { parquetHeader: header } = await import('hyparquet/src/column.js')
    const { compressors } = await import('hyparquet-compressors')
    const checked = checkedPages(file, placesOf(whole, file.byteLength), { header, compressors })
    let rowStart = 0
    let bytes = 0
    for (const group of metadata.row_groups) {
      options.signal?.throwIfAborted()
      const groupEnd = Math.min(rowStart + Number(group.num_rows), options.most ?? Infinity)
      const step = rowsAtOnce(path, group)
      for (let from = rowStart; from < groupEnd; from += step) {
        options.signal?.throwIfAborted()
        const range = { rowStart: from, rowEnd: Math.min(from + step, groupEnd) }
        yield await told(path, async () => {
          const ends = new Map<string, number>()
          const rows = await parquetReadObjects({
            file: checked,
            metadata,
            columns,
            ...range,
            compressors,
            geoparquet: false,
            useOffsetIndex: true,
            onPage: ({ pathInSchema, rowEnd }) => void ends.set(pathInSchema.join('.'), rowEnd),
          })
          assertRows(rows, columns, range)
          if (from === rowStart && range.rowEnd === rowStart + Number(group.num_rows))
            assertEnds(ends, range.rowEnd)
          return rows
        })
      }
      bytes += Number(group.total_byte_size)
      options.progress?.(Math.min(bytes, file.byteLength))
      rowStart += Number(group.num_rows)
      if (options.most !== undefined && rowStart >= options.most) return
    }
    options.progress?.(file.byteLength)
  } finally {
    await handle.close()
  }
}

/** The file, each column of which is looked through before it is decoded. */
function checkedPages(
  file: AsyncBuffer,
  places: readonly ColumnPlace[],
  tools: Parameters<typeof checkPages>[3],
): AsyncBuffer {
  const inOrder = places.toSorted((a, b) => a.from - b.from)
  return {
    byteLength: file.byteLength,
    async slice(start, end = file.byteLength) {
      const bytes = await file.slice(start, end)
      // Columns that lie side by side are read in one go.
      for (const place of inOrder) {
        if (place.to <= start || place.from >= end) continue
        const [from, to] = [Math.max(place.from, start), Math.min(place.to, end)]
        const pages = new Uint8Array(bytes as ArrayBuffer, from - start, to - from)
        checkPages(pages, place, from === place.from && to === place.to, tools)
      }
      return bytes
    },
  }
}

/** @throws Error where a column has no value, not even none, for a row. */
function assertRows(
  rows: readonly ParquetRow[],
  columns: readonly string[],
  { rowStart, rowEnd }: { rowStart: number; rowEnd: number },
): void {
  if (rows.length !== rowEnd - rowStart) throw new Error(`${rows.length} rows of ${rowEnd - rowStart}`)
  rows.forEach((row, i) => {
    const short = columns.find((name) => row[name] === undefined)
    if (short !== undefined) throw new Error(`column ${short} ends before row ${rowStart + i + 1}`)
  })
}

/** @throws Error where a column of a row group that was read whole has more rows than the others, or fewer. */
function assertEnds(ends: ReadonlyMap<string, number>, rowEnd: number): void {
  for (const [name, end] of ends)
    if (end !== rowEnd) throw new Error(`column ${name} ends at row ${end}, its group at ${rowEnd}`)
}

/** Bytes of the wanted columns, unpacked, that are made objects at once: these take up to sixty times as much. */
const BYTES_AT_ONCE = 16 << 20
const LEAST_ROWS = 2048
/** Whatever their bytes: columns without values take none. */
const MOST_ROWS = 1 << 18
/** A row group with nested columns that has no index of its pages can only be decoded whole. */
const MOST_WHOLE = 64 << 20

/** @throws AppError import-rejected with parquet-groups where a row group would fill the memory. */
function rowsAtOnce(path: string, { columns, num_rows: rows }: RowGroup): number {
  const bytes = columns.reduce(
    (sum, { meta_data: meta }) => sum + Number(meta?.total_uncompressed_size ?? 0),
    0,
  )
  const isWhole = columns.some(
    ({ meta_data: meta, offset_index_offset: index }) => (meta?.path_in_schema.length ?? 0) > 1 && !index,
  )
  if (isWhole && bytes > MOST_WHOLE) {
    throw rejectedFor(basename(path), null, 'parquet-groups', {
      rows: Number(rows),
      mb: Math.round(bytes / 1e6),
    })
  }
  if (isWhole) return Number(rows)
  const usual = Math.ceil((Number(rows) * BYTES_AT_ONCE) / Math.max(bytes, BYTES_AT_ONCE))
  return Math.max(LEAST_ROWS, Math.min(usual, MOST_ROWS))
}

/** A value of a flat column as the text that a table would hold; lists are joined by `;`. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
  if (Array.isArray(value)) return value.map(cellOf).join(';')
  if (typeof value === 'object') return rowJson(value as ParquetRow)
  return String(value as string | number | bigint | boolean)
}

/** A row as the line of JSON that the same record would be. */
export function rowJson(row: ParquetRow): string {
  return JSON.stringify(row, (_key, value: unknown) => {
    if (typeof value === 'bigint') return Number(value)
    return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value
  })
}

type Handle = Awaited<ReturnType<typeof open>>

async function opened(path: string): Promise<Handle> {
  return open(path, 'r').catch((error: unknown) => {
    throw unreadable(path, error)
  })
}

async function withFile<T>(path: string, use: (file: AsyncBuffer) => Promise<T>): Promise<T> {
  const handle = await opened(path)
  try {
    return await use(bufferOf(handle, (await handle.stat()).size))
  } finally {
    await handle.close()
  }
}

function bufferOf(handle: Handle, byteLength: number): AsyncBuffer {
  return {
    byteLength,
    async slice(start, end = byteLength) {
      const from = start < 0 ? Math.max(0, byteLength + start) : start
      const length = Math.max(0, Math.min(end, byteLength) - from)
      const bytes = new Uint8Array(length)
      for (let at = 0; at < length;) {
        const { bytesRead } = await handle.read(bytes, at, length - at, from + at)
        if (bytesRead === 0) throw new Error(`the file ends at byte ${from + at}`)
        at += bytesRead
      }
      return bytes.buffer
    },
  }
}

async function metadataOf(path: string, file: AsyncBuffer): Promise<FileMetaData> {
  const { parquetMetadataAsync } = await import('hyparquet')
  return told(path, async () => {
    const metadata = await parquetMetadataAsync(file, { geoparquet: false })
    placesOf(metadata, file.byteLength)
    return metadata
  })
}

/** Whatever the reader stumbles over is a damaged file; a file that cannot be read is told as such. */
async function told<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError) throw error
    if (error instanceof Error && 'syscall' in error) throw unreadable(path, error)
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error)
    throw rejectedFor(basename(path), null, 'parquet-damaged', { reason })
  }
}

function columnsOf({ schema }: FileMetaData): string[] {
  const names: string[] = []
  let at = 1
  const skip = () => {
    const children = schema[at++]?.num_children ?? 0
    for (let i = 0; i < children; i++) skip()
  }
  while (at < schema.length) {
    names.push(schema[at]?.name ?? '')
    skip()
  }
  return names
}

/** The same file as if it had the wanted columns alone: what else lies in nested ones is then not read either. */
function pruned(metadata: FileMetaData, wanted: ReadonlySet<string>): FileMetaData {
  const { schema } = metadata
  let at = 0
  const walk = (path: readonly string[]): SchemaElement[] => {
    const element = schema[at++] as SchemaElement
    const own = at === 1 ? [] : [...path, element.name]
    const count = element.num_children ?? 0
    if (count === 0) return isWanted(own, wanted) ? [element] : []
    let children = 0
    const below: SchemaElement[] = []
    for (let i = 0; i < count; i++) {
      const found = walk(own)
      if (found.length > 0) children++
      for (const each of found) below.push(each)
    }
    return children === 0 && own.length > 0 ? [] : [{ ...element, num_children: children }, ...below]
  }
  return {
    ...metadata,
    schema: walk([]),
    row_groups: metadata.row_groups.map((group) => ({
      ...group,
      columns: group.columns.filter(({ meta_data: meta }) => meta && isWanted(meta.path_in_schema, wanted)),
    })),
  }
}

/** Also a column that is wanted in parts and is one value here, such as JSON text. */
function isWanted(path: readonly string[], wanted: ReadonlySet<string>): boolean {
  const name = path.filter((part) => !BETWEEN.has(part)).join('.')
  if (wanted.has(name)) return true
  for (const each of wanted) if (each.startsWith(`${name}.`)) return true
  return false
}
