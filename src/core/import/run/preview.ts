/** A look into files before they are imported: what each seems to be, and its first records. */
import type { ImportPreview, PreviewedFile } from '../../../shared/contract/imports.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { KINDS } from '../kinds/index.ts'
import type { PreviewGiven } from '../kinds/kind.ts'
import { detectFile } from './detect.ts'
import { listPaths } from './given-files.ts'

/** One entry a file; what is wrong with a file is told in its entry and does not stop the others. */
export async function previewFiles(
  paths: readonly string[],
  given: PreviewGiven,
  signal: AbortSignal,
): Promise<ImportPreview> {
  const files: PreviewedFile[] = []
  for (const path of await listPaths(paths)) {
    signal.throwIfAborted()
    files.push(await previewFile(path, given))
  }
  return { files }
}

async function previewFile(path: string, given: PreviewGiven): Promise<PreviewedFile> {
  try {
    const detected = await detectFile(path, given)
    const { file, bytes, kind, layout, packing } = detected
    return {
      ...EMPTY,
      file,
      bytes,
      kind,
      layout: layout ?? 'csv',
      compressed: packing !== 'none',
      encoding: layout === null ? '' : 'utf-8',
      ...(await KINDS[kind].preview(detected, given)),
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const issue = error.details.issues?.[0]
    return {
      ...EMPTY,
      file: path.split(/[/\\]/).at(-1) ?? path,
      problem: issue?.code ?? error.code,
      notes: error.details.issues ?? [],
    }
  }
}

const EMPTY: PreviewedFile = {
  file: '',
  bytes: 0,
  kind: 'unknown',
  layout: '',
  compressed: false,
  encoding: '',
  columns: [],
  records: [],
  estimatedRecords: null,
  problem: null,
  notes: [],
  readings: [],
}
