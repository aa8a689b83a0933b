/** What a file is, by its content; its name does not matter. */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { detectLayout, HEAD_BYTES } from '../../scan/layout.ts'
import { kindOfBare, kindOfRecords, kindOfTable } from '../kinds/index.ts'
import type { DetectedFile } from '../kinds/kind.ts'
import { tableHead } from '../kinds/table-head.ts'
import type { Packing } from '../text/open-bytes.ts'
import { openBytes, packingOf } from '../text/open-bytes.ts'
import { rejectedFor } from '../text/import-issue.ts'
import { openZipJson } from '../text/zip-entry.ts'
import { firstRecords } from './first-records.ts'
import { recordKeys } from './record-keys.ts'

/** Enough for a few records of the largest usual size. */
const SAMPLE_BYTES = 1 << 20

/** @param columns of a table of affiliations: our field → its column @throws AppError file-unreadable, or what is wrong with the packing. */
export async function detectFile(
  path: string,
  columns?: Readonly<Record<string, string>>,
): Promise<DetectedFile> {
  const packing = await packingOf(path)
  const head = await headOf(path, packing)
  if (isUtf16Json(head)) throw rejectedFor(basename(path), null, 'utf-16')
  const base = { path, file: basename(path), bytes: statSync(path).size, packing }
  if (!looksLikeJson(head)) {
    const kind = packing === 'zip' ? 'unknown' : kindOfTable(await tableHead(path, columns))
    return { ...base, kind, layout: null, sample: [], sampledBytes: 0 }
  }
  const layout = detectLayout(head.subarray(0, HEAD_BYTES))
  const sample = firstRecords(head)
  const kind = kindOfRecords(sample) ?? kindOfBare(head, recordKeys(head.toString('latin1')))
  return { ...base, kind, layout, sample, sampledBytes: sizeOf(sample) }
}

async function headOf(path: string, packing: Packing): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const chunk of packing === 'zip' ? openZipJson(path) : openBytes(path)) {
    parts.push(chunk)
    bytes += chunk.length
    if (bytes >= SAMPLE_BYTES) break
  }
  return Buffer.concat(parts).subarray(0, SAMPLE_BYTES)
}

function looksLikeJson(head: Buffer): boolean {
  const first = /[^\s\uFEFF]/.exec(head.toString('utf8', 0, 4096))?.[0]
  return first === '{' || first === '['
}

/** Some shells save JSON as UTF-16 with its mark; in that only tables are read. */
function isUtf16Json(head: Buffer): boolean {
  const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : 'utf-16be'
  if (encoding === 'utf-16be' && !(head[0] === 0xfe && head[1] === 0xff)) return false
  return /^\s*[[{]/.test(new TextDecoder(encoding).decode(head.subarray(0, 4096)))
}

function sizeOf(sample: readonly unknown[]): number {
  return sample.reduce<number>((sum, record) => sum + Buffer.byteLength(JSON.stringify(record)) + 1, 0)
}
