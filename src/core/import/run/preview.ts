/** A look into files before they are imported: what each seems to be, and its first records. */
import type { ImportPreview, PreviewedFile } from '../../../shared/contract/imports.ts'
import type { MappingProfile } from '../../../shared/contract/profiles.ts'
import { gives } from '../../../shared/domain/file-kinds.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { KINDS } from '../kinds/index.ts'
import type { PreviewGiven } from '../kinds/kind.ts'
import { detectFile } from './detect.ts'
import { bundlesOf } from './bundles.ts'
import type { FileWeight } from './import-size.ts'
import { weightOf } from './import-size.ts'
import { listPaths } from './list-paths.ts'
import { profilesOf } from './preview-profiles.ts'
import { partSnapshot } from './snapshot.ts'

/**
 * One entry a file; what is wrong with a file is told in its entry and does not stop the others.
 * @param profiles kept mappings, which tables may be read by
 * @returns besides what the files of articles come to
 */
export async function previewFiles(
  paths: readonly string[],
  given: PreviewGiven,
  signal: AbortSignal,
  profiles: readonly MappingProfile[] = [],
): Promise<Omit<ImportPreview, 'size'> & { weights: FileWeight[] }> {
  const files: PreviewedFile[] = []
  const weights: FileWeight[] = []
  const { needed, passed } = partSnapshot(await listPaths(paths))
  const { bundles, singles } = bundlesOf(needed)
  for (const path of singles) {
    signal.throwIfAborted()
    files.push(await withProfiles(path, given, profiles, weights))
  }
  for (const bundle of bundles) {
    const { members = [], file, bytes } = bundle
    weights.push(await weightOf(bundle))
    const first = await previewFile(members[0] ?? '', given)
    files.push({ ...first, file, bytes, estimatedRecords: members.length })
  }
  for (const { file, kind, bytes, count } of passed)
    files.push({ ...EMPTY, file: `${file} (${count})`, kind, bytes })
  return { files, profilesProblem: null, weights }
}

async function withProfiles(
  path: string,
  given: PreviewGiven,
  profiles: readonly MappingProfile[],
  weights: FileWeight[],
): Promise<PreviewedFile> {
  const file = await previewFile(path, given, weights)
  const isTable = file.kind === 'affiliations' || (file.kind === 'unknown' && file.layout === 'csv')
  const look = (by: PreviewGiven) => previewFile(path, by)
  return { ...file, profiles: await profilesOf(file, isTable, given, profiles, look) }
}

/** @param weights gets that of a file of articles */
async function previewFile(
  path: string,
  given: PreviewGiven,
  weights: FileWeight[] = [],
): Promise<PreviewedFile> {
  try {
    const detected = await detectFile(path, given)
    if (gives('articles')(detected)) weights.push(await weightOf(detected))
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
  profiles: [],
}
