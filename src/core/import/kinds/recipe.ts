import type { KindRow } from './kind.ts'

/** What a recipe and its script leave beside the pages that they fetch. */
const FORMATS: ReadonlySet<unknown> = new Set(['science-cities-recipe', 'science-cities-fetched'])

export const recipe: KindRow<'recipe'> = {
  isRecord: ({ format }) => FORMATS.has(format),
  preview: () => ({ estimatedRecords: 0 }),
}
