/** How far a figure lies from that of another entity, or from the median of a group: both are figures of their own. */
import type { ExplainedNumber, NumberTerm, TermRole } from '../../../shared/contract/explained-numbers.ts'
import { differenceFrom, differencePct } from '../../../shared/domain/difference.ts'
import type { ReaderContext } from '../../context.ts'
import type { Asked, Explain } from './form.ts'
import { formed, refTo, unexplained } from './form.ts'
import { made, term } from './terms.ts'

/** @throws AppError input-invalid where neither a partner nor a group is named, and those of both figures */
export function explainDifference(input: Asked, context: ReaderContext, explain: Explain): ExplainedNumber {
  const { partner, among, form, ...plain } = input
  const own = explain(plain, context)
  const reference = referenceOf(input, context, explain)
  const terms = [termOf('minuend', own), termOf('subtrahend', reference)]
  const found = differenceFrom(reference.value, own.value)
  const isPct = form === 'differencePct'
  return formed(own, {
    asked: {
      ...refTo(own),
      partner: partner === undefined ? null : reference.id,
      form: isPct ? 'differencePct' : 'difference',
      ...(partner === undefined && among !== undefined && { among }),
    },
    entity: own.entity,
    partner: reference.entity,
    made: isPct
      ? made(
          found && differencePct(found),
          '100 × ({minuend} ÷ {subtrahend} − 1)',
          terms,
          (value, from) => 100 * (value / from - 1),
        )
      : made(found && found.absolute, '{minuend} − {subtrahend}', terms, (value, from) => value - from),
    decimals: own.decimals,
    provenance: own.provenance,
  })
}

function referenceOf(input: Asked, context: ReaderContext, explain: Explain): ExplainedNumber {
  const { partner, among, form: _, ...plain } = input
  if (partner !== undefined) return explain({ ...plain, id: partner }, context)
  if (among === undefined) throw unexplained('partner', 'a difference is from a partner or from a group')
  return explain({ ...plain, id: among, among, form: 'median' }, context)
}

function termOf(role: TermRole, told: ExplainedNumber): NumberTerm | null {
  const { value, decimals, to, entity } = told
  return value === null ? null : term(role, value, { decimals, year: to, label: entity, figure: refTo(told) })
}
