import type { Multiples } from '../../shared/contract/drawings.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { ReaderContext } from '../context.ts'

export function drawMultiples(
  _input: ParsedInputOf<'networks.multiples'>,
  _context: ReaderContext,
): Multiples {
  throw new AppError('internal', 'networks are not laid out yet')
}
