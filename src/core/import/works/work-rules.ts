/** What decides whether a work counts, and for which subjects. */
import type { SubjectRules } from '../rules/subjects-of.ts'

export interface WorkRules {
  /** Types that count, lower case; works without a type count always. */
  types: ReadonlySet<string>
  includeRetracted: boolean
  includeTruncated: boolean
  subjects: SubjectRules
}
