/** What a plan counts by: the rules of an import, as far as they can be told to an engine. */
import type { FieldMapping } from '../import/rules/field-mapping.ts'

export interface PlanRules {
  /** Types that count, lower case; works without a type count always. */
  types: readonly string[]
  includeRetracted: boolean
  includeTruncated: boolean
  spreadUnknown: boolean
  /** Years of which figures are made, first and last. */
  from: number
  to: number
  mapping: FieldMapping
  /** Whether a list of journals says which articles count. */
  journals: boolean
  /** Least number of joint articles of a pair in a year. */
  pairsFrom: number
  /** One article in this many is put out whole. */
  sampleOf: number
}
