/** A look into files before they are imported: what each seems to be, and its first records. */
import type { ImportPreview, PreviewedFile } from '../../../shared/contract/imports.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { previewAffiliations } from '../affiliations/preview-affiliations.ts'
import type { DetectedFile } from './detect.ts'
import { detectFile } from './detect.ts'
import { listPaths } from './given-files.ts'

/** One entry a file; what is wrong with a file is told in its entry and does not stop the others. */
export async function previewFiles(paths: readonly string[], signal: AbortSignal): Promise<ImportPreview> {
  const files: PreviewedFile[] = []
  for (const path of await listPaths(paths)) {
    signal.throwIfAborted()
    files.push(await previewFile(path))
  }
  return { files }
}

async function previewFile(path: string): Promise<PreviewedFile> {
  try {
    const detected = await detectFile(path)
    return detected.kind === 'affiliations' ? await previewTable(detected) : previewJson(detected)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const issue = error.details.issues?.[0]
    return { ...EMPTY, file: path.split(/[/\\]/).at(-1) ?? path, problem: issue?.code ?? error.code }
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
}

function previewJson({
  file,
  bytes,
  kind,
  packing,
  layout,
  sample,
  sampledBytes,
}: DetectedFile): PreviewedFile {
  const perRecord = sample.length > 0 ? sampledBytes / sample.length : 0
  const isKnown = perRecord > 0 && packing === 'none'
  const estimated = isKnown ? Math.max(sample.length, Math.round(bytes / perRecord)) : null
  return {
    ...EMPTY,
    file,
    bytes,
    kind,
    layout: layout ?? 'csv',
    compressed: packing !== 'none',
    encoding: layout === null ? '' : 'utf-8',
    records: sample.map((record) => (kind === 'works' ? workInShort(record) : placeInShort(record))),
    estimatedRecords: kind === 'empty' ? 0 : estimated,
    problem: kind === 'unknown' ? 'file-kind-unknown' : null,
  }
}

async function previewTable({ path, file, bytes, kind, packing }: DetectedFile): Promise<PreviewedFile> {
  const { form, columns, records, issues } = await previewAffiliations(path)
  return {
    ...EMPTY,
    file,
    bytes,
    kind,
    layout: 'csv',
    compressed: packing !== 'none',
    encoding: form.encoding,
    columns,
    records,
    problem: issues[0]?.code ?? null,
  }
}

type Short = PreviewedFile['records'][number]

function workInShort(record: Record<string, unknown>): Short {
  const authorships = record['authorships']
  return {
    id: text(record['id']),
    title: text(record['title']) ?? text(record['display_name']),
    year: typeof record['publication_year'] === 'number' ? record['publication_year'] : null,
    authors: Array.isArray(authorships) ? authorships.length : null,
  }
}

function placeInShort(record: Record<string, unknown>): Short {
  const geo = record['geo'] as Record<string, unknown> | null | undefined
  return {
    id: text(record['id']),
    name: text(record['display_name']) ?? text(record['name']),
    city: text(geo?.['city']),
    country: text(record['country_code']),
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : null)
