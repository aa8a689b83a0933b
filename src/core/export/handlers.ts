import { AppError } from '../../shared/contract/errors.ts'
import type { ReaderContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { exportTable } from './table/export-table.ts'

export const exportHandlers: Handlers<'export', ReaderContext> = {
  'exports.table': exportTable,
  'exports.figure': () => {
    throw new AppError('format-unavailable', 'figures are not wired yet')
  },
}
