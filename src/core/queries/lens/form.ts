/** What all numbers have in common that are formed from other numbers of a view. */
import type { DatasetStamp, EntityLabel, Provenance } from '../../../shared/contract/common.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type {
  ExplainedNumber,
  FigureRef,
  ListedNumber,
  NumberList,
} from '../../../shared/contract/explained-numbers.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReaderContext } from '../../context.ts'
import type { Made } from './terms.ts'
import { agreeing } from './terms.ts'

export type Asked = ParsedInputOf<'derivation.number'>
export type Explain = (input: Asked, context: ReaderContext) => ExplainedNumber
export type ExplainForm = (input: Asked, context: ReaderContext, explain: Explain) => ExplainedNumber

interface Formed {
  asked: FigureRef
  entity: EntityLabel
  partner: EntityLabel | null
  made: Made
  decimals: number
  provenance: Provenance
  list?: ExplainedNumber['list']
}

/** Its own articles are those of the numbers that it is formed from. */
export function formed(
  { dataset, version }: DatasetStamp,
  { asked, entity, partner, made, decimals, provenance, list = null }: Formed,
): ExplainedNumber {
  return {
    dataset,
    version,
    ...asked,
    entity,
    partner,
    ...made,
    decimals,
    provenance,
    agrees: agreeing(made, null),
    hasArticles: false,
    neighbours: null,
    list,
    printed: null,
  }
}

/** Rows that are listed; the rest is told together. */
export const LISTED = 50
/** Numbers are added up as binary fractions. */
const BITS = 1e-6
/** What a sum lacks or has beyond the number; last bits are nothing. */
export const residualOf = (off: number): number => (Math.abs(off) < BITS ? 0 : off)

/**
 * The parts that a number adds up from, the first of them as rows.
 * @param whole what they add up to; null where the number is no sum of theirs
 */
export function listedParts<T>(
  of: NumberList['of'],
  parts: readonly T[],
  {
    valueOf,
    rowOf,
    whole,
  }: { valueOf: (part: T) => number; rowOf: (part: T) => ListedNumber; whole: number | null },
): NumberList {
  const sum = (some: readonly T[]) => some.reduce((all, part) => all + valueOf(part), 0)
  const left = parts.slice(LISTED)
  return {
    of,
    rows: parts.slice(0, LISTED).map(rowOf),
    rest: left.length > 0 ? { rows: left.length, value: sum(left) } : null,
    residual: whole === null ? null : residualOf(sum(parts) - whole),
  }
}

/** A number that nobody can form of what was given. */
export function unexplained(field: 'form' | 'among' | 'partner' | 'kind', reason: string): AppError {
  return new AppError('input-invalid', reason, { values: { method: 'derivation.number', field, reason } })
}

/** The figure that an answer explains, to be led to. */
export function refTo(told: ExplainedNumber): FigureRef {
  const { kind, id, partner, subject, from, to, measure, form, among } = told
  return {
    kind,
    id,
    partner: partner?.id ?? null,
    subject,
    from,
    to,
    measure,
    ...(form && { form }),
    ...(among !== undefined && { among }),
  }
}
