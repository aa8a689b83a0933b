import { mapColumns } from '../affiliations/fields.ts'
import { previewAffiliations } from '../affiliations/preview-affiliations.ts'
import type { KindRow } from './kind.ts'

/** A table with fewer of our fields is something else. */
const LEAST_FIELDS = 3

export const affiliations: KindRow<'affiliations'> = {
  // A column that is missing is told by the reader of the table, by name.
  isTable: ({ path, names, given }) =>
    mapColumns(path, names, given).columns.filter(({ field }) => field !== null).length >= LEAST_FIELDS,
  async preview({ path }) {
    const { form, columns, records, issues } = await previewAffiliations(path)
    return { encoding: form.encoding, columns, records, problem: issues[0]?.code ?? null }
  },
}
