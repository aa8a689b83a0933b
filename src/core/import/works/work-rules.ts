/** What decides whether a work counts, and for which subjects. */
import type { SubjectRules } from '../rules/subjects-of.ts'

export interface WorkRules {
  /** Types that count, lower case; works without a type count always. */
  types: ReadonlySet<string>
  includeRetracted: boolean
  includeTruncated: boolean
  subjects: SubjectRules
}

/** Years outside are errors of the source, such as 0 or 20203. */
export const FIRST_YEAR = 1500
export const LAST_YEAR = 2200
