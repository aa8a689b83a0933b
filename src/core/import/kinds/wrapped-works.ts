/** Works of OpenAlex inside the records of another program: `_source` of Elasticsearch, `docs` of Solr, objects by id. */
import type { KindRow } from './kind.ts'

/** A search engine's hit, or a work's list of authors. */
const WITHIN = /"(?:_source|authorships)"\s*:\s*[[{]/

export const wrappedWorks: KindRow<'wrapped-works'> = {
  refusal: 'works-wrapped',
  isWithin: (head) => WITHIN.test(head.toString('latin1')),
  preview: () => ({ problem: 'works-wrapped' }),
}
