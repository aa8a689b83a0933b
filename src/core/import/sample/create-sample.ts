import { AppError } from '../../../shared/contract/errors.ts'
import type { IndexOutcome } from '../../../shared/contract/imports.ts'
import type { ImportContext } from '../../context.ts'
export interface SampleInput { as: string; replace: boolean; seed: number; articles: number }
export async function createSample(_input: SampleInput, _context: ImportContext): Promise<IndexOutcome> {
  throw new AppError('format-unavailable', 'not yet')
}
