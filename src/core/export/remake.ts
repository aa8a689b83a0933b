/** Makes a file again from the request of its stamp, which may come from anywhere: it is parsed like any call. */
import { AppError } from '../../shared/contract/errors.ts'
import type { ExportedFile } from '../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { ReaderContext } from '../context.ts'
import { loadMethod } from '../methods.ts'
import type { StampedRequest } from './stamp.ts'

type Maker<M extends StampedRequest['method']> = () => Promise<
  (input: ParsedInputOf<M>, context: ReaderContext) => ExportedFile | Promise<ExportedFile>
>

const MAKERS: { readonly [M in StampedRequest['method']]: Maker<M> } = {
  'exports.figure': async () => (await import('./figure/answer-figure.ts')).answerFigure,
  'exports.table': async () => (await import('./table/export-table.ts')).exportTable,
  'exports.graph': async () => (await import('./graph/export-graph.ts')).exportGraph,
  'exports.report': async () => (await import('./report/write-report.ts')).writeReport,
}

/** @throws AppError input-invalid where this app knows no such request; those of the method */
export async function remake(
  { method, input }: StampedRequest,
  context: ReaderContext,
): Promise<ExportedFile> {
  const parsed = (await loadMethod(method)).input.safeParse(input)
  if (!parsed.success) {
    const [problem] = parsed.error.issues
    const values = { method, field: problem?.path.join('.') ?? '', reason: problem?.message ?? '' }
    throw new AppError('input-invalid', 'the request of the file is not known', { values })
  }
  return (await MAKERS[method]())(parsed.data as never, context)
}
