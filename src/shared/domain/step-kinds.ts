import { ENTITY_NAMES } from './entity-names.ts'

/** What a number can be narrowed to on the way down to its articles, and be listed by. */
export const STEP_KINDS = ['subject', 'year', ...ENTITY_NAMES] as const
export type StepKind = (typeof STEP_KINDS)[number]
/** The id of what no entity of the kind is known of: affiliations without an institution, say. */
export const NOBODY = '-'
