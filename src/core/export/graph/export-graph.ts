import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ReaderContext } from '../../context.ts'

export function exportGraph(_input: ParsedInputOf<'exports.graph'>, _context: ReaderContext): ExportedFile {
  throw new AppError('internal', 'graphs are not written yet')
}
