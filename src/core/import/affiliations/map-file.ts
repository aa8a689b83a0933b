import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { importIssue, rejected } from '../text/import-issue.ts'
import { unreadable } from '../text/open-bytes.ts'
import { TABLE_FIELDS } from '../../../shared/domain/table-fields.ts'
import { isField } from './fields.ts'

const schema = z.record(z.string(), z.string().min(1).max(200).nullable())

/**
 * A map file: a JSON object, our field → the column of the table; null leaves the field out.
 * @throws AppError import-rejected with map-file and the reason, or map-field with the keys that are no fields; file-unreadable.
 */
export async function readMapFile(path: string): Promise<Record<string, string | null>> {
  const file = basename(path)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw unreadable(path, error)
  }
  const wrong = (reason: string) => importIssue(file, null, 'map-file', { reason })
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw rejected([wrong(error instanceof Error ? error.message : String(error))])
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success)
    throw rejected(parsed.error.issues.map(({ path: at, message }) => wrong(`${at.join('.')}: ${message}`)))
  const fields = TABLE_FIELDS.join(', ')
  const strange = Object.keys(parsed.data).filter((key) => !isField(key))
  if (strange.length > 0)
    throw rejected(strange.map((value) => importIssue(file, null, 'map-field', { value, fields })))
  return parsed.data
}
