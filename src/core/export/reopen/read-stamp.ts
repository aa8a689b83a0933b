/** Reads back what a file says of the view that made it. The file may come from anywhere and be anything. */
import { z } from 'zod'
import { datasetId } from '../../../shared/contract/common.ts'
import type { FileStamp } from '../stamp.ts'
import { STAMPED_METHODS } from '../stamp.ts'
import { fileKind } from './file-kind.ts'
import { STAMP_TEXT } from './stamp-text.ts'

/** Larger than any file that the app writes; more is not read. */
export const MOST_BYTES = 512 << 20

const stampSchema = z.object({
  app: z.literal('Science Cities'),
  stamp: z.literal(1),
  appVersion: z.string().max(50).optional(),
  dataset: datasetId,
  version: z.string().max(100),
  // An address within the app: never another host's.
  view: z
    .string()
    .max(4000)
    .regex(/^\/(?![/\\])/)
    .nullable(),
  request: z.object({ method: z.enum(STAMPED_METHODS), input: z.record(z.string(), z.unknown()) }),
  numbers: z
    .array(
      z.object({
        label: z.string().max(1000),
        value: z.number(),
        decimals: z.int().min(0).max(20),
      }),
    )
    .max(100_000),
})

/** The stamp of a file of ours; null of any other, and of a CSV without its citation block. */
export function readStamp(bytes: Uint8Array, _fileName = ''): FileStamp | null {
  if (bytes.length > MOST_BYTES) return null
  const text = STAMP_TEXT[fileKind(bytes)](bytes)
  if (text === null) return null
  try {
    const parsed = stampSchema.safeParse(JSON.parse(text))
    return parsed.success ? (parsed.data as FileStamp) : null
  } catch {
    return null
  }
}
