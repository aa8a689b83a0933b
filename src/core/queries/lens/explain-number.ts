/** `derivation.number`: how one number came about. */
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ExplainedNumber } from '../../../shared/contract/explained-numbers.ts'
import type { ReaderContext } from '../../context.ts'
import { explainPrinted } from './edition-number.ts'
import { explainComputed } from './index-number.ts'

/** @throws AppError year-unknown, and those of finding the entity. */
export function explainNumber(
  input: ParsedInputOf<'derivation.number'>,
  context: ReaderContext,
): ExplainedNumber {
  const dataset = context.open(input.dataset)
  return dataset.kind === 'published' ? explainPrinted(input, dataset) : explainComputed(input, dataset)
}
