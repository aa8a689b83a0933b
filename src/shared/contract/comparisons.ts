/** Comparisons that a user keeps under a name: what is compared, for any dataset. */
import { z } from 'zod'
import { MOST_COMPARED } from './cities.ts'
import { ENTITY_NAMES, text } from './common.ts'
import { command, query } from './define.ts'

export const MOST_COMPARISONS = 200
export const comparisonName = z.string().trim().min(1).max(60)

export const keptComparison = z.strictObject({
  name: comparisonName,
  /** ISO date-time. */
  saved: z.iso.datetime(),
  by: z.enum(ENTITY_NAMES),
  /** In their order, with the names under which they were kept: another dataset may not have them. */
  entities: z
    .array(z.strictObject({ id: text, name: text, nameZh: text.nullable() }))
    .min(2)
    .max(MOST_COMPARED),
  /** Id of the reference; null for the first. */
  reference: text.nullable(),
})
export type KeptComparison = z.infer<typeof keptComparison>

export interface KeptComparisons {
  /** By name. */
  comparisons: KeptComparison[]
}

export const comparisons = {
  /** @throws AppError comparisons-damaged where the file that holds them is none of ours. */
  'comparisons.list': query<KeptComparisons>()(z.strictObject({})),
  /** @throws AppError comparison-exists, comparisons-damaged, disk-full. */
  'comparisons.save': command<KeptComparisons>()(
    keptComparison.omit({ saved: true }).extend({
      /** In place of the one of that name. */
      replace: z.boolean().default(false),
    }),
  ),
  /** @throws AppError comparison-unknown, comparison-exists, comparisons-damaged. */
  'comparisons.rename': command<KeptComparisons>()(
    z.strictObject({ name: comparisonName, to: comparisonName }),
  ),
  /** @throws AppError comparison-unknown, comparisons-damaged. */
  'comparisons.remove': command<KeptComparisons>()(z.strictObject({ name: comparisonName })),
} as const
