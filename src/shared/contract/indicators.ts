import { z } from 'zod'
import { query } from './define.ts'

export type IndicatorGroup = 'output' | 'change' | 'collaboration' | 'structure' | 'convention'

/** An indicator as the Method page, the tooltips and the exports tell it: one declaration for all of them. */
export interface IndicatorDeclaration {
  id: string
  group: IndicatorGroup
  label: { en: string; zh: string }
  /** Unit of the value: `articles`, `percent`, `ratio`, `rank`, `places`, `million`, or none. */
  unit: 'articles' | 'percent' | 'ratio' | 'rank' | 'places' | 'million' | 'none'
  decimals: number
  definition: { en: string; zh: string }
  /** Formula in plain text with typographic signs; `[a / b]` is a fraction, `x_y` a subscript. Null for a convention. */
  formula: string | null
  /** Meaning of the letters in the formula. */
  where: { symbol: string; en: string; zh: string }[]
  source: { en: string; zh: string }
  caveat: { en: string; zh: string } | null
}

export const indicators = {
  'indicators.list': query<{ indicators: IndicatorDeclaration[] }>()(z.strictObject({})),
} as const
