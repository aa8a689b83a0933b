/** What a number is reckoned from, and whether the reckoning gives it. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type {
  ExplainedNumber,
  FigureRef,
  NumberTerm,
  TermRole,
} from '../../../shared/contract/explained-numbers.ts'
import { measureOf } from '../../../shared/measures/by-id.ts'

/** A number that stands in a formula. */
export interface Made {
  value: number | null
  formula: string | null
  terms: NumberTerm[]
  result: number | null
}

export const nothingMade = (value: number | null): Made => ({ value, formula: null, terms: [], result: null })

interface TermParts {
  decimals?: number
  year?: number | null
  subject?: string | null
  label?: EntityLabel | null
  figure?: FigureRef | null
  note?: string | null
}

export function term(role: TermRole, value: number, parts: TermParts = {}): NumberTerm {
  const { decimals = 0, year = null, subject = null, label = null, figure = null, note = null } = parts
  return { role, value, decimals, label, subject, year, figure, note }
}

/** A term that is a figure of a view, with that figure's decimals. */
export const figureTerm = (
  role: TermRole,
  value: number,
  figure: FigureRef,
  more: TermParts = {},
): NumberTerm =>
  term(role, value, { decimals: measureOf(figure.measure).decimals, year: figure.to, figure, ...more })

/**
 * By the formula from the terms, in their order; without one of them nothing is reckoned.
 * @param terms null for a term that is not known
 */
export function made(
  value: number | null,
  formula: string,
  terms: readonly (NumberTerm | null)[],
  reckon: (...values: number[]) => number,
): Made {
  const known = terms.filter((each) => each !== null)
  if (value === null || known.length < terms.length)
    return { value, formula: null, terms: known, result: null }
  return { value, formula, terms: known, result: reckon(...known.map((each) => each.value)) }
}

/** Figures that are stored as they are computed differ by no more than their last bits. */
const BITS = 1e-9

/** @param printed decimals of a figure that an edition rounds; null where it is at hand in full */
export function agreeing({ value, result }: Made, printed: number | null): ExplainedNumber['agrees'] {
  if (value === null || result === null) return null
  const slack = printed === null ? BITS * Math.max(1, Math.abs(value)) : 0.5 * 10 ** -printed + BITS
  return Math.abs(value - result) <= slack
}
