/** What all the given files are: of a snapshot those that are needed, of a folder of small files the lot of them. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { DetectedFile, PreviewGiven } from '../kinds/kind.ts'
import { bundlesOf } from './bundles.ts'
import { detectFile } from './detect.ts'
import { listPaths } from './list-paths.ts'
import type { PassedOver } from './snapshot.ts'
import { partSnapshot } from './snapshot.ts'
import type { ListedParts } from './snapshot-manifest.ts'
import { listedParts } from './snapshot-manifest.ts'

export interface DetectedFiles {
  detected: DetectedFile[]
  /** Of a snapshot, what is not read. */
  passed: PassedOver[]
  /** The date that a snapshot gives itself; null where none is given. */
  snapshotDate: string | null
  /** What its manifests list. */
  listed: ListedParts
}

/** @throws AppError file-unreadable, or what is wrong with the packing of a file; the signal's reason. */
export async function detectAll(
  paths: readonly string[],
  given: PreviewGiven,
  signal: AbortSignal,
): Promise<DetectedFiles> {
  const { needed, passed, lists } = partSnapshot(await listPaths(paths))
  const { bundles, singles } = bundlesOf(needed)
  const detected: DetectedFile[] = []
  for (const path of singles) {
    signal.throwIfAborted()
    detected.push(await detectFile(path, given))
  }
  const texts = new Map(lists.map((path) => [path, readFileSync(path, 'utf8')]))
  const manifests = [...texts].filter(([path]) => /manifest/i.test(basename(path))).map(([, text]) => text)
  return {
    detected: [...detected, ...bundles],
    passed,
    snapshotDate: dateOf(texts),
    listed: listedParts(manifests),
  }
}

/** The newest release of `RELEASE_NOTES.txt`, else the date of a manifest. */
function dateOf(lists: ReadonlyMap<string, string>): string | null {
  const found = [...lists].flatMap(([path, text]) => {
    const form = /notes/i.test(basename(path))
      ? /RELEASE\s+(\d{4}-\d{2}-\d{2})/g
      : /"(?:date|created|created_at|created_date|generated_at|updated|snapshot_date)"\s*:\s*"(\d{4}-\d{2}-\d{2})/g
    return [...text.matchAll(form)].map(([, date]) => date as string)
  })
  return found.sort().at(-1) ?? null
}
