/**
 * Puts a finished file in the place of a dataset, with its checksum and what stands beside it. All is on the disk before the
 * first takes its name, so that a full disk is met while nothing has changed; where the process ends between two names, the
 * next start finishes or sweeps what it had begun.
 */
import { renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { drop } from '../kept/drop.ts'
import type { Checksum } from './checksum.ts'
import { placeChecksum, prepareChecksum, takeChecksum } from './checksum.ts'
import { BUNDLED_DATASET, besideTemporary, datasetPath, flushFolder } from './files.ts'
import type { Companion } from './transfer/companions.ts'
import { placeCompanions, prepareCompanions, removeCompanions, successorOf } from './transfer/companions.ts'

export interface Finished {
  /** The file, as `temporaryPath` names it. */
  path: string
  checksum: Checksum
  /** What is to stand beside the dataset in place of what stands there; null where that stays. */
  companions: readonly Companion[] | null
  /** Whether nothing is replaced: companions then come first, as nobody sees them before the dataset is there. */
  isNew: boolean
}

/** @throws the system's error before the file takes its place, nothing afterwards; what was stored is then as it was. */
export function swapIn(dataDir: string, id: string, { path, checksum, companions, isNew }: Finished): void {
  const target = datasetPath(dataDir, id)
  const [sum, oldSum] = [besideTemporary(path, 'sum'), besideTemporary(path, 'oldsum')]
  const folderFor = (name: string) => besideTemporary(path, successorOf(checksum.file, name))
  const folders = companions && prepareCompanions(companions, folderFor)
  try {
    prepareChecksum(sum, id, checksum)
    // What a dataset left that is gone is none of this one's; the edition that ships with the app comes again as itself.
    if (isNew && id !== BUNDLED_DATASET) removeCompanions(dataDir, id)
    if (isNew && folders) placeCompanions(dataDir, id, folders)
    // Else it would be of the new file, for a moment or for good, and a sound one would count as damaged.
    takeChecksum(dataDir, id, oldSum)
    renameSync(path, target)
  } catch (error) {
    placeChecksum(dataDir, id, oldSum)
    drop(sum)
    for (const folder of folders?.values() ?? []) drop(folder)
    if (isNew && folders) dropCompanions(dataDir, id)
    throw error
  }
  placeChecksum(dataDir, id, sum)
  drop(oldSum)
  try {
    if (!isNew && folders) placeCompanions(dataDir, id, folders)
  } catch {
    // the dataset is stored: those that are left are put in their places by the next start
  }
  flushFolder(dirname(target))
}

function dropCompanions(dataDir: string, id: string): void {
  try {
    removeCompanions(dataDir, id)
  } catch {
    // stay beside no dataset, and go with the next that takes the id
  }
}
