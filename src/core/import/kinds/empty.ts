/** Pages of an API without records: paging by cursor ends with one. */
import { z } from 'zod'
import type { KindRow } from './kind.ts'

/** What pages of OpenAlex hold beside their results; an answer that says more, such as of an error, is none. */
const page = z.strictObject({
  meta: z.record(z.string(), z.unknown()).optional(),
  results: z.tuple([]),
  group_by: z.array(z.unknown()).nullish(),
})
const bare = z.union([page, z.array(page)])

/** Whether the file, given whole, is a page without records, a list of such pages, or an empty list. */
function isEmptyPage(file: Buffer): boolean {
  try {
    return bare.safeParse(JSON.parse(file.toString('utf8').replace(/^\uFEFF/, ''))).success
  } catch {
    return false // not JSON, or more than what was read of it
  }
}

export const empty: KindRow<'empty'> = {
  isBare: isEmptyPage,
  preview: () => ({ estimatedRecords: 0 }),
}
