import { z } from 'zod'
import type { Indicator } from '../measures/measure.ts'
import { query } from './define.ts'

export const indicators = {
  /** Every indicator and convention, in the order of the Method page. */
  'indicators.list': query<{ indicators: Indicator[] }>()(z.strictObject({})),
} as const
