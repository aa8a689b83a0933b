import { mayBeHead } from '../affiliations/fields.ts'
import { previewAffiliations } from '../affiliations/preview-affiliations.ts'
import type { KindRow } from './kind.ts'

export const affiliations: KindRow<'affiliations'> = {
  // A column that is missing is told by the reader of the table, by name.
  isTable: ({ names, given }) => mayBeHead(names, given),
  async preview({ path }, given) {
    const { form, columns, records, issues, notes, problem } = await previewAffiliations(path, given)
    return {
      encoding: form.encoding,
      columns,
      records,
      notes: [...issues, ...notes],
      readings: form.unsure ?? [],
      problem,
    }
  },
}
