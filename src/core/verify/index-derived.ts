import type { Statistics } from '../statistics/derive.ts'
import type { Hundredths } from '../statistics/hundredths.ts'

export interface IndexDerived {
  statistics: Statistics
  hundredths: Hundredths
  /** Sum of the articles' contents. */
  content: string
}
