/** JSON that is read whole and checked by a schema: metro tables, subject mappings. */
import type { z } from 'zod'
import { rejectedFor } from './import-issue.ts'
import type { IssueList } from './small-table.ts'

/** @throws AppError import-rejected with json-syntax, or table-form for every part that does not fit the schema. */
export function parseSmallJson<T>(text: string, schema: z.ZodType<T>, file: string, issues: IssueList): T {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw rejectedFor(file, null, 'json-syntax', { reason: error instanceof Error ? error.message : '' })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const problem of parsed.error.issues) {
    issues.add(null, 'table-form', { reason: `${problem.path.join('.')}: ${problem.message}` })
  }
  issues.throwIfAny()
  throw parsed.error
}
