/** What a worked example is made of: figures of rows that a view shows, set into a formula that is written out anew. */
import type { ExampleColumn, ExampleRow, WorkedExample } from '../../../shared/contract/indicators.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { Measure, Unit } from '../../../shared/measures/measure.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'

/** Rows of an example: the one that is worked, and some that are checked by the same formula. */
export const EXAMPLE_ROWS = 6

export interface Asked {
  dataset: OpenDataset
  subject: string
  year: number
  context: ReaderContext
}

export type Reckoning = Pick<
  WorkedExample,
  'from' | 'columns' | 'filled' | 'of' | 'article' | 'rows' | 'band'
>

export const column = (key: string, unit: Unit, decimals: number): ExampleColumn => ({ key, unit, decimals })
/** A column of a measure, with its unit and decimals. */
export const columnOf = (
  key: string,
  { unit, decimals }: Pick<Measure, 'unit' | 'decimals'>,
): ExampleColumn => column(key, unit, decimals)

/** Figures that are stored as they are computed differ by no more than their last bits. */
const BITS = 1e-9

/**
 * Whether a result is the figure given: to half of the last decimal printed, or of an index to the last bits.
 * @param decimals with which `given` is printed; null where it is not rounded
 */
export function agreeing(result: number, given: number, decimals: number | null): boolean {
  const slack = decimals === null ? BITS * Math.max(1, Math.abs(given)) : 0.5 * 10 ** -decimals + BITS
  return Math.abs(result - given) <= slack
}

export interface Reckoned {
  label: EntityLabel
  partner?: EntityLabel
  subject?: string
  values: (number | null)[]
  given: number | null
  decimals?: number | null
}

/** Rows all of whose values are known, with their results; at most those that an example shows. */
export function reckoned(rows: readonly Reckoned[], formula: (...values: number[]) => number): ExampleRow[] {
  const whole = rows.flatMap(({ values, ...row }) => {
    const known = values.filter((value) => value !== null)
    return known.length === values.length ? [{ ...row, values: known }] : []
  })
  return whole.slice(0, EXAMPLE_ROWS).flatMap(({ label, partner, subject, values, given, decimals }) => {
    const result = formula(...values)
    if (!Number.isFinite(result)) return []
    const agrees = given === null ? null : agreeing(result, given, decimals ?? null)
    return [{ label, partner: partner ?? null, subject: subject ?? null, values, result, given, agrees }]
  })
}

export const labelOf = ({ id, name, nameZh }: RankingRow): EntityLabel => ({ id, name, nameZh })
