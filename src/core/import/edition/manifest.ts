import { z } from 'zod'
import { datasetId } from '../../../shared/contract/common.ts'
import { EARLIEST_YEAR, LATEST_YEAR } from '../../../shared/domain/years.ts'
import type { Issues } from './issues.ts'

/** `edition.json`: optional beside the CSV files; what it leaves out is told from the files or the command. */
const schema = z.strictObject({
  id: datasetId.optional(),
  name: z.string().min(1).max(200).optional(),
  nameZh: z.string().max(200).optional(),
  /** Year of publication; the figures are of the year before. */
  edition: z.int().min(EARLIEST_YEAR).max(LATEST_YEAR).optional(),
  /** Year of the figures. */
  year: z.int().min(EARLIEST_YEAR).max(LATEST_YEAR).optional(),
  scope: z.string().max(100).optional(),
  licence: z.string().max(500).optional(),
  citation: z.string().max(500).optional(),
  /** Names that other editions printed → the name in the ranking. */
  aliases: z.record(z.string(), z.string()).optional(),
  files: z
    .array(
      z.strictObject({
        file: z.string().regex(/^[\w .-]+(\/[\w .-]+)?\.csv$/),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        licence: z.string().max(500),
        origin: z.string().max(500),
      }),
    )
    .optional(),
})
export type Manifest = z.infer<typeof schema>

export function parseManifest(text: string, issues: Issues): Manifest {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
    for (const problem of parsed.error.issues) {
      issues.add('edition.json', null, 'manifest', {
        reason: `${problem.path.join('.')}: ${problem.message}`,
      })
    }
  } catch (error) {
    issues.add('edition.json', null, 'manifest', {
      reason: error instanceof Error ? error.message : String(error),
    })
  }
  return {}
}
