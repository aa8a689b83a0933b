import { AppError } from '../../../shared/contract/errors.ts'
import type { PreviewedFile } from '../../../shared/contract/imports.ts'
import { firstInShort, placeInShort } from './in-short.ts'
import { previewAffiliations } from '../affiliations/preview-affiliations.ts'
import type { DetectedFile, KindRow, PreviewGiven } from './kind.ts'

/** What no other kind recognises. */
export const unknown: KindRow<'unknown'> = {
  refusal: 'file-kind-unknown',
  preview: async (file, given) => ({
    ...(file.form === 'table' ? await mappable(file, given) : firstInShort(file, placeInShort)),
    problem: 'file-kind-unknown',
  }),
}

/** An article, its year, an author and a place: a table of fewer columns cannot be mapped. */
const LEAST_COLUMNS = 4

/** A table of affiliations may have columns of any names; they are shown, so that they can be chosen by hand. */
async function mappable({ path }: DetectedFile, given: PreviewGiven): Promise<Partial<PreviewedFile>> {
  try {
    const { form, columns, records } = await previewAffiliations(path, given)
    return columns.length < LEAST_COLUMNS
      ? {}
      : { encoding: form.encoding, columns, records, readings: form.unsure ?? [] }
  } catch (error) {
    if (error instanceof AppError) return {} // it is no text
    throw error
  }
}
