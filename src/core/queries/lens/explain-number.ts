/** `derivation.number`: how one number came about. */
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ExplainedNumber } from '../../../shared/contract/explained-numbers.ts'
import type { FigureForm } from '../../../shared/domain/figure-forms.ts'
import type { ReaderContext } from '../../context.ts'
import { explainDifference } from './difference.ts'
import { explainPrinted } from './edition-number.ts'
import type { ExplainForm } from './form.ts'
import { unexplained } from './form.ts'
import { explainComputed } from './index-number.ts'
import { explainMiddle } from './middle.ts'
import { explainPart, explainPerArticle, explainWhole } from './total-score.ts'

const FORMS: Readonly<Record<Exclude<FigureForm, 'printed'>, ExplainForm>> = {
  difference: explainDifference,
  differencePct: explainDifference,
  part: explainPart,
  perArticle: explainPerArticle,
  whole: explainWhole,
  wholePart: explainWhole,
  median: explainMiddle,
  lower: explainMiddle,
  upper: explainMiddle,
}

/** @throws AppError year-unknown, those of finding the entity, and of what the form names. */
export function explainNumber(
  input: ParsedInputOf<'derivation.number'>,
  context: ReaderContext,
): ExplainedNumber {
  const { form } = input
  if (form !== undefined && form !== 'printed') return FORMS[form](input, context, explainNumber)
  const dataset = context.open(input.dataset)
  if (form === 'printed' && dataset.kind !== 'published') throw unexplained('form', 'an index prints nothing')
  return dataset.kind === 'published' ? explainPrinted(input, dataset) : explainComputed(input, dataset)
}
