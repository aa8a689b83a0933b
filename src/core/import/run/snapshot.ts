/**
 * A snapshot of OpenAlex as a folder: which of its files an index needs, by where they stand. Since 2026 its entities are
 * in `data/jsonl` and in `data/parquet`, the same in both, before that in `data` itself; parts lie in folders by
 * `updated_date`, and what was merged into what in `merged_ids`.
 */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { FileKind } from '../../../shared/domain/file-kinds.ts'

export interface SnapshotFile {
  path: string
  /** How the folder has it: with it, files of one name are told apart. */
  entity: string
}

/** What of a snapshot is not read, together: an entity in one format. */
export interface PassedOver {
  file: string
  kind: FileKind
  bytes: number
  count: number
}

const NEEDED = ['works', 'institutions']
/** `data/jsonl/works/updated_date=2026-06-24/part_0000.gz`, also without the format. */
const PART = /(?:^|[\\/])(?:(jsonl|parquet)[\\/])?([a-z-]+)[\\/]updated_date=[^\\/]+[\\/][^\\/]+$/
const MERGED = /(?:^|[\\/])merged_ids[\\/]([a-z-]+)[\\/][^\\/]+$/
const LISTS =
  /^(manifest|manifest\.json|release_notes\.txt|license\.txt|readme\.txt|readme\.md|browse\.html)$/i

/** Parts what is read from what is passed over; paths outside a snapshot are all read. */
export function partSnapshot(paths: readonly string[]): {
  needed: string[]
  passed: PassedOver[]
  lists: string[]
} {
  const isSnapshot = paths.some((path) => PART.test(path) || MERGED.test(path))
  if (!isSnapshot) return { needed: [...paths], passed: [], lists: [] }
  const inLines = new Set(
    paths
      .map((path) => PART.exec(path))
      .filter((part) => part?.[1] !== 'parquet')
      .map((part) => part?.[2]),
  )
  const needed: string[] = []
  const lists: string[] = []
  const passed = new Map<string, PassedOver>()
  const pass = (file: string, kind: FileKind, path: string) => {
    const entry = passed.get(file) ?? { file, kind, bytes: 0, count: 0 }
    entry.bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0
    entry.count += 1
    passed.set(file, entry)
  }
  for (const path of paths) {
    const [, format, entity] = PART.exec(path) ?? []
    const merged = MERGED.exec(path)?.[1]
    if (entity !== undefined) {
      const name = format === undefined ? entity : `${format}/${entity}`
      if (!NEEDED.includes(entity)) pass(name, 'unneeded', path)
      else if (format === 'parquet' && inLines.has(entity)) pass(name, 'copy', path)
      else needed.push(path)
    } else if (merged !== undefined && !NEEDED.includes(merged))
      pass(`merged_ids/${merged}`, 'unneeded', path)
    else if (LISTS.test(basename(path))) lists.push(path)
    else needed.push(path)
  }
  return { needed, passed: [...passed.values()], lists }
}
