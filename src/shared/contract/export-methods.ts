/** Methods that make a file, by name; without schemas, which no host needs to know them. */
import type { InputOf, MethodName } from './index.ts'

export type ExportMethod = Exclude<Extract<MethodName, `exports.${string}`>, 'exports.preview'>

const METHODS: Record<ExportMethod, true> = {
  'exports.table': true,
  'exports.figure': true,
  'exports.graph': true,
  'exports.report': true,
  'exports.briefs': true,
  'exports.dataset': true,
  'exports.backup': true,
  'exports.recipe': true,
  'exports.missing': true,
}

export const isExportMethod = (name: unknown): name is ExportMethod =>
  typeof name === 'string' && Object.hasOwn(METHODS, name)

/** A file to be made: the method, and what it is asked. */
export type ExportRequest = { [M in ExportMethod]: { method: M; input: InputOf<M> } }[ExportMethod]
