/**
 * A dataset as one file: a zip archive with the dataset's own file, what stands beside it, and a list of both with their
 * SHA-256. The first entry says what it is, so that a file that ends too early is told from one that is not ours.
 */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { datasetId } from '../../../shared/contract/common.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { COMPANION_NAME } from './companions.ts'

/** Of the archive's form: a later app may write another. */
export const FORM = 1
export const MARK_ENTRY = 'mimetype'
export const MARK = 'application/vnd.science-cities.dataset+zip'
export const LIST_ENTRY = 'contents.json'
export const DATASET_ENTRY = 'dataset.sqlite'
export const FILE_ENDING = '.science-cities.zip'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const contentsSchema = z.object({
  app: z.literal('Science Cities'),
  form: z.int().min(1),
  appVersion: z.string().max(100),
  dataset: datasetId,
  version: z.string().max(100),
  name: z.string().min(1).max(1000),
  nameZh: z.string().max(1000).nullable(),
  kind: z.enum(['published', 'computed', 'sample']),
  importedAt: z.string().max(100),
  files: z
    .array(z.object({ name: z.string().max(200), bytes: z.int().min(0), sha256 }))
    .min(1)
    .max(5000),
})
export type Contents = z.infer<typeof contentsSchema>

/** The list as it is written: with a sum of itself, so that damage here is not taken for damage there. */
export function contentsText(contents: Contents): string {
  const text = JSON.stringify(contents)
  return `${text}\n${createHash('sha256').update(text).digest('hex')}\n`
}

/** @throws AppError archive-damaged, archive-newer. */
export function parseContents(text: string, file: string): Contents {
  const [line = '', sum = ''] = text.split('\n')
  if (createHash('sha256').update(line).digest('hex') !== sum) throw damaged(file, LIST_ENTRY)
  const told = JSON.parse(line) as { form?: unknown }
  if (typeof told.form === 'number' && told.form > FORM) throw newer(file)
  const parsed = contentsSchema.safeParse(told)
  const names = parsed.data?.files.map(({ name }) => name) ?? []
  const odd = names.find((name, i) => (i === 0 ? name !== DATASET_ENTRY : !COMPANION_NAME.test(name)))
  if (!parsed.success || odd !== undefined || new Set(names).size < names.length)
    throw damaged(file, LIST_ENTRY)
  return parsed.data
}

/** Told from the first bytes. @throws AppError archive-foreign; file-unreadable. */
export function assertArchive(path: string): void {
  const expected = MARK_ENTRY + MARK
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
    throw new AppError('archive-foreign', `${path} is no dataset of ours`, { values })
  }
}

export function damaged(file: string, part: string): AppError {
  return new AppError('archive-damaged', `${file}: ${part}`, { values: { file, part } })
}

export function newer(file: string): AppError {
  return new AppError('archive-newer', `${file} is of a newer app`, { values: { file } })
}
