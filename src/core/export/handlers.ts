import type { ReaderContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { answerFigure } from './figure/answer-figure.ts'
import { exportGraph } from './graph/export-graph.ts'
import { exportTable } from './table/export-table.ts'

export const exportHandlers: Handlers<'export', ReaderContext> = {
  'exports.table': exportTable,
  'exports.graph': exportGraph,
  'exports.figure': answerFigure,
  // Loaded when asked for: it brings the whole import, which slows the first export.
  'datasets.verify': async ({ dataset }, context) =>
    (await import('../verify/verify.ts')).verifyDataset(dataset, context),
}
