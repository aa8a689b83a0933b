/**
 * What the archives of this app have in common: a zip whose first entry says what it is, so that a file that ends too early
 * is told from one that is not ours, and a list of all other entries with their SHA-256.
 */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { datasetId } from '../../../shared/contract/common.ts'
import type { ErrorCode } from '../../../shared/contract/errors.ts'
import { AppError } from '../../../shared/contract/errors.ts'

export const MARK_ENTRY = 'mimetype'
export const LIST_ENTRY = 'contents.json'

export const listedFile = z.object({
  name: z.string().max(200),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ListedFile = z.infer<typeof listedFile>

/** What a list says of a dataset. */
export const listedIdentity = {
  dataset: datasetId,
  version: z.string().max(100),
  name: z.string().min(1).max(1000),
  nameZh: z.string().max(1000).nullable(),
  kind: z.enum(['published', 'computed', 'sample']),
  importedAt: z.string().max(100),
}

/** One kind of archive. */
export interface ArchiveForm<C extends { files: readonly ListedFile[] }> {
  mark: string
  /** Of a file that begins otherwise. */
  foreign: ErrorCode
  /** The text of the list. @throws AppError archive-damaged, archive-newer. */
  parse(text: string, file: string): C
}

/** The list as it is written: with a sum of itself, so that damage here is not taken for damage there. */
export function listText(contents: object): string {
  const text = JSON.stringify(contents)
  return `${text}\n${createHash('sha256').update(text).digest('hex')}\n`
}

/** What the list says, where it is as it was written. @param known forms up to this one @throws AppError archive-damaged, archive-newer. */
export function checkedList(text: string, file: string, known: number): unknown {
  const [line = '', sum = ''] = text.split('\n')
  if (createHash('sha256').update(line).digest('hex') !== sum) throw damaged(file, LIST_ENTRY)
  let told: unknown
  try {
    told = JSON.parse(line)
  } catch {
    throw damaged(file, LIST_ENTRY)
  }
  const { form } = (told ?? {}) as { form?: unknown }
  if (typeof form === 'number' && form > known) throw newer(file)
  return told
}

/** Told from the first bytes. @throws AppError `foreign`; file-unreadable. */
export function assertArchive(
  path: string,
  { mark, foreign }: Pick<ArchiveForm<never>, 'mark' | 'foreign'>,
): void {
  const expected = MARK_ENTRY + mark
  const head = Buffer.alloc(200)
  let read: number
  try {
    const file = openSync(path, 'r')
    try {
      read = readSync(file, head, 0, head.length, 0)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new AppError('file-unreadable', `${path}: ${reason}`, { values: { file: basename(path), reason } })
  }
  // Between name and content stands the extra field of the entry's head.
  const text = head.toString('latin1', 0, read)
  const plain = text.slice(30, 30 + MARK_ENTRY.length) + text.slice(30 + MARK_ENTRY.length + 20)
  if (read < 4 || head.readUInt32LE(0) !== 0x04034b50 || !plain.startsWith(expected)) {
    const values = { file: basename(path) }
    throw new AppError(foreign, `${path} is none of ours`, { values })
  }
}

export function damaged(file: string, part: string): AppError {
  return new AppError('archive-damaged', `${file}: ${part}`, { values: { file, part } })
}

export function newer(file: string): AppError {
  return new AppError('archive-newer', `${file} is of a newer app`, { values: { file } })
}
