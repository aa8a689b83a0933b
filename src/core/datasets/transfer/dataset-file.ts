/**
 * A dataset as one file: a zip archive with the dataset's own file, what stands beside it, and a list of both with their
 * SHA-256. The first entry says what it is, so that a file that ends too early is told from one that is not ours.
 */
import { z } from 'zod'
import type { ArchiveForm } from './archive-form.ts'
import { checkedList, damaged, LIST_ENTRY, listedFile, listedIdentity } from './archive-form.ts'
import { COMPANION_NAME } from './companions.ts'

/** Of the archive's form: a later app may write another. */
export const FORM = 1
export const MARK = 'application/vnd.science-cities.dataset+zip'
export const DATASET_ENTRY = 'dataset.sqlite'
export const FILE_ENDING = '.science-cities.zip'

const contentsSchema = z.object({
  app: z.literal('Science Cities'),
  form: z.int().min(1),
  appVersion: z.string().max(100),
  ...listedIdentity,
  files: z.array(listedFile).min(1).max(5000),
})
export type Contents = z.infer<typeof contentsSchema>

/** @throws AppError archive-damaged, archive-newer. */
export function parseContents(text: string, file: string): Contents {
  const told = checkedList(text, file, FORM)
  const parsed = contentsSchema.safeParse(told)
  const names = parsed.data?.files.map(({ name }) => name) ?? []
  const odd = names.find((name, i) => (i === 0 ? name !== DATASET_ENTRY : !COMPANION_NAME.test(name)))
  if (!parsed.success || odd !== undefined || new Set(names).size < names.length)
    throw damaged(file, LIST_ENTRY)
  return parsed.data
}

export const DATASET_FORM: ArchiveForm<Contents> = {
  mark: MARK,
  foreign: 'archive-foreign',
  parse: parseContents,
}
