import type { Drawing } from '../../shared/contract/drawings.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { ReaderContext } from '../context.ts'

export function drawNetwork(_input: ParsedInputOf<'networks.draw'>, _context: ReaderContext): Drawing {
  throw new AppError('internal', 'networks are not laid out yet')
}
