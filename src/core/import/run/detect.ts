/** What a file is, by its content; its name does not matter. */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { FileKind } from '../../../shared/domain/file-kinds.ts'
import { FILE_KINDS } from '../../../shared/domain/file-kinds.ts'
import { detectLayout, HEAD_BYTES } from '../../scan/layout.ts'
import { kindOfBare, kindOfRecords, kindOfTable } from '../kinds/index.ts'
import type { DetectedFile, JsonRecord, PreviewGiven } from '../kinds/kind.ts'
import type { TableHead } from '../kinds/table-head.ts'
import { tableHeads } from '../kinds/table-head.ts'
import { packingOf } from '../text/open-bytes.ts'
import { isParquet, parquetHead, parquetRows, rowJson } from '../text/read-parquet.ts'
import { columnKey } from '../text/small-table.ts'
import { utf16JsonOf } from '../text/utf16-json.ts'
import { openPacked } from '../text/zip-entry.ts'
import { firstRecords } from './first-records.ts'
import { recordKeys } from './record-keys.ts'

/** Enough for a few records of the largest usual size. */
const SAMPLE_BYTES = 1 << 20

/** @param given of tables @throws AppError file-unreadable, or what is wrong with the packing. */
export async function detectFile(path: string, given: PreviewGiven = {}): Promise<DetectedFile> {
  if (await isParquet(path)) return detectParquet(path, given)
  const packing = await packingOf(path)
  const { head, isUtf16 } = await headOf(path)
  const streamed = packing !== 'none' || isUtf16
  const base = { path, file: basename(path), bytes: statSync(path).size, packing, streamed }
  if (!looksLikeJson(head)) {
    const kind = kindOfHeads(await tableHeads(path, given))
    return { ...base, form: 'table', kind, layout: null, sample: [], sampledBytes: 0 }
  }
  const layout = detectLayout(head.subarray(0, HEAD_BYTES))
  const sample = firstRecords(head)
  const kind = kindOfRecords(sample) ?? kindOfBare(head, recordKeys(head.toString('latin1')))
  return { ...base, kind, layout, sample, sampledBytes: sizeOf(sample) }
}

/** Works and institutions of a snapshot have the columns of their records; any other Parquet is a table. */
async function detectParquet(path: string, { columns }: PreviewGiven): Promise<DetectedFile> {
  const head = await parquetHead(path)
  const base = {
    path,
    file: basename(path),
    bytes: statSync(path).size,
    packing: 'none',
    streamed: false,
    layout: null,
  } as const
  const record = Object.fromEntries(head.columns.map((name) => [name, null]))
  if (isWorkColumns(record)) return { ...base, form: 'parquet', kind: 'works', sample: [], sampledBytes: 0 }
  for await (const [row] of parquetRows(path, SHORT, { most: 1 })) {
    const kind = row && kindOfRecords([JSON.parse(rowJson(row)) as JsonRecord])
    if (kind && FILE_KINDS[kind] === 'institutions' && !head.columns.some(isFlat))
      return { ...base, form: 'parquet', kind, sample: [], sampledBytes: 0 }
  }
  const names = { path, names: head.columns, columns: head.columns.map(columnKey), given: columns }
  return { ...base, form: 'table', kind: kindOfTable(names), sample: [], sampledBytes: 0 }
}

/** By these a record of an institution is told. */
const SHORT = new Set(['id', 'names.value'])

/** Both stand in every record of a work, and a flat table has not the first. */
const isWorkColumns = (record: JsonRecord) =>
  'authorships' in record && ('publication_year' in record || 'publication_date' in record)

/** Columns of the places of institutions in tables; in records these stand within another column. */
const isFlat = (column: string) =>
  /^(city|geo_.+|locations_geonames_.+|addresses\[0\]_.+|country_country_code)$/.test(columnKey(column))

async function headOf(path: string): Promise<{ head: Buffer; isUtf16: boolean }> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const chunk of openPacked(path)) {
    parts.push(chunk)
    bytes += chunk.length
    if (bytes >= SAMPLE_BYTES) break
  }
  const head = Buffer.concat(parts).subarray(0, SAMPLE_BYTES)
  const utf16 = utf16JsonOf(head)
  return utf16 === null
    ? { head, isUtf16: false }
    : { head: Buffer.from(new TextDecoder(utf16).decode(head)), isUtf16: true }
}

/** Remarks may stand above the head: the first record that some kind recognises is it. */
function kindOfHeads(heads: readonly TableHead[]): FileKind {
  for (const head of heads) {
    const kind = kindOfTable(head)
    if (kind !== 'unknown') return kind
  }
  return 'unknown'
}

function looksLikeJson(head: Buffer): boolean {
  const first = /[^\s\uFEFF]/.exec(head.toString('utf8', 0, 4096))?.[0]
  return first === '{' || first === '['
}

function sizeOf(sample: readonly unknown[]): number {
  return sample.reduce<number>((sum, record) => sum + Buffer.byteLength(JSON.stringify(record)) + 1, 0)
}
