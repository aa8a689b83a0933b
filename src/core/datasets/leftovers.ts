/** What processes that did not end well left in a data folder; the next start sweeps it. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { drop } from '../kept/drop.ts'
import { isLeft } from '../kept/process.ts'
import { finishChecksum } from './checksum.ts'
import { datasetsDir } from './files.ts'
import { leftFolders } from './temporary.ts'
import { finishCompanions } from './transfer/companions.ts'

/** Datasets, checksums and companions that were being built, by `temporaryPath`. */
const BUILDING = /^\.([a-z0-9-]+)\.(\d+)\.\w+\.building(-journal)?$/
/** Files that are written whole and then take their name: `groups.json.4211.mx3ou2.0.part`. */
const PART = /\.(\d+)\.\w+\.\d+\.part$/

/** Paths of files that were being built or written, and of temporary folders. */
export function leftovers(dataDir: string): string[] {
  const dir = datasetsDir(dataDir)
  const building = namesIn(dir).flatMap((name) => left(dir, name, BUILDING.exec(name)?.[2]))
  const beside = namesIn(dir).filter((name) => /^[a-z0-9-]+\.[a-z-]+$/.test(name) && !isFileName(name))
  const folders = [dataDir, ...beside.map((name) => join(dir, name))]
  const parts = folders.flatMap((folder) =>
    namesIn(folder).flatMap((name) => left(folder, name, PART.exec(name)?.[1])),
  )
  return [...leftFolders(dataDir), ...building, ...parts]
}

/** Files that stand beside each dataset; what else does is a folder. */
const isFileName = (name: string): boolean => /\.(sqlite|sha256|lock)$/.test(name)

function left(folder: string, name: string, pid: string | undefined): string[] {
  const path = join(folder, name)
  return pid !== undefined && isLeft(path, Number(pid)) ? [path] : []
}

/**
 * The checksum and the companions of a dataset that took its place just before its process ended are put in their own. What
 * cannot be removed, on a read-only medium or while a scanner reads it, stays and hinders nobody.
 */
export function removeLeftovers(dataDir: string): void {
  for (const path of leftovers(dataDir)) {
    const id = /[/\\]\.([a-z0-9-]+)\.\d+\.\w+sum\.building$/.exec(path)?.[1]
    if (id !== undefined) finishChecksum(dataDir, id, path)
    finishCompanions(dataDir, path)
    drop(path)
  }
}

function namesIn(folder: string): string[] {
  try {
    return existsSync(folder) ? readdirSync(folder) : []
  } catch {
    return [] // a file, or gone meanwhile
  }
}
